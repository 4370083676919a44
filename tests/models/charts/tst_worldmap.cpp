#include "models/charts/equalearth.h"
#include "models/charts/worldmap.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace demarche::charts;
using namespace Qt::StringLiterals;

class TestWorldMap : public QObject
{
    Q_OBJECT
private slots:
    void hasEveryMember();
    void everyAnchorLiesInItsCountry();
    void areasAreThoseOfTheEarth_data();
    void areasAreThoseOfTheEarth();
    void nothingStreaksAcrossTheMap();
    void antarcticaReachesThePole();
    void partsWithoutAnOutlineAnswerByTheWhole_data();
    void partsWithoutAnOutlineAnswerByTheWhole();
    void kosovoAndWesternSaharaStandApart();
    void bordersAreStrokedOnce();
};

static const Country &named(const QString &iso3)
{
    const int at = worldMap().indexOf(iso3);
    if (at < 0)
        qFatal("no such country on the map");
    return worldMap().countries[static_cast<std::size_t>(at)];
}

static bool holds(const Country &country, QPointF p)
{
    bool inside = false;
    for (const Line &ring : country.rings) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const QPointF a = ring[i];
            const QPointF b = ring[i + 1];
            if ((a.y() > p.y()) != (b.y() > p.y()) &&
                p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x())
                inside = !inside;
        }
    }
    return inside;
}

void TestWorldMap::hasEveryMember()
{
    const auto &countries = worldMap().countries;
    QCOMPARE(std::ranges::count_if(countries, &Country::member), 193);
    for (const Country &country : countries) {
        QVERIFY2(country.iso3.isEmpty() || country.iso3.size() == 3, qPrintable(country.iso3));
        QVERIFY2(!country.rings.empty() || country.iso3 == u"VAT"_s,
                 qPrintable(country.iso3)); // 0.4 km²: a point
    }
}

void TestWorldMap::everyAnchorLiesInItsCountry()
{
    for (const Country &country : worldMap().countries) {
        if (country.iso3.isEmpty())
            continue;
        QVERIFY2(holds(country, country.anchor) || country.rings.empty(), qPrintable(country.iso3));
        QVERIFY2(!country.name.isEmpty() && country.name != country.iso3, qPrintable(country.iso3));
    }
}

/// Land areas in thousand km² as statistics give them: a map that loses or doubles a piece is found out.
void TestWorldMap::areasAreThoseOfTheEarth_data()
{
    QTest::addColumn<QString>("iso3");
    QTest::addColumn<double>("area");
    QTest::newRow("Russia, across the antimeridian") << u"RUS"_s << 16900.0;
    QTest::newRow("United States, with Alaska") << u"USA"_s << 9400.0;
    QTest::newRow("Brazil") << u"BRA"_s << 8500.0;
    QTest::newRow("France, with its overseas regions") << u"FRA"_s << 640.0;
    QTest::newRow("South Africa, with a hole") << u"ZAF"_s << 1220.0;
    QTest::newRow("Somalia, with its north") << u"SOM"_s << 637.0;
    QTest::newRow("New Zealand") << u"NZL"_s << 268.0;
    QTest::newRow("Antarctica, around the pole") << u"ATA"_s << 13200.0;
    QTest::newRow("Fiji, across the antimeridian") << u"FJI"_s << 18.3;
}

void TestWorldMap::areasAreThoseOfTheEarth()
{
    QFETCH(const QString, iso3);
    QFETCH(const double, area);
    constexpr double earth = 6371.0 * 6371.0 / 1000;
    const double found = named(iso3).area * earth;
    QVERIFY2(std::abs(found / area - 1) < 0.08, qPrintable(QString::number(found)));
}

void TestWorldMap::nothingStreaksAcrossTheMap()
{
    const WorldMap &world = worldMap();
    for (const std::vector<Line> *lines : {&world.coasts, &world.borders, &world.disputed}) {
        for (const Line &line : *lines) {
            for (std::size_t i = 1; i < line.size(); ++i)
                QVERIFY(std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y()) < 0.1);
        }
    }
    for (const Country &country : world.countries) {
        for (const Line &ring : country.rings) {
            for (const QPointF &point : ring)
                QVERIFY(std::abs(point.x()) <= equalearth::HalfWidth + 1e-9);
        }
    }
}

void TestWorldMap::antarcticaReachesThePole()
{
    const Country &antarctica = named(u"ATA"_s);
    QVERIFY(std::abs(antarctica.bounds.top() + equalearth::HalfHeight) < 1e-6);
    for (const double longitude : {-170.0, -60.0, 0.0, 120.0, 179.0})
        QVERIFY(holds(antarctica, project({longitude, -88})));
}

void TestWorldMap::partsWithoutAnOutlineAnswerByTheWhole_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("whole");
    for (const char *part : {"GUF", "GLP", "REU", "MTQ", "MYT"})
        QTest::newRow(part) << QString::fromLatin1(part) << u"FRA"_s;
    QTest::newRow("SJM") << u"SJM"_s << u"NOR"_s;
}

void TestWorldMap::partsWithoutAnOutlineAnswerByTheWhole()
{
    QFETCH(const QString, part);
    QFETCH(const QString, whole);
    QCOMPARE(worldMap().indexOf(part), worldMap().indexOf(whole));
    QVERIFY(worldMap().indexOf(whole) >= 0);
    QCOMPARE(worldMap().indexOf(u"ZZZ"_s), -1);
}

void TestWorldMap::kosovoAndWesternSaharaStandApart()
{
    QVERIFY(holds(named(u"XKX"_s), project({21.17, 42.67}))); // Pristina
    QVERIFY(holds(named(u"ESH"_s), project({-11.5, 26.7})));  // Smara
    QVERIFY(holds(named(u"UKR"_s), project({34.1, 45.2})));   // Crimea
    QVERIFY(holds(named(u"CYP"_s), project({33.36, 35.25}))); // north of Nicosia
    QVERIFY(holds(named(u"SOM"_s), project({44.06, 9.56})));  // Hargeisa
    QVERIFY(holds(named(u"RUS"_s), project({-173.0, 66.5}))); // beyond the antimeridian
}

void TestWorldMap::bordersAreStrokedOnce()
{
    const auto keyOf = [](const Line &line) {
        const auto [low, high] = std::minmax(
            {std::pair(line.front().x(), line.front().y()), std::pair(line.back().x(), line.back().y())});
        return std::tuple(low, high, line.size(),
                          line[line.size() / 2].x() + line[(line.size() - 1) / 2].x());
    };
    std::vector<decltype(keyOf(Line()))> keys;
    for (const Line &line : worldMap().borders)
        keys.push_back(keyOf(line));
    QVERIFY(keys.size() > 250);
    std::ranges::sort(keys);
    QVERIFY(std::ranges::adjacent_find(keys) == keys.end());
}

QTEST_APPLESS_MAIN(TestWorldMap)
#include "tst_worldmap.moc"
