#include "tests/app/samplewindow.h"

#include "app/names.h"
#include "models/charts/excerpt.h"
#include "models/charts/worldmap.h"
#include "models/lens/chartdata.h"
#include "views/export/exportdialog.h"
#include "views/export/picturelayout.h"
#include "views/map/legend.h"
#include "views/map/mapcamera.h"
#include "views/map/mapview.h"
#include "views/timeline/timelineview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>

using namespace demarche;
using namespace Qt::StringLiterals;
using views::ExportDialog;

/// Pictures of the sample articles' first view, by the menu and its dialog, down to their pixels.
class tst_SamplesExport : public SampleWindow
{
    Q_OBJECT

private slots:
    void aPngHasItsTitleLegendAndCountries();
    void aPngObeysTheLens();
    void otherFormats_data();
    void otherFormats();
    void aPictureIsCopied();

private:
    [[nodiscard]] ExportDialog *openedDialog();
    void choose(ExportDialog &dialog, const QString &format);
    void saveTo(ExportDialog &dialog, const QString &path);
    [[nodiscard]] QImage exported();
    [[nodiscard]] views::Picture picture() const;
    [[nodiscard]] double scoreOf(const QString &iso3) const;

    const QSize m_size{1200, 800};
    const double m_scale = 2;
    const views::Theme m_theme = views::Theme::light();
};

namespace {

bool isLike(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) <= 6 && std::abs(a.green() - b.green()) <= 6 &&
           std::abs(a.blue() - b.blue()) <= 6;
}

int pixelsLike(const QImage &image, const QRectF &area, const QColor &colour)
{
    const QRect inside = area.toAlignedRect() & image.rect();
    int found = 0;
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x)
            found += isLike(image.pixelColor(x, y), colour);
    }
    return found;
}

/// A part of the layout in the image's pixels.
QRectF onImage(const QRectF &area, double factor)
{
    return {area.topLeft() * factor, area.size() * factor};
}

} // namespace

ExportDialog *tst_SamplesExport::openedDialog()
{
    action(u"Export picture …"_s)->trigger();
    return m_window->findChild<ExportDialog *>();
}

void tst_SamplesExport::choose(ExportDialog &dialog, const QString &format)
{
    dialog.findChild<QSpinBox *>(u"width"_s)->setValue(m_size.width());
    dialog.findChild<QSpinBox *>(u"height"_s)->setValue(m_size.height());
    dialog.findChild<QDoubleSpinBox *>(u"scale"_s)->setValue(m_scale);
    auto *formats = dialog.findChild<QComboBox *>(u"format"_s);
    formats->setCurrentIndex(formats->findData(format));
}

/// Presses Save and types the file's name into the dialog that then asks for it.
void tst_SamplesExport::saveTo(ExportDialog &dialog, const QString &path)
{
    QTimer asked;
    connect(&asked, &QTimer::timeout, this, [&] {
        auto *files = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        auto *name = files ? files->findChild<QLineEdit *>(u"fileNameEdit"_s) : nullptr;
        if (!name)
            return;
        asked.stop();
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
    });
    asked.start(10);
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == u"Save…"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
}

QImage tst_SamplesExport::exported()
{
    ExportDialog *dialog = openedDialog();
    choose(*dialog, u"png"_s);
    const QString path = m_folder->filePath(u"picture.png"_s);
    saveTo(*dialog, path);
    return QImage(path);
}

views::Picture tst_SamplesExport::picture() const
{
    const lens::LensSession &session = m_window->session();
    views::Picture picture;
    picture.map = m_window->map()->data();
    picture.timeline = charts::excerpt(m_window->timeline()->data(), session.lens().from, session.lens().to);
    picture.caption = lens::caption(session.index(), session.aggregates(), session.lens(),
                                    session.names(app::shippedWords().country));
    return picture;
}

double tst_SamplesExport::scoreOf(const QString &iso3) const
{
    const auto &countries = m_window->map()->data().countries;
    const auto found = std::ranges::find(countries, iso3, &charts::CountryStance::iso3);
    return found == countries.end() ? 0 : found->score;
}

