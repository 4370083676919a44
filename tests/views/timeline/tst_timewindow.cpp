#include "views/timeline/linelabels.h"
#include "views/timeline/timewindow.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace demarche;
using views::TimeWindow;

class TestTimeWindow : public QObject
{
    Q_OBJECT
private slots:
    void zoomKeepsTheFixedMoment();
    void zoomStaysWithinTheRange();
    void moveStopsAtTheEnds();
    void singleDayIsARange();
    void wholeWindowHoldsWholePeriods();
    void labelsKeepTheirDistance_data();
    void labelsKeepTheirDistance();
    void aFewStraysDoNotStretchTheView();
};

static TimeWindow year()
{
    return TimeWindow(QDate(2023, 1, 1), QDate(2023, 12, 31));
}

void TestTimeWindow::zoomKeepsTheFixedMoment()
{
    const double fixed = views::momentOf({2023, 4, 10});
    const TimeWindow near = year().zoomedAt(fixed, 4);
    QVERIFY(std::abs(near.length() - 365 / 4.0) < 1e-9);
    const double before = (fixed - year().begin()) / year().length();
    QVERIFY(std::abs((fixed - near.begin()) / near.length() - before) < 1e-9);
}

void TestTimeWindow::zoomStaysWithinTheRange()
{
    const TimeWindow near = year().zoomedAt(year().begin(), 1000);
    QCOMPARE(near.length(), 3.0); // days: nothing shorter is shown
    const TimeWindow far = near.zoomedAt(near.end(), 0.0001);
    QVERIFY(far.isWhole());
}

void TestTimeWindow::moveStopsAtTheEnds()
{
    const TimeWindow near = year().zoomedAt(views::momentOf({2023, 6, 1}), 2);
    QCOMPARE(near.moved(-1000).begin(), year().begin());
    QCOMPARE(near.moved(1000).end(), year().end());
    QCOMPARE(near.moved(5).length(), near.length());
}

void TestTimeWindow::singleDayIsARange()
{
    const TimeWindow day({2024, 2, 29}, {2024, 2, 29});
    QVERIFY(day.isValid());
    QCOMPARE(day.length(), 1.0);
    QVERIFY(day.zoomedAt(day.begin(), 3).isWhole());
    QVERIFY(!TimeWindow().isValid());
}

void TestTimeWindow::wholeWindowHoldsWholePeriods()
{
    charts::TimelineData data;
    QVERIFY(!views::wholeWindow(data).isValid());
    data.period = charts::Period::Month;
    data.first = QDate(2023, 10, 17);
    data.last = QDate(2024, 2, 3);
    const TimeWindow whole = views::wholeWindow(data);
    QCOMPARE(views::dayOf(whole.begin()), QDate(2023, 10, 1));
    QCOMPARE(views::dayOf(whole.end() - 0.5), QDate(2024, 2, 29));
}

void TestTimeWindow::labelsKeepTheirDistance_data()
{
    QTest::addColumn<QList<double>>("wanted");
    QTest::newRow("far apart") << QList<double>{20, 80, 150};
    QTest::newRow("all at one height") << QList<double>{50, 50, 50, 50};
    QTest::newRow("crowded at the top") << QList<double>{0, 1, 2, 3};
    QTest::newRow("crowded at the bottom, unsorted") << QList<double>{199, 150, 198, 200};
    QTest::newRow("more than fit") << QList<double>(30, 100.0);
    QTest::newRow("none") << QList<double>{};
}

void TestTimeWindow::labelsKeepTheirDistance()
{
    QFETCH(const QList<double>, wanted);
    const std::vector<double> want(wanted.begin(), wanted.end());
    std::vector<double> placed = views::spreadLabels(want, 15, 0, 200);
    QCOMPARE(placed.size(), want.size());
    for (std::size_t i = 0; i < want.size(); ++i) {
        for (std::size_t k = 0; k < want.size(); ++k)
            QVERIFY(!(want[i] < want[k]) || placed[i] < placed[k]); // the order is kept
    }
    std::ranges::sort(placed);
    const double spacing = std::min(15.0, want.empty() ? 15.0 : 200.0 / double(want.size()));
    for (std::size_t i = 0; i < placed.size(); ++i) {
        QVERIFY(placed[i] > -0.01 && placed[i] < 200.01);
        QVERIFY(i == 0 || placed[i] - placed[i - 1] >= spacing - 1e-6);
    }
}

void TestTimeWindow::aFewStraysDoNotStretchTheView()
{
    charts::TimelineData data;
    data.period = charts::Period::Month;
    data.first = QDate(1996, 5, 3);
    data.last = QDate(2024, 6, 20);
    for (QDate month(1996, 5, 1); month < data.last; month = month.addMonths(1))
        data.volume.push_back({month, 0});
    data.volume.front().articles = 2;
    for (std::size_t i = data.volume.size() - 9; i < data.volume.size(); ++i)
        data.volume[i].articles = 40;
    const views::TimeWindow whole = views::wholeWindow(data);
    const views::TimeWindow first = views::busiestWindow(data, whole);
    QCOMPARE(views::dayOf(first.begin()), QDate(2023, 10, 1));
    QCOMPARE(views::dayOf(first.end() - 0.5), QDate(2024, 6, 30));
    QCOMPARE(first.whole(), whole);    // and the strays can still be reached
    data.volume.front().articles = 20; // no longer a few
    QCOMPARE(views::busiestWindow(data, whole), whole);
    QCOMPARE(views::busiestWindow({}, whole), whole);
}

QTEST_APPLESS_MAIN(TestTimeWindow)
#include "tst_timewindow.moc"
