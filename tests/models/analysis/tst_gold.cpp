#include "models/analysis/record.h"
#include "models/corpus/analysing.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace demarche;
using namespace Qt::StringLiterals;

/// What is found in the articles annotated by hand does not fall below what was reached, a little less than the figures
/// of the README. The articles and the scorer lie beside the clone, not in it; without them the test says that it was skipped.
class TestGold : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void figures_data();
    void figures();

private:
    QJsonObject m_figures;
};

namespace {

const QString shared = QStringLiteral(DEMARCHE_SHARED);

QStringList filesOf(const QString &folder, const QString &pattern)
{
    QStringList paths;
    for (const QString &name : QDir(folder).entryList({pattern}, QDir::Files, QDir::Name))
        paths << folder + u'/' + name;
    return paths;
}

/// The records of the articles as `demarche analyze` prints them.
QByteArray records(const QStringList &articles, QStringList &problems)
{
    const Result<corpus::Analyze> analyze = corpus::shippedAnalysis();
    if (!analyze) {
        problems << analyze.error().line();
        return {};
    }
    QByteArray lines;
    corpus::ConveyorHooks hooks;
    hooks.analyze = *analyze;
    hooks.deliver = [&lines](corpus::AnalysedArticle &&item) {
        lines += analysis::record(item.article, item.analysis) + '\n';
        return true;
    };
    hooks.problem = [&problems](Problem &&problem) { problems << problem.line(); };
    corpus::convey(articles, 1, hooks);
    return lines;
}

} // namespace

void TestGold::initTestCase()
{
    const QString scorer = shared + u"/eval/score.py"_s;
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    const QStringList gold = filesOf(shared + u"/gold"_s, u"*.json"_s);
    const QStringList articles = filesOf(shared + u"/gold/articles"_s, u"*.txt"_s);
    if (gold.isEmpty() || articles.isEmpty() || !QFile::exists(scorer))
        QSKIP("the annotated articles are not beside this clone");
    if (python.isEmpty())
        QSKIP("there is no python3 to run their scorer");
    QStringList problems;
    const QByteArray found = records(articles, problems);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QProcess scoring;
    scoring.start(python, QStringList{scorer, u"--json"_s} + gold);
    scoring.write(found);
    scoring.closeWriteChannel();
    QVERIFY(scoring.waitForFinished());
    QCOMPARE(scoring.exitCode(), 0);
    const QByteArray printed = scoring.readAllStandardOutput().trimmed();
    m_figures = QJsonDocument::fromJson(printed.mid(printed.lastIndexOf('\n') + 1)).object();
    QVERIFY2(!m_figures.isEmpty(), printed.constData());
}

void TestGold::figures_data()
{
    QTest::addColumn<QStringList>("figure");
    QTest::addColumn<double>("least");
    const auto row = [](const char *name, const QStringList &figure, double least) {
        QTest::newRow(name) << figure << least;
    };
    row("actors", {u"actors"_s, u"f1"_s}, 0.97);
    row("actors' states", {u"country"_s}, 0.96);
    row("quotes", {u"quotes"_s, u"f1"_s}, 0.96);
    row("speakers", {u"speaker"_s}, 0.92);
    row("indirect quotes", {u"reported"_s}, 0.77);
    row("actions", {u"actions"_s, u"f1"_s}, 0.89);
    row("precision of actions", {u"actions"_s, u"precision"_s}, 0.93);
    row("recall of actions", {u"actions"_s, u"recall"_s}, 0.84);
    row("days of actions", {u"date"_s}, 0.84);
    row("certainty of actions", {u"realis"_s}, 0.93);
    row("stances", {u"stances"_s}, 0.81);
}

void TestGold::figures()
{
    QFETCH(QStringList, figure);
    QFETCH(double, least);
    QJsonValue value = m_figures;
    for (const QString &part : figure)
        value = value.toObject().value(part);
    QVERIFY(value.isDouble());
    QVERIFY2(value.toDouble() >= least, qPrintable(QString::number(value.toDouble())));
}

QTEST_GUILESS_MAIN(TestGold)
#include "tst_gold.moc"
