#include "models/charts/stancescale.h"

#include <QTest>

using namespace demarche::charts;
using namespace Qt::StringLiterals;

class TestStanceScale : public QObject
{
    Q_OBJECT
private slots:
    void label_data();
    void label();
    void labelsAreSymmetric();
    void figures_data();
    void figures();
};

void TestStanceScale::label_data()
{
    QTest::addColumn<double>("score");
    QTest::addColumn<QString>("word");
    QTest::newRow("the most hostile") << -10.0 << u"hostile"_s;
    QTest::newRow("the contract's example") << -6.5 << u"hostile"_s;
    QTest::newRow("on the bound of hostile") << -5.0 << u"hostile"_s;
    QTest::newRow("on the bound of favourable") << 1.0 << u"favourable"_s;
    QTest::newRow("a critical word") << -3.0 << u"critical"_s;
    QTest::newRow("nothing either way") << 0.0 << u"mixed"_s;
    QTest::newRow("a friendly word") << 3.0 << u"favourable"_s;
    QTest::newRow("the most supportive") << 10.0 << u"supportive"_s;
}

void TestStanceScale::label()
{
    QFETCH(const double, score);
    QFETCH(const QString, word);
    QCOMPARE(nameOf(labelOf(score)), word);
}

void TestStanceScale::labelsAreSymmetric()
{
    for (double score = 0; score <= 10; score += 0.25)
        QCOMPARE(static_cast<int>(labelOf(score)) + static_cast<int>(labelOf(-score)), StanceLabels - 1);
}

void TestStanceScale::figures_data()
{
    QTest::addColumn<double>("score");
    QTest::addColumn<QString>("text");
    QTest::newRow("negative, with a true minus") << -6.5 << u"\u22126.5"_s;
    QTest::newRow("positive") << 3.25 << u"+3.3"_s;
    QTest::newRow("zero has no sign") << 0.0 << u"0.0"_s;
    QTest::newRow("a negative that rounds to zero") << -0.04 << u"0.0"_s;
    QTest::newRow("ten") << 10.0 << u"+10.0"_s;
}

void TestStanceScale::figures()
{
    QFETCH(const double, score);
    QFETCH(const QString, text);
    QCOMPARE(scoreText(score), text);
}

QTEST_APPLESS_MAIN(TestStanceScale)
#include "tst_stancescale.moc"
