#include "sampledata.h"

#include "models/charts/worldmap.h"
#include "views/map/mapview.h"

#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace demarche;
using namespace Qt::StringLiterals;
using views::MapView;

class TestMapView : public QObject
{
    Q_OBJECT
private slots:
    void everyMemberCanBeHit();
    void clickNamesCountry_data();
    void clickNamesCountry();
    void controlClickCarriesItsModifier();
    void clickOnTheSeaClears();
    void proximityFindsSmallStates();
    void wheelZoomsAtTheCursor();
    void dragPansAndChoosesNothing();
    void doubleClickShowsTheWholeWorld();
    void keysZoomAndPan();
    void lettersFindACountry();
    void arrowsGoToNeighbours();
    void escapeClears();
    void hoverTellsInWords();
    void countryIsPaintedInItsColour_data();
    void countryIsPaintedInItsColour();
    void selectionIsOutlined();
    void darkPaletteGivesDarkMap();
    void survivesAnySize();

private:
    [[nodiscard]] static std::unique_ptr<MapView> shown(QSize size = {1600, 840});
    static void moveTo(MapView &view, QPointF at);
    static void wheel(MapView &view, QPointF at, int turns);
};

std::unique_ptr<MapView> TestMapView::shown(QSize size)
{
    auto view = std::make_unique<MapView>();
    view->resize(size);
    view->setData(sample::map());
    view->show();
    return view;
}

/// QTest::mouseMove would move the screen's cursor, which does not reach a window larger than the screen.
void TestMapView::moveTo(MapView &view, QPointF at)
{
    QMouseEvent event(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &event);
}

void TestMapView::wheel(MapView &view, QPointF at, int turns)
{
    QWheelEvent event(at, view.mapToGlobal(at), {}, {0, 120 * turns}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &event);
}

/// With a real click on each of the 193, also where there are no data.
void TestMapView::everyMemberCanBeHit()
{
    const auto view = shown({1616, 856}); // the map itself is 1600 × 800
    for (const bool withData : {true, false}) {
        if (!withData)
            view->setData({});
        QSignalSpy clicked(view.get(), &MapView::countryClicked);
        QStringList missed;
        for (const charts::Country &country : charts::worldMap().countries) {
            if (!country.member)
                continue;
            QTest::mouseClick(view.get(), Qt::LeftButton, {}, view->positionOf(country.iso3).toPoint());
            if (clicked.isEmpty() || clicked.takeLast().at(0).toString() != country.iso3)
                missed << country.iso3;
        }
        QCOMPARE(missed, QStringList());
    }
}

void TestMapView::clickNamesCountry_data()
{
    QTest::addColumn<QString>("iso3");
    for (const char *iso3 :
         {"BRA", "RUS", "FRA", "ZAF", "LSO", "MLT", "SGP", "NRU", "KNA", "GRL", "XKX", "TWN"})
        QTest::newRow(iso3) << QString::fromLatin1(iso3);
}

void TestMapView::clickNamesCountry()
{
    QFETCH(const QString, iso3);
    const auto view = shown();
    QSignalSpy clicked(view.get(), &MapView::countryClicked);
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, view->positionOf(iso3).toPoint());
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.at(0).at(0).toString(), iso3);
    QCOMPARE(clicked.at(0).at(1).value<Qt::KeyboardModifiers>(), Qt::NoModifier);
}

void TestMapView::controlClickCarriesItsModifier()
{
    const auto view = shown();
    QSignalSpy clicked(view.get(), &MapView::countryClicked);
    QTest::mouseClick(view.get(), Qt::LeftButton, Qt::ControlModifier, view->positionOf(u"IND"_s).toPoint());
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.at(0).at(1).value<Qt::KeyboardModifiers>(), Qt::ControlModifier);
}

void TestMapView::clickOnTheSeaClears()
{
    const auto view = shown();
    QSignalSpy background(view.get(), &MapView::backgroundClicked);
    QSignalSpy clicked(view.get(), &MapView::countryClicked);
    const QPointF ocean = view->camera().toScreen(charts::project({-35, 30}));
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, ocean.toPoint());
    QCOMPARE(background.size(), 1);
    QCOMPARE(clicked.size(), 0);
    QTest::mouseClick(view.get(), Qt::LeftButton, Qt::ControlModifier, ocean.toPoint());
    QCOMPARE(background.size(), 1); // whoever adds a country and misses it keeps the others
}

