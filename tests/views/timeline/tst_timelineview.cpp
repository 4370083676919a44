#include "tests/views/map/sampledata.h"
#include "views/timeline/timelineview.h"

#include <QSignalSpy>
#include <QTest>

using namespace demarche;
using views::TimelineHit;
using views::TimelineView;

class TestTimelineView : public QObject
{
    Q_OBJECT
private slots:
    void clickOnPointNamesCountryAndPeriod();
};

void TestTimelineView::clickOnPointNamesCountryAndPeriod()
{
    TimelineView view;
    view.resize(1000, 520);
    view.setData(sample::timeline());
    QSignalSpy clicked(&view, &TimelineView::pointClicked);
    const TimelineHit hit{TimelineHit::Kind::Point, 1, 3};
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.positionOf(hit).toPoint());
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.at(0).at(0).toString(), view.data().series[1].iso3);
    QCOMPARE(clicked.at(0).at(1).toDate(), view.data().series[1].points[3].period);
    if (const QString file = qEnvironmentVariable("PICTURE"); !file.isEmpty())
        view.grab().save(file);
}

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
