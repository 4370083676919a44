#include "models/charts/atlas.h"

#include <QTest>

using namespace demarche;
using namespace demarche::charts;

class TestAtlas : public QObject
{
    Q_OBJECT
private slots:
    void readsArcsAndRings();
    void joinsArcsForwardAndBack();
    void refusesBrokenShapes_data();
    void refusesBrokenShapes();
    void readsPlaces();
    void refusesBrokenPlaces_data();
    void refusesBrokenPlaces();
};

void TestAtlas::readsArcsAndRings()
{
    const auto atlas = readAtlas("# said first\na 1000 2000 500 -250\nd 0 0 1 1\ns ABC 0 ~1;1\ns - 1\n");
    QVERIFY(atlas.has_value());
    QCOMPARE(static_cast<int>(atlas->arcs.size()), 2);
    QCOMPARE(atlas->arcs[0].points, Line({{1, 2}, {1.5, 1.75}}));
    QVERIFY(!atlas->arcs[0].disputed);
    QVERIFY(atlas->arcs[1].disputed);
    QCOMPARE(static_cast<int>(atlas->outlines.size()), 2);
    QCOMPARE(atlas->outlines[0].iso3, QStringLiteral("ABC"));
    QCOMPARE(atlas->outlines[0].rings, (std::vector<std::vector<int>>{{0, ~1}, {1}}));
    QCOMPARE(atlas->outlines[1].iso3, QStringLiteral("-"));
}

void TestAtlas::joinsArcsForwardAndBack()
{
    // A square of two arcs, the second written against the ring's direction.
    const auto atlas = readAtlas("a 0 0 1000 0 0 1000\na 0 0 0 1000 1000 0\ns SQU 0 ~1\n");
    QVERIFY(atlas.has_value());
    QCOMPARE(pointsOf(*atlas, atlas->outlines[0].rings[0]), Line({{0, 0}, {1, 0}, {1, 1}, {0, 1}}));
}

void TestAtlas::refusesBrokenShapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    QTest::newRow("a word for a number") << QByteArray("a 0 0 x 1\n") << QStringLiteral("world-50m.shapes:1");
    QTest::newRow("a longitude alone") << QByteArray("a 0 0 1\n") << QStringLiteral("world-50m.shapes:1");
    QTest::newRow("a single point") << QByteArray("a 0 0\n") << QStringLiteral("world-50m.shapes:1");
    QTest::newRow("an arc not yet given")
        << QByteArray("a 0 0 1 1\ns ABC 1\n") << QStringLiteral("world-50m.shapes:2");
    QTest::newRow("an unknown line") << QByteArray("a 0 0 1 1\nz\n") << QStringLiteral("world-50m.shapes:2");
}

void TestAtlas::refusesBrokenShapes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, where);
    const auto atlas = readAtlas(text);
    QVERIFY(!atlas.has_value());
    QCOMPARE(atlas.error().where, where);
}

void TestAtlas::readsPlaces()
{
    const auto places = readPlaces("# head\nCIV\tCôte d’Ivoire\t1\t-5.5\t7.25\nATA\tAntarctica\t0\t0\t-80\n");
    QVERIFY(places.has_value());
    QCOMPARE(static_cast<int>(places->size()), 2);
    QCOMPARE(places->at(0).name, QStringLiteral("Côte d’Ivoire"));
    QVERIFY(places->at(0).member);
    QCOMPARE(places->at(0).point, QPointF(-5.5, 7.25));
    QVERIFY(!places->at(1).member);
}

void TestAtlas::refusesBrokenPlaces_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("too few cells") << QByteArray("FRA\tFrance\t1\t2\n");
    QTest::newRow("no code") << QByteArray("FR\tFrance\t1\t2\t47\n");
    QTest::newRow("no name") << QByteArray("FRA\t\t1\t2\t47\n");
    QTest::newRow("latitude off the globe") << QByteArray("FRA\tFrance\t1\t2\t97\n");
    QTest::newRow("a word for a number") << QByteArray("FRA\tFrance\t1\ttwo\t47\n");
}

void TestAtlas::refusesBrokenPlaces()
{
    QFETCH(const QByteArray, line);
    QVERIFY(!readPlaces(line).has_value());
}

QTEST_APPLESS_MAIN(TestAtlas)
#include "tst_atlas.moc"