void TestMapView::proximityFindsSmallStates()
{
    const auto view = shown();
    const QPointF nauru = view->positionOf(u"NRU"_s);
    QCOMPARE(view->countryAt(nauru + QPointF(13, 13)), u"NRU"_s); // 18.4 px away
    QCOMPARE(view->countryAt(nauru + QPointF(0, 23)), QString());
    // Over another's land only the marker itself answers.
    const QPointF andorra = view->positionOf(u"AND"_s);
    QCOMPARE(view->countryAt(andorra), u"AND"_s);
    QCOMPARE(view->countryAt(andorra - QPointF(0, 12)), u"FRA"_s);
}

void TestMapView::wheelZoomsAtTheCursor()
{
    const auto view = shown();
    const QPointF at = view->positionOf(u"EGY"_s);
    wheel(*view, at, 6);
    QVERIFY(view->camera().zoom() > 3.5);
    const QPointF moved = view->positionOf(u"EGY"_s) - at;
    QVERIFY(moved.manhattanLength() < 1);
    QCOMPARE(view->countryAt(at), u"EGY"_s);
    wheel(*view, at, -30);
    QCOMPARE(view->camera().zoom(), 1.0);
}

void TestMapView::dragPansAndChoosesNothing()
{
    const auto view = shown();
    wheel(*view, view->positionOf(u"EGY"_s), 8);
    QSignalSpy clicked(view.get(), &MapView::countryClicked);
    QSignalSpy background(view.get(), &MapView::backgroundClicked);
    const QPointF before = view->positionOf(u"EGY"_s);
    const QPoint from(700, 400);
    QTest::mousePress(view.get(), Qt::LeftButton, {}, from);
    QTest::mouseMove(view.get(), from + QPoint(40, 10));
    QTest::mouseMove(view.get(), from + QPoint(120, -30));
    QTest::mouseRelease(view.get(), Qt::LeftButton, {}, from + QPoint(120, -30));
    const QPointF moved = view->positionOf(u"EGY"_s) - before;
    QVERIFY((moved - QPointF(120, -30)).manhattanLength() < 1);
    QCOMPARE(clicked.size() + background.size(), 0);
}

void TestMapView::doubleClickShowsTheWholeWorld()
{
    const auto view = shown();
    wheel(*view, {500, 300}, 5);
    QTest::mouseDClick(view.get(), Qt::LeftButton, {}, {500, 300});
    QCOMPARE(view->camera().zoom(), 1.0);
}