void tst_SamplesExport::aPngHasItsTitleLegendAndCountries()
{
    const QImage image = exported();
    QCOMPARE(image.size(), m_size * m_scale);
    const views::PictureLayout layout(picture(), QSizeF(m_size));
    const double factor = layout.unit * m_scale;
    QVERIFY(pixelsLike(image, onImage(layout.title, factor), m_theme.ink) > 500);
    QVERIFY(pixelsLike(image, onImage(layout.foot, factor), m_theme.ink) > 200);
    const QRectF ramp = views::legendRamp(layout.legend);
    for (const double score : {-9.0, -5.0, 0.0, 5.0, 9.0}) {
        const QPointF at(ramp.left() + ramp.width() * (score + 10) / 20, ramp.center().y());
        QVERIFY2(isLike(image.pixelColor((at * factor).toPoint()), m_theme.ramp.colour(score)),
                 qPrintable(QString::number(score)));
    }
    const views::MapCamera camera(layout.map);
    const auto around = [&](const QString &iso3) {
        const auto &world = charts::worldMap();
        const QPointF at = camera.toScreen(world.countries[std::size_t(world.indexOf(iso3))].anchor);
        return onImage(QRectF(at - QPointF(6, 6), QSizeF(12, 12)), factor);
    };
    for (const QString &iso3 : {u"JOR"_s, u"COL"_s, u"BOL"_s, u"CHL"_s}) {
        QVERIFY2(pixelsLike(image, around(iso3), m_theme.ramp.colour(scoreOf(iso3))) > 10, qPrintable(iso3));
    }
    QCOMPARE(scoreOf(u"AUS"_s), 0); // of which the samples tell nothing: hatched
    QVERIFY(pixelsLike(image, around(u"AUS"_s), m_theme.land) > 50);
    QVERIFY(pixelsLike(image, around(u"AUS"_s), m_theme.ramp.colour(0)) == 0);
    QVERIFY(pixelsLike(image, onImage(layout.timeline, factor), m_theme.volume) > 1000);
}

void tst_SamplesExport::aPngObeysTheLens()
{
    QVERIFY(scoreOf(u"TCD"_s) != 0);
    m_window->session().look(
        lens::withDates(m_window->session().lens(), QDate(2024, 4, 1), QDate(2024, 6, 30)));
    QCOMPARE(scoreOf(u"TCD"_s), 0); // it recalled its chargé d'affaires half a year before
    const QImage image = exported();
    const views::PictureLayout layout(picture(), QSizeF(m_size));
    const views::MapCamera camera(layout.map);
    const auto &world = charts::worldMap();
    const QPointF chad = camera.toScreen(world.countries[std::size_t(world.indexOf(u"TCD"_s))].anchor);
    const QPoint at = (chad * layout.unit * m_scale).toPoint();
    QVERIFY(pixelsLike(image, QRectF(at - QPoint(6, 6), QSizeF(12, 12)), m_theme.land) > 0);
}

void tst_SamplesExport::otherFormats_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("holds");
    QTest::newRow("SVG") << u"svg"_s << QByteArray("<?xml") << QByteArray("Stance toward Israel");
    QTest::newRow("PDF") << u"pdf"_s << QByteArray("%PDF-") << QByteArray("%%EOF");
    QTest::newRow("CSV") << u"csv"_s
                         << QByteArray("chart,country,name,toward,from,to,score,label,evidence,articles\r\n")
                         << QByteArray("\r\nmap,JOR,Jordan,Israel,2023-10-");
}

void tst_SamplesExport::otherFormats()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, holds);
    ExportDialog *dialog = openedDialog();
    choose(*dialog, format);
    const QString path = m_folder->filePath(u"picture"_s); // the dialog adds the format's ending
    saveTo(*dialog, path);
    QFile file(path + u'.' + format);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY(written.startsWith(begin));
    QVERIFY(written.contains(holds));
}

void tst_SamplesExport::aPictureIsCopied()
{
    ExportDialog *dialog = openedDialog();
    choose(*dialog, u"png"_s);
    saveTo(*dialog, m_folder->filePath(u"picture.png"_s)); // its size and scale are remembered
    action(u"Copy picture"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->image().size(), m_size * m_scale);
}

QTEST_MAIN(tst_SamplesExport)
#include "tst_samples_export.moc"
