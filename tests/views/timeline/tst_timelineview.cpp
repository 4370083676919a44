#include "tests/views/map/sampledata.h"
#include "views/timeline/timelineview.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace demarche;
using namespace Qt::StringLiterals;
using views::TimelineHit;
using views::TimelineView;

class TestTimelineView : public QObject
{
    Q_OBJECT
private slots:
    void clickOnPointNamesCountryAndPeriod();
    void clickOnMarkNamesItsAction();
    void clickOnBarSelectsItsPeriod();
    void clickOnNothingDoesNothing();
    void dragSelectsDays();
    void dragBeyondTheEdgeEndsThere();
    void wheelZoomsAtTheCursor();
    void controlDragAndKeysPan();
    void doubleClickResetsThenClears();
    void zoomSurvivesNewData();
    void keysWalkThePoints();
    void tellsInWords();
    void linePointsAndBarsArePainted();
    void gapsAreNotBridged();
    void lonePointIsSeen();
    void emptyTellsSo();
    void selectedRangeDimsTheRest();
    void survivesAnySize();

private:
    [[nodiscard]] static std::unique_ptr<TimelineView> shown(int lines = 5);
    static void moveTo(TimelineView &view, QPointF at, Qt::MouseButtons buttons = {},
                       Qt::KeyboardModifiers keys = {});
    static void drag(TimelineView &view, QPointF from, QPointF to, Qt::KeyboardModifiers keys = {});
};

std::unique_ptr<TimelineView> TestTimelineView::shown(int lines)
{
    auto view = std::make_unique<TimelineView>();
    view->resize(1000, 520);
    view->setData(sample::timeline(lines));
    view->show();
    return view;
}

void TestTimelineView::moveTo(TimelineView &view, QPointF at, Qt::MouseButtons buttons,
                              Qt::KeyboardModifiers keys)
{
    QMouseEvent event(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, buttons, keys);
    QCoreApplication::sendEvent(&view, &event);
}

void TestTimelineView::drag(TimelineView &view, QPointF from, QPointF to, Qt::KeyboardModifiers keys)
{
    QTest::mousePress(&view, Qt::LeftButton, keys, from.toPoint());
    moveTo(view, (from + to) / 2, Qt::LeftButton, keys);
    moveTo(view, to, Qt::LeftButton, keys);
    QTest::mouseRelease(&view, Qt::LeftButton, keys, to.toPoint());
}

void TestTimelineView::clickOnPointNamesCountryAndPeriod()
{
    const auto view = shown();
    QSignalSpy clicked(view.get(), &TimelineView::pointClicked);
    const TimelineHit hit{TimelineHit::Kind::Point, 1, 3};
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, view->positionOf(hit).toPoint());
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.at(0).at(0).toString(), view->data().series[1].iso3);
    QCOMPARE(clicked.at(0).at(1).toDate(), view->data().series[1].points[3].period);
}

void TestTimelineView::clickOnMarkNamesItsAction()
{
    const auto view = shown();
    QSignalSpy clicked(view.get(), &TimelineView::markClicked);
    QTest::mouseClick(view.get(), Qt::LeftButton, {},
                      view->positionOf(TimelineHit{TimelineHit::Kind::Mark, -1, 3}).toPoint());
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.at(0).at(0).toInt(), 20);
    QCOMPARE(clicked.at(0).at(1).toInt(), 1);
}

void TestTimelineView::clickOnBarSelectsItsPeriod()
{
    const auto view = shown();
    QSignalSpy selected(view.get(), &TimelineView::rangeSelected);
    QTest::mouseClick(view.get(), Qt::LeftButton, {},
                      view->positionOf(TimelineHit{TimelineHit::Kind::Bar, -1, 10}).toPoint());
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected.at(0).at(0).toDate(), QDate(2023, 12, 11));
    QCOMPARE(selected.at(0).at(1).toDate(), QDate(2023, 12, 17));
}

void TestTimelineView::clickOnNothingDoesNothing()
{
    const auto view = shown();
    QSignalSpy selected(view.get(), &TimelineView::rangeSelected);
    QSignalSpy clicked(view.get(), &TimelineView::pointClicked);
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, view->positionOf(QDate(2024, 3, 20), -9.5).toPoint());
    QCOMPARE(selected.size() + clicked.size(), 0);
}

void TestTimelineView::dragSelectsDays()
{
    const auto view = shown();
    QSignalSpy selected(view.get(), &TimelineView::rangeSelected);
    const QDate first(2023, 11, 20);
    const QDate last(2024, 2, 3);
    drag(*view, view->positionOf(first, 9), view->positionOf(last, -9));
    drag(*view, view->positionOf(last, 9), view->positionOf(first, 9)); // leftward is the same
    QCOMPARE(selected.size(), 2);
    for (const QList<QVariant> &arguments : selected) {
        QCOMPARE(arguments.at(0).toDate(), first);
        QCOMPARE(arguments.at(1).toDate(), last);
    }
}