void TestMapView::keysZoomAndPan()
{
    const auto view = shown();
    QTest::keyClick(view.get(), Qt::Key_Plus);
    QTest::keyClick(view.get(), Qt::Key_Plus);
    QVERIFY(view->camera().zoom() > 2);
    const QPointF before = view->positionOf(u"EGY"_s);
    QTest::keyClick(view.get(), Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(view->positionOf(u"EGY"_s).x() < before.x());
    QTest::keyClick(view.get(), Qt::Key_Minus);
    QVERIFY(view->camera().zoom() < 2);
    QTest::keyClick(view.get(), Qt::Key_0);
    QCOMPARE(view->camera().zoom(), 1.0);
}

void TestMapView::lettersFindACountry()
{
    const auto view = shown();
    QSignalSpy clicked(view.get(), &MapView::countryClicked);
    QTest::keyClicks(view.get(), u"col"_s);
    QCOMPARE(view->current(), u"COL"_s);
    QVERIFY2(view->accessibleDescription().contains(u"Colombia"_s),
             qPrintable(view->accessibleDescription()));
    QTest::keyClick(view.get(), Qt::Key_Return);
    QTest::keyClick(view.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(clicked.size(), 2);
    QCOMPARE(clicked.at(0).at(0).toString(), u"COL"_s);
    QCOMPARE(clicked.at(1).at(1).value<Qt::KeyboardModifiers>(), Qt::ControlModifier);
}

void TestMapView::arrowsGoToNeighbours()
{
    const auto view = shown();
    QTest::keyClicks(view.get(), u"chad"_s);
    QCOMPARE(view->current(), u"TCD"_s);
    QTest::keyClick(view.get(), Qt::Key_Right);
    QCOMPARE(view->current(), u"SDN"_s);
    QTest::keyClick(view.get(), Qt::Key_Left);
    QCOMPARE(view->current(), u"TCD"_s);
    QTest::keyClick(view.get(), Qt::Key_Up);
    QCOMPARE(view->current(), u"LBY"_s);
}

void TestMapView::escapeClears()
{
    const auto view = shown();
    view->setSelected({u"COL"_s});
    QSignalSpy background(view.get(), &MapView::backgroundClicked);
    QTest::keyClick(view.get(), Qt::Key_Escape);
    QCOMPARE(background.size(), 1);
}

void TestMapView::hoverTellsInWords()
{
    const auto view = shown();
    QCOMPARE(view->accessibleName(), u"Map of stances toward Israel"_s);
    QSignalSpy hovered(view.get(), &MapView::countryHovered);
    moveTo(*view, view->positionOf(u"TUR"_s));
    QCOMPARE(hovered.size(), 1);
    QCOMPARE(hovered.at(0).at(0).toString(), u"TUR"_s);
    QVERIFY2(view->accessibleDescription().contains(u"Türkiye: −7.7, hostile"_s),
             qPrintable(view->accessibleDescription()));
    moveTo(*view, view->positionOf(u"MLI"_s));
    QCOMPARE(hovered.size(), 2);
    QVERIFY(view->accessibleDescription().contains(u"Mali: No evidence toward Israel"_s));
    if (const QString file = qEnvironmentVariable("PICTURE"); !file.isEmpty()) {
        moveTo(*view, view->positionOf(u"TUR"_s));
        view->setSelected({u"COL"_s, u"ZAF"_s});
        QCOMPARE(hovered.size(), 3);
        view->grab().save(file);
    }
}

void TestMapView::countryIsPaintedInItsColour_data()
{
    QTest::addColumn<QString>("iso3");
    for (const charts::CountryStance &stance : sample::map().countries)
        QTest::newRow(qPrintable(stance.iso3)) << stance.iso3;
}

void TestMapView::countryIsPaintedInItsColour()
{
    QFETCH(const QString, iso3);
    const auto view = shown();
    const charts::MapData data = sample::map();
    const auto stance = std::ranges::find(data.countries, iso3, &charts::CountryStance::iso3);
    const QImage image = view->grab().toImage();
    const QColor seen = image.pixelColor((view->positionOf(iso3) * image.devicePixelRatio()).toPoint());
    QCOMPARE(seen, views::Theme::of(view->palette()).ramp.colour(stance->score));
}

void TestMapView::selectionIsOutlined()
{
    const auto view = shown();
    const QImage before = view->grab().toImage();
    view->setSelected({u"BRA"_s});
    const QImage after = view->grab().toImage();
    const QRect brazil =
        QRect(QPoint(-140, -160), QSize(300, 340)).translated(view->positionOf(u"BRA"_s).toPoint());
    QVERIFY(before.copy(brazil) != after.copy(brazil));
    const QRect asia(1000, 50, 500, 400);
    QCOMPARE(after.copy(asia), before.copy(asia));
}

void TestMapView::darkPaletteGivesDarkMap()
{
    const auto view = shown();
    QPalette dark;
    dark.setColor(QPalette::Base, QColor(0x1b1e22));
    view->setPalette(dark);
    QCOMPARE(view->grab().toImage().pixelColor(2, 2), QColor(0x1b1e22));
}

void TestMapView::survivesAnySize()
{
    const auto view = shown();
    for (const QSize size : {QSize(1, 1), QSize(40, 900), QSize(3000, 60), QSize(200, 140)}) {
        view->resize(size);
        QVERIFY(!view->grab().isNull());
        wheel(*view, {5, 5}, 20);
        QVERIFY(!view->grab().isNull());
        view->resetZoom();
    }
}

QTEST_MAIN(TestMapView)
#include "tst_mapview.moc"
