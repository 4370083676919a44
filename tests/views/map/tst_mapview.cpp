#include "sampledata.h"

#include "views/map/mapview.h"

#include <QSignalSpy>
#include <QTest>

using namespace demarche;

class TestMapView : public QObject
{
    Q_OBJECT
private slots:
    void clickNamesCountry();
};

void TestMapView::clickNamesCountry()
{
    views::MapView view;
    view.resize(1600, 840);
    view.setData(sample::map());
    view.setSelected({QStringLiteral("COL"), QStringLiteral("ZAF")});
    QSignalSpy clicked(&view, &views::MapView::countryClicked);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.positionOf(QStringLiteral("BRA")).toPoint());
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.at(0).at(0).toString(), QStringLiteral("BRA"));
    QTest::mouseMove(&view, view.positionOf(QStringLiteral("TUR")).toPoint());
    if (const QString file = qEnvironmentVariable("PICTURE"); !file.isEmpty())
        view.grab().save(file);
}

QTEST_MAIN(TestMapView)
#include "tst_mapview.moc"
