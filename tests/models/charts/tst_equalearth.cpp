#include "models/charts/equalearth.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace demarche::charts;

class TestEqualEarth : public QObject
{
    Q_OBJECT
private slots:
    void forward_data();
    void forward();
    void inverseTurnsForwardBack();
    void keepsAreas();
    void knowsWhatIsOffTheMap();
};

/// Reference points of PROJ's own test of eqearth on a sphere of radius 6378137 m, in metres.
void TestEqualEarth::forward_data()
{
    QTest::addColumn<QPointF>("degrees");
    QTest::addColumn<QPointF>("metres");
    QTest::newRow("middle") << QPointF(0, 0) << QPointF(0, 0);
    QTest::newRow("east end of the equator") << QPointF(180, 0) << QPointF(17263256.84, 0);
    QTest::newRow("west end of the equator") << QPointF(-180, 0) << QPointF(-17263256.84, 0);
    QTest::newRow("45 north at the edge") << QPointF(180, 45) << QPointF(14795421.79, 5486671.72);
    QTest::newRow("45 south at the edge") << QPointF(-180, -45) << QPointF(-14795421.79, -5486671.72);
    QTest::newRow("north pole") << QPointF(0, 90) << QPointF(0, 8402320.16);
    QTest::newRow("end of the pole line") << QPointF(-180, 90) << QPointF(-10227908.09, 8402320.16);
}

void TestEqualEarth::forward()
{
    QFETCH(const QPointF, degrees);
    QFETCH(const QPointF, metres);
    const QPointF plane = equalearth::forward(degrees) * 6378137.0;
    QVERIFY2(std::abs(plane.x() - metres.x()) < 0.02, qPrintable(QString::number(plane.x(), 'f', 3)));
    QVERIFY2(std::abs(plane.y() - metres.y()) < 0.02, qPrintable(QString::number(plane.y(), 'f', 3)));
    QVERIFY(std::abs(plane.x()) <= equalearth::HalfWidth * 6378137.0 + 0.01);
    QVERIFY(std::abs(plane.y()) <= equalearth::HalfHeight * 6378137.0 + 0.01);
}

void TestEqualEarth::inverseTurnsForwardBack()
{
    for (double latitude = -89.5; latitude < 90; latitude += 7.3) {
        for (double longitude = -180; longitude <= 180; longitude += 11.1) {
            const QPointF back = equalearth::inverse(equalearth::forward({longitude, latitude}));
            QVERIFY(std::abs(back.x() - longitude) < 1e-8);
            QVERIFY(std::abs(back.y() - latitude) < 1e-8);
        }
    }
}

/// Small cells keep the area that they have on the sphere, wherever they lie.
void TestEqualEarth::keepsAreas()
{
    constexpr double degree = std::numbers::pi / 180;
    constexpr double d = 0.05;
    for (const double latitude : {-80.0, -55.0, -10.0, 0.0, 33.0, 61.0, 84.0}) {
        for (const double longitude : {-170.0, -60.0, 0.0, 95.0}) {
            const QPointF a = equalearth::forward({longitude - d, latitude - d});
            const QPointF b = equalearth::forward({longitude + d, latitude - d});
            const QPointF c = equalearth::forward({longitude + d, latitude + d});
            const QPointF e = equalearth::forward({longitude - d, latitude + d});
            const QPointF p = c - a;
            const QPointF q = e - b;
            const double plane = std::abs(p.x() * q.y() - p.y() * q.x()) / 2;
            const double sphere =
                2 * d * degree * (std::sin((latitude + d) * degree) - std::sin((latitude - d) * degree));
            QVERIFY(std::abs(plane / sphere - 1) < 1e-5);
        }
    }
}

void TestEqualEarth::knowsWhatIsOffTheMap()
{
    QVERIFY(equalearth::isOnMap({0, 0}));
    QVERIFY(equalearth::isOnMap(equalearth::forward({179.9, 60})));
    QVERIFY(!equalearth::isOnMap({2.6, 1.2})); // right of the rounded corner
    QVERIFY(!equalearth::isOnMap({0, 1.4}));
}

QTEST_APPLESS_MAIN(TestEqualEarth)
#include "tst_equalearth.moc"
