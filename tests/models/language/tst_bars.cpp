#include "models/language/evaluation/scores.h"
#include "models/language/training/corpora.h"
#include "models/text/resource.h"

#include <QFileInfo>
#include <QTest>

using namespace demarche;
using namespace demarche::language;
using namespace demarche::language::evaluation;
using namespace Qt::StringLiterals;

/// The shipped models do not fall below what they reached on development data, where those data are at hand;
/// resources/language/README.md states the figures.
class TestBars : public QObject
{
    Q_OBJECT
private slots:
    void syntax_data();
    void syntax();
    void names_data();
    void names();
    void segmentation_data();
    void segmentation();
    void english();
    void modelIsSmall();
};

static QString corpus(const QString &name)
{
    return QStringLiteral(DEMARCHE_SHARED "/corpora/") + name;
}

void TestBars::syntax_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<double>("upos");
    QTest::addColumn<double>("las");
    QTest::newRow("EWT dev") << u"ud/en_ewt-ud-dev.conllu"_s << 95.3 << 81.0;
    QTest::newRow("GUM dev") << u"ud/en_gum-ud-dev.conllu"_s << 95.3 << 81.0;
}

static std::vector<ConlluSentence> treebank(const QString &path)
{
    const auto bytes = training::readFile(path);
    return bytes ? readConllu(*bytes, path).value_or(std::vector<ConlluSentence>())
                 : std::vector<ConlluSentence>();
}

void TestBars::syntax()
{
    QFETCH(QString, set);
    QFETCH(double, upos);
    QFETCH(double, las);
    const auto gold = treebank(corpus(set));
    if (gold.empty())
        QSKIP("these data are not at hand");
    const SyntaxScore s = scoreSyntax(**Annotator::shipped(), gold);
    QVERIFY2(100 * Tally::share(s.upos, s.tokens) >= upos, qPrintable(QString::number(s.upos)));
    QVERIFY2(100 * Tally::share(s.arcs, s.tokens) >= las, qPrintable(QString::number(s.arcs)));
}

void TestBars::names_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<bool>("heldOut");
    QTest::addColumn<double>("f1");
    QTest::newRow("EWW held out") << u"ner/eww.train"_s << true << 86.5;
    QTest::newRow("UNER dev") << u"ner/uner.dev"_s << false << 75.0;
    QTest::newRow("CoNLL-2003 testa") << u"ner/conll.testa"_s << false << 80.0;
}

void TestBars::names()
{
    QFETCH(QString, set);
    QFETCH(bool, heldOut);
    QFETCH(double, f1);
    const auto score = scoreNames(**Annotator::shipped(), corpus(set), heldOut ? std::optional(0) : std::nullopt);
    if (!score)
        QSKIP("these data are not at hand");
    QVERIFY2(100 * score->all.f1() >= f1, qPrintable(QString::number(100 * score->all.f1())));
}

void TestBars::segmentation_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<QString>("part");
    QTest::addColumn<double>("sentences");
    QTest::newRow("EWT dev") << u"ud/en_ewt-ud-dev.conllu"_s << QString() << 80.0;
    QTest::newRow("GUM dev, news") << u"ud/en_gum-ud-dev.conllu"_s << u"GUM_news_"_s << 90.0;
}

void TestBars::segmentation()
{
    QFETCH(QString, set);
    QFETCH(QString, part);
    QFETCH(double, sentences);
    const auto gold = treebank(corpus(set));
    if (gold.empty())
        QSKIP("these data are not at hand");
    const SegmentationScore s = scoreSegmentation(gold, part);
    QVERIFY2(100 * s.tokens.f1() >= 98.5, qPrintable(QString::number(s.tokens.f1())));
    QVERIFY2(100 * s.sentences.f1() >= sentences, qPrintable(QString::number(s.sentences.f1())));
}

void TestBars::english()
{
    const LanguageCount count = countLanguages(corpus(u"articles"_s));
    if (count.articles == 0)
        QSKIP("these data are not at hand");
    const auto english = count.files.find(u"en"_s);
    QVERIFY(english != count.files.end());
    QVERIFY2(double(english->second.size()) >= 0.99 * count.articles, qPrintable(QString::number(english->second.size())));
}

void TestBars::modelIsSmall()
{
    const auto bytes = resource(u"language/english.model"_s);
    QVERIFY(bytes.has_value());
    const auto attribution = resource(u"language/attribution.model"_s);
    QVERIFY(attribution.has_value());
    QVERIFY(bytes->size() + attribution->size() <= 12'000'000);
}

QTEST_GUILESS_MAIN(TestBars)
#include "tst_bars.moc"
