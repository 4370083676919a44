#include "models/analysis/pipeline.h"
#include "models/analysis/record.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace demarche;
using namespace demarche::analysis;
using namespace Qt::StringLiterals;

/// Whatever the text, the analysis ends, and every span, index and list of it keeps the contract.
class TestRobustness : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsTheContract_data();
    void keepsTheContract();
    void sameTwice();

private:
    std::optional<Pipeline> m_pipeline;
};

namespace {

/// A text put together at random from words, names, marks and characters that have made trouble elsewhere.
QString madeText(quint32 seed, int length)
{
    static const QStringList pieces{u"said"_s,
                                    u"“"_s,
                                    u"”"_s,
                                    u"\""_s,
                                    u"'"_s,
                                    u"’"_s,
                                    u"‘"_s,
                                    u"``"_s,
                                    u"''"_s,
                                    u"«"_s,
                                    u"»"_s,
                                    u"\n"_s,
                                    u"\n\n"_s,
                                    u"\r\n"_s,
                                    u"\t"_s,
                                    u"."_s,
                                    u","_s,
                                    u":"_s,
                                    u"—"_s,
                                    u"..."_s,
                                    u"U.S."_s,
                                    u"Chile"_s,
                                    u"Israel's"_s,
                                    u"the"_s,
                                    u"president"_s,
                                    u"Anna Berger"_s,
                                    u"he"_s,
                                    u"they"_s,
                                    u"we"_s,
                                    u"recalled"_s,
                                    u"its ambassador"_s,
                                    u"on Tuesday"_s,
                                    u"who"_s,
                                    u"that"_s,
                                    u"as saying"_s,
                                    u"quoted"_s,
                                    u"according to"_s,
                                    u"Oct. 7"_s,
                                    u"1996-08-30"_s,
                                    u"BONN"_s,
                                    u"🕊️"_s,
                                    QString(QChar(0xd800)),
                                    QString(QChar(0)),
                                    u"\u202e"_s,
                                    u"e\u0301"_s,
                                    u"MOSCOW (Reuters) -"_s,
                                    QString(300, u'a'),
                                    u"(("_s,
                                    u"http://x.example/?a=b"_s};
    QString text;
    for (int i = 0; i < length; ++i) {
        seed = seed * 1664525u + 1013904223u;
        text += pieces[(seed >> 8) % uint(pieces.size())];
        if ((seed >> 28) > 3)
            text += u' ';
    }
    return text;
}

bool inside(Span span, const QString &text)
{
    return span.begin >= 0 && span.begin <= span.end && span.end <= text.size();
}

bool known(const std::vector<int> &indices, size_t count)
{
    return std::ranges::all_of(indices, [&](int i) { return i >= 0 && size_t(i) < count; });
}

/// Texts as the record writes them: what is not there is null, never an empty string; ids are unique.
QString brokenRecord(const QJsonObject &record)
{
    QSet<QString> ids;
    for (const auto list : {"actors"_L1, "quotes"_L1, "actions"_L1}) {
        for (const QJsonValue finding : record[list].toArray()) {
            if (ids.contains(finding["id"_L1].toString()))
                return u"an id given twice"_s;
            ids.insert(finding["id"_L1].toString());
        }
    }
    const auto blank = [](const QJsonValue &v) { return v.isString() && v.toString().isEmpty(); };
    for (const QJsonValue actor : record["actors"_L1].toArray()) {
        if (blank(actor["country"_L1]) || blank(actor["role"_L1]) || blank(actor["code"_L1]))
            return u"actor with an empty country, role or code"_s;
    }
    for (const QJsonValue action : record["actions"_L1].toArray()) {
        if (blank(action["date"_L1]["text"_L1]) || blank(action["plover"_L1]) || blank(action["label"_L1]))
            return u"action with an empty date, type or label"_s;
    }
    for (const QJsonValue stance : record["stances"_L1].toArray()) {
        for (const QJsonValue evidence : stance["evidence"_L1].toArray()) {
            if (!ids.contains(evidence.toString()))
                return u"evidence that is no finding"_s;
        }
    }
    return {};
}

/// The first promise that an analysis breaks; empty for none.
QString broken(const Analysis &a, const QString &text)
{
    for (const Span sentence : a.sentences) {
        if (!inside(sentence, text))
            return u"sentence outside the text"_s;
    }
    if (!std::ranges::is_sorted(a.sentences))
        return u"sentences out of order"_s;
    for (const Actor &actor : a.actors) {
        if (actor.mentions.empty() || actor.name.isEmpty())
            return u"actor without name or mention"_s;
        for (const Mention &m : actor.mentions) {
            if (!inside(m.span, text) || m.span.isEmpty())
                return u"mention outside the text or empty"_s;
        }
        if (!std::ranges::is_sorted(actor.mentions, {}, &Mention::span))
            return u"mentions out of order"_s;
    }
    if (!std::ranges::is_sorted(a.actors, {}, [](const Actor &actor) { return actor.mentions.front().span; }))
        return u"actors out of order"_s;
    for (const Quote &q : a.quotes) {
        if (!inside(q.span, text) || q.span.isEmpty() || !inside(q.content, text) || !inside(q.cue, text))
            return u"quote outside the text or empty"_s;
        if (!q.content.contains(q.span))
            return u"quote outside its content"_s;
        if (!known(q.about, a.actors.size()) || std::ranges::find(q.about, q.speaker) != q.about.end())
            return u"quote about nobody known, or about its speaker"_s;
        if (q.speaker < -1 || q.speaker >= int(a.actors.size()) || !known(q.about, a.actors.size()))
            return u"quote with an unknown actor"_s;
        if (!(q.polarity >= -1 && q.polarity <= 1))
            return u"polarity off its scale"_s;
    }
    if (!std::ranges::is_sorted(a.quotes, {}, &Quote::span))
        return u"quotes out of order"_s;
    for (const Action &e : a.actions) {
        if (!inside(e.span, text) || !inside(e.trigger, text) || e.trigger.isEmpty())
            return u"action outside the text or without trigger"_s;
        if (!known(e.source, a.actors.size()) || !known(e.target, a.actors.size()))
            return u"action with an unknown actor"_s;
        if (e.source.empty())
            return u"action without a source"_s; // the text need not name whom it is aimed at
        if (!e.span.contains(e.trigger))
            return u"trigger outside its action"_s;
        if (e.date && (!e.date->isValid() || e.date->last < e.date->first))
            return u"days out of order"_s;
        if (e.quote < -1 || e.quote >= int(a.quotes.size()))
            return u"action in an unknown quote"_s;
    }
    if (!std::ranges::is_sorted(a.actions, {}, [](const Action &e) { return e.span.begin; }))
        return u"actions out of order"_s;
    for (const Stance &s : a.stances) {
        if (s.evidence.empty() || !known(s.evidence, a.evidence.size()) || !(s.score >= -10 && s.score <= 10))
            return u"stance without evidence or off its scale"_s;
    }
    return {};
}

} // namespace

