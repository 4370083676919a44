#include "models/charts/excerpt.h"

#include <QTest>

using namespace demarche::charts;
using namespace Qt::StringLiterals;

class TestExcerpt : public QObject
{
    Q_OBJECT
private slots:
    void keepsWhatLiesBetween();
    void openEndsKeepAll();
    void linesWithoutPointsGo();

private:
    [[nodiscard]] static TimelineData weeks();
};

TimelineData TestExcerpt::weeks()
{
    TimelineData data{u"ISR"_s, u"Israel"_s, Period::Week, QDate(2024, 1, 1), QDate(2024, 1, 28), {}, {}, 0, {}};
    data.series = {{u"CHL"_s, u"Chile"_s, {}}, {u"PER"_s, u"Peru"_s, {{QDate(2024, 1, 22), 2, 1}}}};
    for (int week = 0; week < 4; ++week) {
        data.series[0].points.push_back({QDate(2024, 1, 1).addDays(7 * week), -1.0, 1});
        data.volume.push_back({QDate(2024, 1, 1).addDays(7 * week), week + 1});
    }
    data.marks = {{QDate(2024, 1, 3), -5, {}, 1, 0}, {QDate(2024, 1, 10), -6, {}, 2, 0}};
    return data;
}

void TestExcerpt::keepsWhatLiesBetween()
{
    const TimelineData cut = excerpt(weeks(), QDate(2024, 1, 10), QDate(2024, 1, 16)); // within two weeks
    QCOMPARE(cut.first, QDate(2024, 1, 10));
    QCOMPARE(cut.last, QDate(2024, 1, 16));
    QCOMPARE(static_cast<int>(cut.volume.size()), 2);
    QCOMPARE(cut.volume.front().period, QDate(2024, 1, 8));
    QCOMPARE(static_cast<int>(cut.series.front().points.size()), 2);
    QCOMPARE(static_cast<int>(cut.marks.size()), 1);
    QCOMPARE(cut.marks.front().article, 2);
}

void TestExcerpt::openEndsKeepAll()
{
    const TimelineData all = excerpt(weeks(), {}, {});
    QCOMPARE(all.volume.size(), weeks().volume.size());
    QCOMPARE(all.first, weeks().first);
    QCOMPARE(static_cast<int>(excerpt(weeks(), QDate(2024, 1, 22), {}).volume.size()), 1);
}

void TestExcerpt::linesWithoutPointsGo()
{
    const TimelineData cut = excerpt(weeks(), {}, QDate(2024, 1, 14));
    QCOMPARE(static_cast<int>(cut.series.size()), 1);
    QCOMPARE(cut.series.front().iso3, u"CHL"_s);
}

QTEST_APPLESS_MAIN(TestExcerpt)
#include "tst_excerpt.moc"
