#include "models/analysis/pipeline.h"
#include "models/analysis/record.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace demarche;
using namespace demarche::analysis;
using namespace Qt::StringLiterals;

/// Quotations in short texts, through the whole pipeline with the models as shipped.
class TestQuotes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cases_data();
    void cases();
    void contentOfMixedQuotes();
    void about();
    void cueIsTold();
    void speakersWhoAreNoActorsBecomeOne();

private:
    Analysis analyze(const QString &text) const { return m_pipeline->analyze(text, {}); }

    std::optional<Pipeline> m_pipeline;
};

namespace {

QString shown(const Analysis &analysis, const Quote &quote, const QString &text)
{
    const QString speaker = quote.speaker < 0 ? u"-"_s : analysis.actors[size_t(quote.speaker)].name;
    return u"%1 / %2 / %3"_s.arg(name(quote.kind), speaker,
                                quote.span.of(text).toString().replace(u'\n', u'⏎'));
}

} // namespace

void TestQuotes::initTestCase()
{
    auto pipeline = Pipeline::shipped();
    QVERIFY2(pipeline, qPrintable(pipeline ? QString() : pipeline.error().line()));
    m_pipeline = *pipeline;
}

void TestQuotes::cases_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("quotes");
    QFile file(QStringLiteral(DEMARCHE_CASES "/analysis/quotes.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList blocks = QString::fromUtf8(file.readAll()).split(u"\n\n"_s, Qt::SkipEmptyParts);
    QVERIFY(blocks.size() > 15);
    for (const QString &block : blocks.sliced(1)) {
        QStringList paragraphs;
        QStringList quotes;
        const QStringList lines = block.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines.sliced(1))
            (line.startsWith(u'>') ? quotes : paragraphs) += line.mid(2);
        QTest::newRow(qPrintable(lines[0])) << paragraphs.join(u"\n\n"_s) << quotes;
    }
}

void TestQuotes::cases()
{
    QFETCH(QString, text);
    const Analysis analysis = analyze(text);
    QStringList found;
    for (const Quote &quote : analysis.quotes)
        found += shown(analysis, quote, text);
    QTEST(found, "quotes");
}

void TestQuotes::contentOfMixedQuotes()
{
    const QString text = u"Anna Berger said the raid was “a crime” that would “never be forgotten.”"_s;
    const Analysis analysis = analyze(text);
    QCOMPARE(analysis.quotes.size(), size_t(2));
    QCOMPARE(analysis.quotes[0].content, analysis.quotes[1].content);
    QVERIFY(analysis.quotes[0].content.contains(analysis.quotes[1].span));
    QVERIFY(analysis.quotes[0].content.of(text).startsWith(u"the raid"));
}

void TestQuotes::about()
{
    const Analysis analysis = analyze(u"Anna Berger said Chile and Bolivia had broken the treaty."_s);
    QCOMPARE(analysis.quotes.size(), size_t(1));
    QStringList countries;
    for (const ActorId actor : analysis.quotes[0].about)
        countries += analysis.actors[size_t(actor)].country;
    QCOMPARE(countries, (QStringList{u"CHL"_s, u"BOL"_s}));
}

void TestQuotes::cueIsTold()
{
    const QString text = u"\"We will not leave,\" Anna Berger warned on Monday."_s;
    const Analysis analysis = analyze(text);
    QCOMPARE(analysis.quotes.size(), size_t(1));
    QCOMPARE(analysis.quotes[0].cue.of(text).toString(), u"warned"_s);
}

void TestQuotes::speakersWhoAreNoActorsBecomeOne()
{
    const QString text = u"\"They came at night,\" a neighbour said. \"We hid,\" the neighbour said."_s;
    const Analysis analysis = analyze(text);
    QCOMPARE(analysis.quotes.size(), size_t(2));
    QCOMPARE(analysis.quotes[0].speaker, analysis.quotes[1].speaker);
    const Actor &speaker = analysis.actors.at(size_t(analysis.quotes[0].speaker));
    QCOMPARE(speaker.kind, ActorKind::Person);
    QCOMPARE(std::ranges::count(speaker.mentions, MentionForm::Nominal, &Mention::form), 2);
    QCOMPARE(std::ranges::count(speaker.mentions, MentionForm::Name, &Mention::form), 0);
}

QTEST_APPLESS_MAIN(TestQuotes)
#include "tst_quotes.moc"
