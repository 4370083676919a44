#include "models/corpus/files.h"
#include "models/corpus/stories/evaluation/edits.h"
#include "models/corpus/stories/evaluation/evaluation.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace demarche;
using namespace demarche::corpus::stories::evaluation;
using namespace Qt::StringLiterals;

/// How well copies are recognised: on the samples always, on the corpus where there is one.
class tst_StoryScores : public QObject
{
    Q_OBJECT

private slots:
    void samples();
    void corpus();
    void editsAreReproducible();
    void editsOfOddTexts_data();
    void editsOfOddTexts();

private:
    static std::vector<QString> textsIn(const QString &folder);
    static void judge(const Scores &scores);
};

std::vector<QString> tst_StoryScores::textsIn(const QString &folder)
{
    std::vector<QString> texts;
    std::vector<Problem> problems;
    const corpus::Sink sink{[&texts](corpus::Article &&article) {
                                texts.push_back(std::move(article.text));
                                return true;
                            },
                            [](Problem &&) {}};
    for (const corpus::FileEntry &file : corpus::filesOf({folder}, problems))
        static_cast<void>(corpus::readFile(file.path, sink));
    return texts;
}

void tst_StoryScores::judge(const Scores &scores)
{
    for (const Score &score : scores.kinds) {
        const QString told = u"%1: P %2 R %3"_s.arg(score.kind).arg(score.precision()).arg(score.recall());
        if (score.pairs > 0)
            QVERIFY2(score.recall() >= 0.95 && score.precision() >= 0.95, qPrintable(told));
        else
            QVERIFY2(score.wrong <= score.made / 12, qPrintable(told));
    }
    QVERIFY(scores.total().precision() >= 0.95);
    QVERIFY(scores.total().recall() >= 0.95);
}

void tst_StoryScores::samples()
{
    const std::vector<QString> texts = textsIn(QStringLiteral(DEMARCHE_SOURCE "/resources/samples"));
    QVERIFY(texts.size() > 30);
    const Scores scores = evaluate(texts);
    QVERIFY(scores.natural.empty()); // several tell of one event, none is another's copy
    judge(scores);
}

void tst_StoryScores::corpus()
{
    const QString folder = QStringLiteral(DEMARCHE_SHARED "/corpora/articles");
    if (!QDir(folder).exists())
        QSKIP("the corpus of articles is not here");
    judge(evaluate(textsIn(folder)));
}

void tst_StoryScores::editsAreReproducible()
{
    const QString text = u"One report. \"It says what it says,\" he said.\n\nIt has an end."_s;
    const QString other = u"Quite another thing. Nobody said so."_s;
    for (const Edit &edit : edits()) {
        Random first(7);
        Random second(7);
        QCOMPARE(edit.make(text, other, first), edit.make(text, other, second));
    }
}

void tst_StoryScores::editsOfOddTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("a word") << u"No"_s;
    QTest::newRow("spaces") << u" \n\n "_s;
    QTest::newRow("open quotation") << u"\"He said"_s;
}

void tst_StoryScores::editsOfOddTexts()
{
    QFETCH(QString, text);
    Random random(1);
    for (const auto &kinds : {edits(), impostors()}) {
        for (const Edit &edit : kinds) {
            static_cast<void>(edit.make(text, u"Another one. Of two sentences."_s, random));
            static_cast<void>(edit.make(u"Another one. Of two sentences."_s, text, random));
        }
    }
    QVERIFY(evaluate(std::vector<QString>{text, text}).total().made == 0);
}

QTEST_GUILESS_MAIN(tst_StoryScores)
#include "tst_storyscores.moc"
