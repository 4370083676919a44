#include "views/map/hatching.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace demarche;

class TestHatching : public QObject
{
    Q_OBJECT
private slots:
    void fillsASquareEvenly();
    void sparesAHole();
    void nothingGivesNothing();
};

static double lengthOf(const std::vector<QLineF> &lines)
{
    double sum = 0;
    for (const QLineF &line : lines)
        sum += line.length();
    return sum;
}

void TestHatching::fillsASquareEvenly()
{
    const std::vector<QLineF> lines = views::hatching({QPolygonF(QRectF(3, 7, 100, 100))}, 5);
    // Lines 5 px apart cover an area with a length of area / 5.
    QVERIFY(std::abs(lengthOf(lines) - 2000) < 60);
    for (const QLineF &line : lines) {
        QVERIFY(std::abs(std::abs(line.dx()) - std::abs(line.dy())) < 1e-9);
        for (const QPointF &end : {line.p1(), line.p2()})
            QVERIFY(QRectF(2.99, 6.99, 100.02, 100.02).contains(end));
    }
}

void TestHatching::sparesAHole()
{
    const QRectF hole(30, 30, 40, 40);
    const std::vector<QLineF> lines =
        views::hatching({QPolygonF(QRectF(0, 0, 100, 100)), QPolygonF(hole)}, 4);
    QVERIFY(std::abs(lengthOf(lines) - (100 * 100 - 40 * 40) / 4.0) < 60);
    QVERIFY(std::ranges::none_of(lines, [&](const QLineF &line) {
        return hole.adjusted(0.1, 0.1, -0.1, -0.1).contains(line.center());
    }));
}

void TestHatching::nothingGivesNothing()
{
    QVERIFY(views::hatching({}, 5).empty());
    QVERIFY(views::hatching({QPolygonF(QList<QPointF>{{1, 1}, {2, 2}})}, 5).empty());
}

QTEST_APPLESS_MAIN(TestHatching)
#include "tst_hatching.moc"
