#include "models/charts/antimeridian.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace demarche::charts;

class TestAntimeridian : public QObject
{
    Q_OBJECT
private slots:
    void unwrapLeavesNoJump();
    void cutRing_data();
    void cutRing();
    void ringAroundThePoleIsClosedAlongIt();
    void lineIsCutOnceAndKeepsBothEnds();
    void lineThatStaysIsLeftAlone();
    void denseLineHasNoLongStep();
};

static double areaOf(const std::vector<Line> &rings)
{
    double sum = 0;
    for (const Line &ring : rings) {
        double twice = 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const QPointF a = ring[i];
            const QPointF b = ring[(i + 1) % ring.size()];
            twice += a.x() * b.y() - b.x() * a.y();
        }
        sum += std::abs(twice) / 2;
    }
    return sum;
}

static bool isWithin(const std::vector<Line> &lines)
{
    return std::ranges::all_of(lines, [](const Line &line) {
        return std::ranges::all_of(line, [](const QPointF &p) { return p.x() >= -180 && p.x() <= 180; });
    });
}

void TestAntimeridian::unwrapLeavesNoJump()
{
    const Line line = unwrapped({{170, 0}, {-170, 5}, {-150, 5}, {175, 0}, {0, 0}});
    QCOMPARE(line, Line({{170, 0}, {190, 5}, {210, 5}, {175, 0}, {0, 0}}));
}

void TestAntimeridian::cutRing_data()
{
    QTest::addColumn<QList<QPointF>>("ring");
    QTest::addColumn<int>("pieces");
    QTest::addColumn<double>("area");
    using Ring = QList<QPointF>;
    QTest::newRow("far from the cut") << Ring{{0, 0}, {10, 0}, {10, 10}, {0, 10}} << 1 << 100.0;
    QTest::newRow("across it") << Ring{{170, 0}, {-170, 0}, {-170, 10}, {170, 10}} << 2 << 200.0;
    QTest::newRow("across it, first point repeated")
        << Ring{{170, 0}, {-170, 0}, {-170, 10}, {170, 10}, {170, 0}} << 2 << 200.0;
    QTest::newRow("touching it from the west")
        << Ring{{170, 0}, {180, 0}, {180, 10}, {170, 10}} << 1 << 100.0;
    QTest::newRow("touching it from the east")
        << Ring{{-180, 0}, {-170, 0}, {-170, 10}, {-180, 10}} << 1 << 100.0;
    QTest::newRow("a sliver without area") << Ring{{180, 0}, {180, 5}, {180, 2}} << 0 << 0.0;
    QTest::newRow("concave, crossing twice")
        << Ring{{170, 0}, {-170, 0}, {-170, 2}, {175, 2}, {175, 8}, {-170, 8}, {-170, 10}, {170, 10}} << 2
        << 110.0;
    QTest::newRow("too few points") << Ring{{0, 0}, {1, 1}} << 0 << 0.0;
}

void TestAntimeridian::cutRing()
{
    QFETCH(const QList<QPointF>, ring);
    QFETCH(const int, pieces);
    QFETCH(const double, area);
    const std::vector<Line> cut = demarche::charts::cutRing(Line(ring.begin(), ring.end()));
    QCOMPARE(static_cast<int>(cut.size()), pieces);
    QVERIFY(isWithin(cut));
    QVERIFY(std::abs(areaOf(cut) - area) < 1e-9);
}

void TestAntimeridian::ringAroundThePoleIsClosedAlongIt()
{
    Line ring;
    for (int longitude = -180; longitude < 180; longitude += 10)
        ring.emplace_back(longitude, -70);
    const std::vector<Line> south = demarche::charts::cutRing(ring);
    QVERIFY(isWithin(south));
    QVERIFY(std::abs(areaOf(south) - 360 * 20) < 1e-9);

    for (QPointF &point : ring)
        point.ry() = 80;
    std::ranges::reverse(ring);
    QVERIFY(std::abs(areaOf(demarche::charts::cutRing(ring)) - 360 * 10) < 1e-9);
}

void TestAntimeridian::lineIsCutOnceAndKeepsBothEnds()
{
    const std::vector<Line> pieces = cutLine({{160, 0}, {-160, 20}});
    QCOMPARE(static_cast<int>(pieces.size()), 2);
    QVERIFY(isWithin(pieces));
    QCOMPARE(pieces[0], Line({{160, 0}, {180, 10}}));
    QCOMPARE(pieces[1], Line({{-180, 10}, {-160, 20}}));
}

void TestAntimeridian::lineThatStaysIsLeftAlone()
{
    const Line line{{-10, 5}, {0, 6}, {12, 7}};
    QCOMPARE(cutLine(line), std::vector<Line>{line});
    QVERIFY(cutLine({}).empty());
}

void TestAntimeridian::denseLineHasNoLongStep()
{
    const Line line = densified({{0, 0}, {10, 0}, {10, 1}}, 1.5);
    QCOMPARE(line.front(), QPointF(0, 0));
    QCOMPARE(line.back(), QPointF(10, 1));
    for (std::size_t i = 1; i < line.size(); ++i)
        QVERIFY(std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y()) <= 1.5 + 1e-9);
}

QTEST_APPLESS_MAIN(TestAntimeridian)
#include "tst_antimeridian.moc"
