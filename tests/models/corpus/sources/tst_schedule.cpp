#include "models/corpus/sources/folderstate.h"
#include "models/corpus/sources/schedule.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace demarche::corpus::sources;

namespace {

constexpr double middle = 0.5; ///< no spread at all
constexpr qint64 now = 1'700'000'000;

} // namespace

/// When feeds are looked at again, and when files are done being written: by clocks that the tests hold.
class TestSchedule : public QObject
{
    Q_OBJECT

private slots:
    void afterSuccess();
    void failuresBackOffWithinBounds();
    void serversAreGivenTheTimeTheyAsk();
    void looksAreSpread();
    void filesWaitUntilTheyAreWhole();
    void changedFilesComeAgainAndGoneOnesAreForgotten();
};

void TestSchedule::afterSuccess()
{
    const Schedule schedule;
    Subscription feed;
    QCOMPARE(dueAfterSuccess(schedule, feed, now, middle), now + 3600);
    feed.minutes = 15;
    QCOMPARE(dueAfterSuccess(schedule, feed, now, middle), now + 900);
    feed.minutes = 1; // nobody is asked every minute
    QCOMPARE(dueAfterSuccess(schedule, feed, now, middle), now + 300);
    Subscription folder;
    folder.kind = Kind::Folder;
    QCOMPARE(dueAfterSuccess(schedule, folder, now, middle), now + 300);
}

void TestSchedule::failuresBackOffWithinBounds()
{
    const Schedule schedule;
    Subscription feed;
    qint64 before = 0;
    for (const int failures : {1, 2, 3, 4, 5, 6, 40, 2'000'000'000}) {
        feed.failures = failures;
        const qint64 wait = dueAfterFailure(schedule, feed, now, {}, middle) - now;
        QVERIFY(wait >= before);
        QVERIFY(wait <= 24 * 3600);
        before = wait;
    }
    QCOMPARE(before, 24 * 3600);
    feed.failures = 3;
    QCOMPARE(dueAfterFailure(schedule, feed, now, {}, middle), now + 4 * 3600);
    feed.minutes = 3 * 24 * 60; // an interval longer than the most is no reason to hurry
    QCOMPARE(dueAfterFailure(schedule, feed, now, {}, middle), now + 3 * 24 * 3600);
}

void TestSchedule::serversAreGivenTheTimeTheyAsk()
{
    const Schedule schedule;
    Subscription feed;
    feed.failures = 1;
    QCOMPARE(dueAfterFailure(schedule, feed, now, 5 * 3600, middle), now + 5 * 3600);
    QCOMPARE(dueAfterFailure(schedule, feed, now, 0, middle), now + 3600);
    QCOMPARE(dueAfterFailure(schedule, feed, now, -7, middle), now + 3600);
    QCOMPARE(dueAfterFailure(schedule, feed, now, qint64{300} * 24 * 3600, middle), now + 7 * 24 * 3600);
}

void TestSchedule::looksAreSpread()
{
    const Schedule schedule;
    const Subscription feed;
    QCOMPARE(dueAfterSuccess(schedule, feed, now, 0), now + 3240);
    QVERIFY(dueAfterSuccess(schedule, feed, now, 0.999) > now + 3950);
    QVERIFY(dueAfterSuccess(schedule, feed, now, 0.999) <= now + 3960);
}

void TestSchedule::filesWaitUntilTheyAreWhole()
{
    FolderState state;
    QCOMPARE(state.ready({{u"a"_s, {10, 1}}}, 0), QStringList());
    QVERIFY(state.waits());
    QCOMPARE(state.ready({{u"a"_s, {20, 1}}}, 3000), QStringList()); // grew
    QCOMPARE(state.ready({{u"a"_s, {20, 2}}}, 6000), QStringList()); // was touched
    QCOMPARE(state.ready({{u"a"_s, {20, 2}}}, 7000), QStringList()); // too soon
    QCOMPARE(state.ready({{u"a"_s, {20, 2}}}, 8000), QStringList{u"a"_s});
    state.imported({{u"a"_s, {20, 2}}});
    QCOMPARE(state.ready({{u"a"_s, {20, 2}}}, 20'000), QStringList());
    QVERIFY(!state.waits());
    QCOMPARE(state.ready({{u"empty"_s, {0, 1}}}, 30'000), QStringList());
    QCOMPARE(state.ready({{u"empty"_s, {0, 1}}}, 40'000), QStringList());
}

void TestSchedule::changedFilesComeAgainAndGoneOnesAreForgotten()
{
    FolderState state({{u"a"_s, {20, 2}}, {u"b"_s, {7, 7}}});
    QCOMPARE(state.ready({{u"a"_s, {20, 2}}, {u"b"_s, {7, 7}}}, 0), QStringList());
    QCOMPARE(state.ready({{u"a"_s, {21, 3}}}, 1000), QStringList());
    QCOMPARE(state.ready({{u"a"_s, {21, 3}}}, 4000), QStringList{u"a"_s});
    QCOMPARE(state.ready({}, 5000), QStringList());
    QVERIFY(!state.waits());
}

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
