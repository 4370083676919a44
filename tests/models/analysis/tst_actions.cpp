#include "models/analysis/pipeline.h"

#include <QFile>
#include <QTest>

using namespace demarche;
using namespace demarche::analysis;
using namespace Qt::StringLiterals;

namespace {

const QDate written(2024, 3, 14);

QString realisName(Realis realis)
{
    switch (realis) {
    case Realis::Actual:
        return u"actual"_s;
    case Realis::Future:
        return u"future"_s;
    case Realis::Hypothetical:
        return u"hypothetical"_s;
    case Realis::Negated:
        break;
    }
    return u"negated"_s;
}

QString parties(const Analysis &analysis, const std::vector<ActorId> &ids)
{
    QStringList names;
    for (const ActorId id : ids) {
        const Actor &actor = analysis.actors[size_t(id)];
        const QString name = actor.country.isEmpty() ? actor.name : actor.country;
        if (!names.contains(name))
            names << name;
    }
    return names.isEmpty() ? u"nobody"_s : names.join(u'+');
}

QString lineOf(const Analysis &analysis, const Action &action)
{
    QString line = u"%1 > %2 %3 %4"_s.arg(parties(analysis, action.source), parties(analysis, action.target),
                                          action.cameo, realisName(action.realis));
    if (action.date)
        line += u' ' + action.date->first.toString(Qt::ISODate);
    return line;
}

} // namespace

class TestActions : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void sentences_data();
    void sentences();
    void placesAndCodesHold();
    void everySpanLiesInTheText();

private:
    [[nodiscard]] Analysis analyze(const QString &text) const
    {
        Circumstances circumstances;
        circumstances.published = {written, DateBasis::Option};
        return m_pipeline->analyze(text, circumstances);
    }

    std::optional<Pipeline> m_pipeline;
};

void TestActions::initTestCase()
{
    auto pipeline = Pipeline::shipped();
    QVERIFY2(pipeline, pipeline ? "" : qPrintable(pipeline.error().line()));
    m_pipeline.emplace(std::move(*pipeline));
}

void TestActions::sentences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("actions");
    QFile file(QStringLiteral(DEMARCHE_CASES "/analysis/actions.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int rows = 0;
    for (const QString &block : QString::fromUtf8(file.readAll()).split(u"\n\n"_s, Qt::SkipEmptyParts)) {
        QStringList lines = block.split(u'\n', Qt::SkipEmptyParts);
        lines.removeIf([](const QString &line) { return line.startsWith(u'#'); });
        if (lines.isEmpty())
            continue;
        QVERIFY2(lines.size() > 1, qPrintable(lines[0]));
        const QStringList actions = lines[1] == u"none" ? QStringList() : lines.sliced(1);
        QTest::newRow(qPrintable(lines[0])) << lines[0] << actions;
        ++rows;
    }
    QVERIFY(rows > 50);
}

void TestActions::sentences()
{
    QFETCH(QString, text);
    QFETCH(QStringList, actions);
    const Analysis analysis = analyze(text);
    QStringList found;
    for (const Action &action : analysis.actions)
        found << lineOf(analysis, action);
    found.sort();
    actions.sort();
    QCOMPARE(found.join(u'\n'), actions.join(u'\n'));
}

void TestActions::placesAndCodesHold()
{
    const QString text = u"On Tuesday, Chile recalled its ambassador to Sudan."_s;
    const Analysis analysis = analyze(text);
    QCOMPARE(analysis.actions.size(), size_t(1));
    const Action &action = analysis.actions.front();
    QCOMPARE(action.trigger.of(text).toString(), u"recalled"_s);
    QVERIFY(action.span.contains(action.trigger));
    QCOMPARE(action.plover, u"SANCTION"_s);
    QCOMPARE(action.goldstein, -4.0);
    QVERIFY(action.date);
    QCOMPARE(action.date->text, u"On Tuesday"_s);
    QCOMPARE(action.quote, -1);
}

void TestActions::everySpanLiesInTheText()
{
    QFile file(QStringLiteral(DEMARCHE_CASES "/analysis/actions.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    const Analysis analysis = analyze(text);
    QVERIFY(analysis.actions.size() > 20);
    for (const Action &action : analysis.actions) {
        QVERIFY(!action.source.empty());
        QVERIFY(action.span.begin >= 0 && action.span.end <= text.size());
        QVERIFY(action.trigger.begin >= 0 && action.trigger.end <= text.size() && !action.trigger.isEmpty());
    }
    for (const Stance &stance : analysis.stances)
        QVERIFY(!stance.evidence.empty() && stance.score >= -10 && stance.score <= 10);
}

QTEST_APPLESS_MAIN(TestActions)
#include "tst_actions.moc"
