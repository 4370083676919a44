#include "models/knowledge/cameo.h"
#include "models/knowledge/patterns.h"
#include "models/knowledge/praise.h"

#include <QTest>

using namespace demarche;
using namespace demarche::knowledge;
using namespace Qt::StringLiterals;

namespace {

/// Loads patterns that are good but for one verb row; what is said of it.
QString complaint(const QByteArray &verbRow)
{
    const auto words = Table::parse("class\twords\nenvoys\tenvoy|consul\n", u"w"_s, Patterns::wordColumns());
    const QByteArray head = "words\twhen\tsource\ttarget\tcode\n";
    const auto verbs = Table::parse(head + verbRow, u"v"_s, Patterns::patternColumns());
    const auto none = Table::parse(head, u"n"_s, Patterns::patternColumns());
    const auto turns =
        Table::parse("code\tintent\tthreat\trefusal\tappeal\tdemand\n", u"t"_s, Patterns::turnColumns());
    if (!words || !verbs || !none || !turns)
        return u"not read"_s;
    const auto loaded = Patterns::load({*words, *verbs, *none, *none, *turns}, *Cameo::shipped());
    return loaded ? u"good"_s : loaded.error().line();
}

} // namespace

class TestCameo : public QObject
{
    Q_OBJECT

private slots:
    void codes();
    void patterns();
    void badPatterns_data();
    void badPatterns();
    void turns();
    void praise();
};

void TestCameo::codes()
{
    const auto &cameo = Cameo::shipped();
    QVERIFY2(cameo, cameo ? "" : qPrintable(cameo.error().line()));
    QVERIFY(cameo->codes().size() >= 318);
    for (int root = 1; root <= 20; ++root)
        QVERIFY(cameo->find(u"%1"_s.arg(root, 2, 10, QChar(u'0'))));
    QSet<QString> labels;
    for (const CameoCode &code : cameo->codes()) {
        QVERIFY2(!code.label.isEmpty() && !labels.contains(code.label), qPrintable(code.code));
        labels.insert(code.label);
        // cooperation is not negative, conflict not positive
        const int root = code.root().toInt();
        if (root >= 3 && root <= 8)
            QVERIFY(code.goldstein > 0);
        if (root >= 9)
            QVERIFY(code.goldstein < 0);
        QVERIFY2(root == 1 || !code.plover.isEmpty(), qPrintable(code.code));
    }
    QCOMPARE(cameo->find(u"163"_s)->plover, u"SANCTION"_s);
    QCOMPARE(cameo->ploverScore(u"ACCUSE"_s), -3.0);
    QVERIFY(!cameo->find(u"999"_s));
}

void TestCameo::patterns()
{
    const auto &patterns = Patterns::shipped();
    QVERIFY2(patterns, patterns ? "" : qPrintable(patterns.error().line()));
    QVERIFY(patterns->size() > 600);
    const auto *recall = patterns->find(u"recall"_s, language::Upos::Verb);
    QVERIFY(recall);
    QCOMPARE(recall->front().code, u"161"_s);
    QVERIFY(!patterns->find(u"recall"_s, language::Upos::Adp));
    QVERIFY(patterns->words(u"ambassadors"_s).contains(u"envoy"_s));
    QVERIFY(patterns->words(u"no such class"_s).isEmpty());
}

void TestCameo::badPatterns_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("said");
    QTest::newRow("good") << QByteArray("recall\tobj=%envoys @to/from !prt\tsubj\t@to|obj~\t161\n")
                          << u"good"_s;
    QTest::newRow("no such code") << QByteArray("recall\t\tsubj\tobj\t99\n")
                                  << u"v:2: no CAMEO code \"99\""_s;
    QTest::newRow("no such class") << QByteArray("recall\tobj=%x\tsubj\tobj\t161\n")
                                   << u"v:2: no word class \"x\""_s;
    QTest::newRow("no such place") << QByteArray("recall\tobject\tsubj\tobj\t161\n")
                                   << u"v:2: no place \"object\" for a condition"_s;
    QTest::newRow("no such actor's place")
        << QByteArray("recall\t\tsubject\tobj\t161\n") << u"v:2: no place \"subject\" for an actor"_s;
    QTest::newRow("no target") << QByteArray("recall\t\tsubj\t\t161\n") << u"v:2: an actor has no place"_s;
    QTest::newRow("no word") << QByteArray("|\t\tsubj\tobj\t161\n") << u"v:2: names no word"_s;
}

void TestCameo::badPatterns()
{
    QFETCH(QByteArray, row);
    QTEST(complaint(row), "said");
}

void TestCameo::turns()
{
    const auto &patterns = Patterns::shipped();
    QVERIFY(patterns);
    QCOMPARE(patterns->turned(u"042"_s, Patterns::Turn::Intent), u"036"_s);
    QCOMPARE(patterns->turned(u"195"_s, Patterns::Turn::Threat), u"1384"_s);
    QCOMPARE(patterns->turned(u"190"_s, Patterns::Turn::Threat), u"138"_s);
    QCOMPARE(patterns->turned(u"040"_s, Patterns::Turn::Refusal), u"125"_s);
    QCOMPARE(patterns->turned(u"111"_s, Patterns::Turn::Intent), QString());
}

void TestCameo::praise()
{
    const auto &praise = Praise::shipped();
    QVERIFY2(praise, praise ? "" : qPrintable(praise.error().line()));
    QVERIFY(praise->size() > 300);
    using language::Upos;
    QVERIFY(praise->find(u"condemn"_s, Upos::Verb)->object < -0.5);
    QVERIFY(praise->find(u"genocide"_s, Upos::Noun)->judged < -0.5);
    QVERIFY(praise->find(u"friendly"_s, Upos::Adj)->judged > 0.5);
    QVERIFY(!praise->find(u"table"_s, Upos::Noun));
    const auto twice =
        Table::parse("word\tkind\tjudged\tobject\ngood|good\tadjective\t1\t\n", u"p"_s, Praise::columns());
    QVERIFY(twice && !Praise::load(*twice));
    const auto high =
        Table::parse("word\tkind\tjudged\tobject\ngood\tadjective\t2\t\n", u"p"_s, Praise::columns());
    QVERIFY(high && !Praise::load(*high));
}

QTEST_APPLESS_MAIN(TestCameo)
#include "tst_cameo.moc"
