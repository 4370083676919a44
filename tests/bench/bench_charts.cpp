#include "tests/views/map/sampledata.h"

#include "models/charts/atlas.h"
#include "models/charts/worldmap.h"
#include "models/text/resource.h"
#include "views/export/picture.h"
#include "views/map/countryfinder.h"
#include "views/map/mapview.h"
#include "views/timeline/timelineview.h"

#include <QTest>

using namespace demarche;
using namespace Qt::StringLiterals;

/// How long the map and the timeline take. Run by hand: the figures depend on the machine.
class BenchCharts : public QObject
{
    Q_OBJECT
private slots:
    void worldFromResource();
    void mapInFull();
    void mapFromCache();
    void mapHitImage();
    void mapHit();
    void timelineSetData();
    void timelineInFull();
    void timelineFromCache();
    void pictureOfBoth();
};

void BenchCharts::worldFromResource()
{
    const QByteArray shapes = *resource(u"map/world-50m.shapes"_s);
    const auto places = *charts::readPlaces(*resource(u"map/places.tsv"_s));
    QBENCHMARK
    {
        const auto world = charts::layOut(*charts::readAtlas(shapes), places);
        QVERIFY(!world.countries.empty());
    }
}

void BenchCharts::mapInFull()
{
    views::MapView view;
    view.resize(1600, 840);
    QPixmap pixmap(view.size());
    QBENCHMARK
    {
        view.setData(sample::map());
        view.render(&pixmap);
    }
}

void BenchCharts::mapFromCache()
{
    views::MapView view;
    view.resize(1600, 840);
    view.setData(sample::map());
    view.setSelected({u"BRA"_s});
    QPixmap pixmap(view.size());
    view.render(&pixmap);
    QBENCHMARK
    {
        view.render(&pixmap);
    }
}

void BenchCharts::mapHitImage()
{
    const views::MapCamera camera(QRectF(8, 8, 1584, 784));
    const charts::MapData data = sample::map();
    QBENCHMARK
    {
        QVERIFY(views::CountryFinder(data, camera).at({800, 200}) != -2);
    }
}

void BenchCharts::mapHit()
{
    const views::CountryFinder finder(sample::map(), views::MapCamera(QRectF(8, 8, 1584, 784)));
    int found = 0;
    QBENCHMARK
    {
        for (int i = 0; i < 1000; ++i)
            found += finder.at({i * 1.5, i * 0.7});
    }
    QVERIFY(found != 0);
}

void BenchCharts::timelineSetData()
{
    views::TimelineView view;
    view.resize(1000, 500);
    const charts::TimelineData data = sample::timeline(10, 130);
    QBENCHMARK
    {
        view.setData(data);
    }
}

void BenchCharts::timelineInFull()
{
    views::TimelineView view;
    view.resize(1000, 500);
    const charts::TimelineData data = sample::timeline(10, 130);
    QPixmap pixmap(view.size());
    QBENCHMARK
    {
        view.setData(data);
        view.render(&pixmap);
    }
}

void BenchCharts::timelineFromCache()
{
    views::TimelineView view;
    view.resize(1000, 500);
    view.setData(sample::timeline(10, 130));
    QPixmap pixmap(view.size());
    view.render(&pixmap);
    QBENCHMARK
    {
        view.render(&pixmap);
    }
}

void BenchCharts::pictureOfBoth()
{
    const charts::Caption caption{u"Stance toward Israel"_s, {}, {}, 100, 10};
    QBENCHMARK
    {
        const QImage image = views::renderBoth(sample::map(), sample::timeline(), caption, {1600, 900}, 2,
                                               views::Theme::light());
        QVERIFY(!image.isNull());
    }
}

QTEST_MAIN(BenchCharts)
#include "bench_charts.moc"