void TestRobustness::initTestCase()
{
    auto pipeline = Pipeline::shipped();
    QVERIFY2(pipeline, qPrintable(pipeline ? QString() : pipeline.error().line()));
    m_pipeline = *pipeline;
}

void TestRobustness::keepsTheContract_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << u" \n\n\t "_s;
    QTest::newRow("one mark") << u"\""_s;
    QTest::newRow("only marks") << u"“”\"\"‘’''``"_s.repeated(50);
    QTest::newRow("one long word") << QString(20'000, u'x');
    for (const QFileInfo &sample :
         QDir(QStringLiteral(DEMARCHE_SOURCE "/resources/samples")).entryInfoList({u"*.txt"_s})) {
        QFile file(sample.filePath());
        if (file.open(QIODevice::ReadOnly))
            QTest::addRow("%s", qPrintable(sample.baseName())) << QString::fromUtf8(file.readAll());
    }
    QTest::newRow("one long sentence") << u"Chile and Peru said "_s.repeated(600);
    for (quint32 seed = 1; seed <= 300; ++seed)
        QTest::addRow("made %u", seed) << madeText(seed * 2654435761u, int(seed % 120) + 1);
}

void TestRobustness::keepsTheContract()
{
    QFETCH(QString, text);
    const Analysis analysis = m_pipeline->analyze(text, {});
    const QString fault = broken(analysis, text);
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    corpus::Article article;
    article.text = text;
    const QByteArray written = record(article, analysis);
    const QString blank = brokenRecord(QJsonDocument::fromJson(written).object());
    QVERIFY2(blank.isEmpty(), qPrintable(blank));
    const auto back = readRecord(written);
    QVERIFY2(back, qPrintable(back ? QString() : back.error().line()));
    QCOMPARE(back->analysis.quotes.size(), analysis.quotes.size());
}

void TestRobustness::sameTwice()
{
    corpus::Article article;
    article.text = madeText(7, 400);
    QCOMPARE(record(article, m_pipeline->analyze(article.text, {})),
             record(article, m_pipeline->analyze(article.text, {})));
}

QTEST_APPLESS_MAIN(TestRobustness)
#include "tst_robustness.moc"
