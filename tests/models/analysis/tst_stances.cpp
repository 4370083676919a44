#include "models/analysis/stances.h"

#include <QTest>

using namespace demarche::analysis;
using namespace Qt::StringLiterals;

namespace {

Evidence piece(const QString &country, const QString &target, double value, double weight)
{
    return {Evidence::Kind::Action, 0, country, target, value, weight, {}};
}

} // namespace

class TestStances : public QObject
{
    Q_OBJECT

private slots:
    void age();
    void score();
    void gravity();
    void byCountryAndTarget();
    void neverWithoutEvidence();
};

void TestStances::age()
{
    QCOMPARE(ageWeight(0), 1.0);
    QCOMPARE(ageWeight(-5), 1.0);
    QCOMPARE(ageWeight(halfLife), 0.5);
    QVERIFY(ageWeight(2 * halfLife) > 0);
}

void TestStances::score()
{
    QCOMPARE(stanceScore(0, 0), 0.0);
    // little evidence is drawn toward 0, much is not, and the scale is never left
    const double one = stanceScore(-8, 1);
    const double many = stanceScore(-800, 100);
    QVERIFY(one < 0 && one > -8);
    QVERIFY(many < one && many >= -8);
    QCOMPARE(stanceScore(1e9, 1), 10.0);
}

void TestStances::gravity()
{
    QVERIFY(intensity(-10) > intensity(-2));
    QCOMPARE(intensity(-4), intensity(4));
    QVERIFY(certainty(Realis::Actual) > certainty(Realis::Future));
    QVERIFY(certainty(Realis::Future) > certainty(Realis::Hypothetical));
    QCOMPARE(certainty(Realis::Negated), 0.0);
}

void TestStances::byCountryAndTarget()
{
    const std::vector<Evidence> evidence{piece(u"NOR"_s, u"SWE"_s, -4, 1), piece(u"SWE"_s, u"NOR"_s, 3, 1),
                                         piece(u"NOR"_s, u"SWE"_s, 4, 1), piece(u"NOR"_s, u"SWE"_s, -4, 0.5)};
    const auto stances = stancesOf(evidence);
    QCOMPARE(stances.size(), size_t(2));
    QCOMPARE(stances[0].country, u"NOR"_s);
    QCOMPARE(stances[0].evidence, (std::vector<int>{0, 2, 3}));
    QVERIFY(stances[0].score < 0);
    QVERIFY(stances[1].score > 0);
}

void TestStances::neverWithoutEvidence()
{
    QVERIFY(stancesOf({}).empty());
    QVERIFY(stancesOf({piece(u"NOR"_s, u"SWE"_s, -4, 0)}).empty());
}

QTEST_APPLESS_MAIN(TestStances)
#include "tst_stances.moc"
