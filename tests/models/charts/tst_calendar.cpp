#include "models/charts/calendar.h"

#include <QTest>

using namespace demarche::charts;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(demarche::charts::Period)

class TestCalendar : public QObject
{
    Q_OBJECT
private slots:
    void periods_data();
    void periods();
    void ranges();
    void ticks_data();
    void ticks();
    void ticksStandOnTheFirstOfTheMonth();
    void ticksTellTheYearOnce();
    void gapsBreakTheLine();
};

void TestCalendar::periods_data()
{
    QTest::addColumn<Period>("period");
    QTest::addColumn<QDate>("start");
    QTest::addColumn<QDate>("after");
    QTest::addColumn<QString>("name");
    QTest::newRow("day") << Period::Day << QDate(2023, 12, 31) << QDate(2024, 1, 1) << u"31 Dec 2023"_s;
    QTest::newRow("week") << Period::Week << QDate(2023, 12, 25) << QDate(2024, 1, 1)
                          << u"week of 25 Dec 2023"_s;
    QTest::newRow("month") << Period::Month << QDate(2023, 12, 1) << QDate(2024, 1, 1) << u"December 2023"_s;
    QTest::newRow("quarter") << Period::Quarter << QDate(2023, 10, 1) << QDate(2024, 1, 1) << u"Q4 2023"_s;
    QTest::newRow("year") << Period::Year << QDate(2023, 1, 1) << QDate(2024, 1, 1) << u"2023"_s;
}

void TestCalendar::periods()
{
    QFETCH(const Period, period);
    QFETCH(const QDate, start);
    QFETCH(const QDate, after);
    QFETCH(const QString, name);
    QCOMPARE(startOf(QDate(2023, 12, 31), period), start);
    QCOMPARE(startOf(start, period), start);
    QCOMPARE(next(start, period), after);
    QCOMPARE(nameOf(start, period), name);
}

void TestCalendar::ranges()
{
    QCOMPARE(rangeText({2023, 10, 1}, {2024, 6, 30}), u"1 Oct 2023 – 30 Jun 2024"_s);
    QCOMPARE(rangeText({2024, 1, 5}, {2024, 6, 30}), u"5 Jan – 30 Jun 2024"_s);
    QCOMPARE(rangeText({2024, 1, 5}, {2024, 1, 5}), u"5 Jan 2024"_s);
    QCOMPARE(rangeText({}, {2024, 1, 5}), QString());
}

void TestCalendar::ticks_data()
{
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::addColumn<int>("most");
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("a week") << QDate(2024, 2, 26) << QDate(2024, 3, 3) << 8
                            << QStringList{u"26"_s, u"27"_s, u"28"_s, u"29"_s, u"1"_s, u"2"_s, u"3"_s};
    QTest::newRow("half a year") << QDate(2023, 10, 2) << QDate(2024, 3, 31) << 8
                                 << QStringList{u"Nov"_s, u"Dec"_s, u"Jan"_s, u"Feb"_s, u"Mar"_s};
    QTest::newRow("half a year, little room")
        << QDate(2023, 10, 2) << QDate(2024, 3, 31) << 3 << QStringList{u"Nov"_s, u"Jan"_s, u"Mar"_s};
    QTest::newRow("thirty years") << QDate(1994, 3, 1) << QDate(2024, 3, 31) << 8
                                  << QStringList{u"1995"_s, u"2000"_s, u"2005"_s,
                                                 u"2010"_s, u"2015"_s, u"2020"_s};
    QTest::newRow("a single day") << QDate(2024, 5, 1) << QDate(2024, 5, 1) << 8 << QStringList{u"1"_s};
    QTest::newRow("no range") << QDate() << QDate(2024, 5, 1) << 8 << QStringList();
    QTest::newRow("a range turned round") << QDate(2024, 5, 2) << QDate(2024, 5, 1) << 8 << QStringList();
}

void TestCalendar::ticks()
{
    QFETCH(const QDate, first);
    QFETCH(const QDate, last);
    QFETCH(const int, most);
    QFETCH(const QStringList, labels);
    QStringList found;
    for (const DateTick &tick : dateTicks(first, last, most)) {
        QVERIFY(tick.day >= first && tick.day <= last);
        found << tick.label;
    }
    QCOMPARE(found, labels);
}

void TestCalendar::ticksStandOnTheFirstOfTheMonth()
{
    for (int months = 10; months < 400; months += 7) {
        const QDate first(1990, 3, 17);
        const auto ticks = dateTicks(first, first.addMonths(months), 9);
        QVERIFY(!ticks.empty() && ticks.size() <= 11);
        for (const DateTick &tick : ticks)
            QCOMPARE(tick.day.day(), 1);
    }
}

void TestCalendar::ticksTellTheYearOnce()
{
    QStringList told;
    for (const DateTick &tick : dateTicks({2023, 10, 2}, {2024, 6, 30}, 12)) {
        if (!tick.underneath.isEmpty())
            told << tick.label + u' ' + tick.underneath;
    }
    QCOMPARE(told, QStringList({u"Nov 2023"_s, u"Jan 2024"_s}));
}

void TestCalendar::gapsBreakTheLine()
{
    const auto at = [](int day) { return StancePoint{QDate(2024, 1, day), 1.0, 1}; };
    const std::vector<StancePoint> points{at(1), at(8), at(22), at(29)};
    const auto runs = stretches(points, Period::Week);
    QCOMPARE(static_cast<int>(runs.size()), 2);
    QCOMPARE(static_cast<int>(runs[0].size()), 2);
    QCOMPARE(runs[1].front().period, QDate(2024, 1, 22));
    QCOMPARE(static_cast<int>(stretches(std::span(points).first(1), Period::Week).size()), 1);
    QVERIFY(stretches({}, Period::Week).empty());
    QCOMPARE(static_cast<int>(stretches(points, Period::Month).size()), 1);
}

QTEST_APPLESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