void TestTimelineView::dragBeyondTheEdgeEndsThere()
{
    const auto view = shown();
    QSignalSpy selected(view.get(), &TimelineView::rangeSelected);
    drag(*view, view->positionOf(QDate(2024, 5, 1), 9), {5000, 100});
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected.at(0).at(1).toDate(), QDate(2024, 6, 30));
}

void TestTimelineView::wheelZoomsAtTheCursor()
{
    const auto view = shown();
    const QDate day(2024, 1, 10);
    const QPointF at = view->positionOf(day, 0);
    QWheelEvent event(at, view->mapToGlobal(at), {}, {0, 480}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view.get(), &event);
    QVERIFY(view->window().length() < 273 / 2.0);
    QVERIFY(std::abs(view->positionOf(day, 0).x() - at.x()) < 1);
    QCOMPARE(view->dayAt(at.x()), day);
}

void TestTimelineView::controlDragAndKeysPan()
{
    const auto view = shown();
    QSignalSpy selected(view.get(), &TimelineView::rangeSelected);
    QSignalSpy changed(view.get(), &TimelineView::windowChanged);
    view->zoomIn();
    view->zoomIn();
    const double begin = view->window().begin();
    drag(*view, {400, 200}, {500, 200}, Qt::ControlModifier);
    const double panned = view->window().begin();
    QVERIFY(panned < begin);
    QTest::keyClick(view.get(), Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(view->window().begin() > panned);
    QCOMPARE(selected.size(), 0);
    QVERIFY(changed.size() >= 4);
}

void TestTimelineView::doubleClickResetsThenClears()
{
    const auto view = shown();
    QSignalSpy cleared(view.get(), &TimelineView::rangeCleared);
    view->zoomIn();
    QTest::mouseDClick(view.get(), Qt::LeftButton, {}, {500, 30});
    QVERIFY(view->window().isWhole());
    QCOMPARE(cleared.size(), 0);
    QTest::mouseDClick(view.get(), Qt::LeftButton, {}, {500, 30});
    QCOMPARE(cleared.size(), 1);
}

void TestTimelineView::zoomSurvivesNewData()
{
    const auto view = shown();
    view->zoomIn();
    const views::TimeWindow before = view->window();
    view->setData(sample::timeline(2));
    QCOMPARE(view->window().begin(), before.begin());
    QCOMPARE(view->window().end(), before.end());
    charts::TimelineData other = sample::timeline(2);
    other.first = QDate(1995, 1, 2);
    other.last = QDate(1995, 12, 31);
    view->setData(other); // nothing in common: all of it
    QVERIFY(view->window().isWhole());
}

void TestTimelineView::keysWalkThePoints()
{
    const auto view = shown();
    QSignalSpy clicked(view.get(), &TimelineView::pointClicked);
    QTest::keyClick(view.get(), Qt::Key_Down);
    QTest::keyClick(view.get(), Qt::Key_Down);
    QTest::keyClick(view.get(), Qt::Key_Left);
    QTest::keyClick(view.get(), Qt::Key_Return);
    QCOMPARE(clicked.size(), 1);
    const charts::StanceSeries &second = view->data().series[1];
    QCOMPARE(clicked.at(0).at(0).toString(), second.iso3);
    QCOMPARE(clicked.at(0).at(1).toDate(), second.points[second.points.size() - 2].period);
}

void TestTimelineView::tellsInWords()
{
    const auto view = shown();
    QCOMPARE(view->accessibleName(), u"Timeline of stances toward Israel"_s);
    QVERIFY(view->accessibleDescription().contains(u"5 countries"_s));
    moveTo(*view, view->positionOf(TimelineHit{TimelineHit::Kind::Mark, -1, 0}));
    QVERIFY2(view->accessibleDescription().contains(u"Bolivia → Israel: cut relations"_s),
             qPrintable(view->accessibleDescription()));
}

void TestTimelineView::linePointsAndBarsArePainted()
{
    const auto view = shown();
    const QImage image = view->grab().toImage();
    const views::Theme theme = views::Theme::of(view->palette());
    for (const int series : {1, 2, 3}) { // the first lies under the fourth here
        const QPointF at = view->positionOf(TimelineHit{TimelineHit::Kind::Point, series, 1});
        QCOMPARE(image.pixelColor(at.toPoint()), theme.seriesColour(static_cast<std::size_t>(series)));
    }
    const QPointF mark = view->positionOf(TimelineHit{TimelineHit::Kind::Mark, -1, 0});
    QCOMPARE(image.pixelColor(mark.toPoint()), theme.ramp.colour(-9));
    const QPointF bar = view->positionOf(TimelineHit{TimelineHit::Kind::Bar, -1, 9});
    QCOMPARE(image.pixelColor(bar.toPoint()), theme.volume);
    if (const QString file = qEnvironmentVariable("PICTURE"); !file.isEmpty()) {
        moveTo(*view, view->positionOf(TimelineHit{TimelineHit::Kind::Point, 2, 12}));
        view->setSelectedRange({2023, 11, 1}, {2024, 4, 30});
        view->grab().save(file);
    }
}

/// Between two adjacent periods the line is solid; across a gap its colour is not there in full.
void TestTimelineView::gapsAreNotBridged()
{
    TimelineView view;
    view.resize(900, 400);
    charts::TimelineData data = sample::timeline(0, 10);
    const QDate begin = data.first;
    charts::StanceSeries line{u"CHL"_s, u"Chile"_s, {}};
    for (const int week : {0, 1, 5, 6})
        line.points.push_back({begin.addDays(7 * week), 5.0, 1});
    data.series = {line};
    data.marks.clear();
    view.setData(data);
    const QImage image = view.grab().toImage();
    const QColor colour = views::Theme::of(view.palette()).seriesColour(0);
    const auto solid = [&](int from, int to) {
        const int left = qRound(view.positionOf(TimelineHit{TimelineHit::Kind::Point, 0, from}).x()) + 8;
        const int right = qRound(view.positionOf(TimelineHit{TimelineHit::Kind::Point, 0, to}).x()) - 8;
        const int y = qRound(view.positionOf(begin, 5).y());
        int inked = 0;
        for (int x = left; x <= right; ++x)
            inked += image.pixelColor(x, y) == colour || image.pixelColor(x, y - 1) == colour;
        return double(inked) / (right - left + 1);
    };
    QVERIFY2(solid(0, 1) > 0.95, qPrintable(QString::number(solid(0, 1))));
    QVERIFY2(solid(2, 3) > 0.95, qPrintable(QString::number(solid(2, 3))));
    QVERIFY2(solid(1, 2) < 0.05, qPrintable(QString::number(solid(1, 2))));
}

void TestTimelineView::lonePointIsSeen()
{
    const auto view = shown();
    QCOMPARE(static_cast<int>(view->data().series[4].points.size()), 1);
    charts::TimelineData alone = sample::timeline(5);
    alone.series = {alone.series[4]};
    view->setData(alone);
    const QPointF at = view->positionOf(TimelineHit{TimelineHit::Kind::Point, 0, 0});
    QCOMPARE(view->grab().toImage().pixelColor(at.toPoint()),
             views::Theme::of(view->palette()).seriesColour(4)); // as among the others
}

void TestTimelineView::emptyTellsSo()
{
    TimelineView view;
    view.resize(600, 300);
    view.setData({});
    const QImage blank = view.grab().toImage();
    QCOMPARE(view.accessibleDescription(), u"No dated articles"_s);
    int inked = 0; // the words in the middle
    for (int x = 100; x < 500; ++x) {
        for (int y = 130; y < 170; ++y)
            inked += blank.pixelColor(x, y) != blank.pixelColor(2, 2);
    }
    QVERIFY(inked > 200);
    QTest::mouseClick(&view, Qt::LeftButton, {}, {300, 150});
    QTest::keyClick(&view, Qt::Key_Plus);
    QTest::keyClick(&view, Qt::Key_Right);
    charts::TimelineData noLines = sample::timeline(0);
    noLines.marks.clear();
    view.setData(noLines);
    QVERIFY(view.window().isValid());
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.grab().toImage() != blank);
}

void TestTimelineView::selectedRangeDimsTheRest()
{
    const auto view = shown();
    const TimelineHit outside{TimelineHit::Kind::Bar, -1, 9};
    const TimelineHit inside{TimelineHit::Kind::Bar, -1, 24};
    const QImage before = view->grab().toImage();
    view->setSelectedRange({2024, 2, 1}, {2024, 5, 1});
    const QImage after = view->grab().toImage();
    const QPoint dimmed = view->positionOf(outside).toPoint();
    const QPoint kept = view->positionOf(inside).toPoint();
    QVERIFY(after.pixelColor(dimmed) != before.pixelColor(dimmed));
    QCOMPARE(after.pixelColor(kept), before.pixelColor(kept));
}

void TestTimelineView::survivesAnySize()
{
    const auto view = shown(12);
    for (const QSize size : {QSize(1, 1), QSize(60, 700), QSize(2400, 50), QSize(220, 140)}) {
        view->resize(size);
        QVERIFY(!view->grab().isNull());
        moveTo(*view, {double(size.width()) / 2, double(size.height()) / 2});
        QVERIFY(!view->grab().isNull());
    }
}

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
