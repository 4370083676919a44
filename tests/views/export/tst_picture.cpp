#include "models/charts/equalearth.h"
#include "models/charts/worldmap.h"
#include "tests/views/map/sampledata.h"
#include "views/export/picturefile.h"
#include "views/export/picturelayout.h"
#include "views/map/legend.h"
#include "views/map/mapcamera.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace demarche;
using namespace Qt::StringLiterals;
using views::Picture;
using views::PictureContent;
using views::PictureLayout;
using views::Theme;

class TestPicture : public QObject
{
    Q_OBJECT
private slots:
    void sizeTimesScale_data();
    void sizeTimesScale();
    void countriesHaveTheirColours_data();
    void countriesHaveTheirColours();
    void thePageIsUsed_data();
    void thePageIsUsed();
    void legendIsThere_data();
    void legendIsThere();
    void wordsAreThere();
    void timelineIsThere();
    void scaleDrawsFiner();
    void darkPictureIsDark();
    void pngReadsBack();
    void svgIsLinesAndWords();
    void pdfIsOnePage();
    void refuses_data();
    void refuses();
    void emptyAndOverfull();

private:
    [[nodiscard]] static Picture picture(PictureContent content);
};

Picture TestPicture::picture(PictureContent content)
{
    const charts::Caption caption{u"How countries stand toward Israel"_s,
                                  u"Search: recall · 5 countries"_s,
                                  u"2 Oct 2023 – 30 Jun 2024"_s,
                                  142,
                                  0,
                                  17};
    return {content, sample::map(), sample::timeline(), caption, {u"COL"_s}};
}

/// How many pixels of an area, given in the layout's units, differ from the page.
static int inked(const QImage &image, const QRectF &area, double pixelsPerUnit)
{
    const QRect pixels =
        QRectF(area.topLeft() * pixelsPerUnit, area.size() * pixelsPerUnit).toRect() & image.rect();
    const QRgb page = image.pixel(1, 1);
    int count = 0;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            count += image.pixel(x, y) != page;
    }
    return count;
}

void TestPicture::sizeTimesScale_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::addColumn<QSize>("pixels");
    QTest::newRow("as it is") << QSize(800, 450) << 1.0 << QSize(800, 450);
    QTest::newRow("twice") << QSize(800, 450) << 2.0 << QSize(1600, 900);
    QTest::newRow("half, for a preview") << QSize(800, 450) << 0.5 << QSize(400, 225);
    QTest::newRow("a broken scale") << QSize(800, 450) << 1.5 << QSize(1200, 675);
}

void TestPicture::sizeTimesScale()
{
    QFETCH(const QSize, size);
    QFETCH(const double, scale);
    QFETCH(const QSize, pixels);
    const Picture shown = picture(PictureContent::Both);
    QCOMPARE(views::renderBoth(shown.map, shown.timeline, shown.caption, size, scale, Theme::light()).size(),
             pixels);
}

void TestPicture::countriesHaveTheirColours_data()
{
    QTest::addColumn<QString>("iso3");
    QTest::addColumn<double>("scale");
    for (const double scale : {1.0, 2.0}) {
        for (const charts::CountryStance &stance : sample::map().countries)
            QTest::addRow("%s at %.0f", qPrintable(stance.iso3), scale) << stance.iso3 << scale;
    }
}

void TestPicture::countriesHaveTheirColours()
{
    QFETCH(const QString, iso3);
    QFETCH(const double, scale);
    const QSize size(1600, 900);
    static std::map<double, QImage> images;
    Picture shown = picture(PictureContent::Map);
    shown.selected.clear();
    if (!images.contains(scale))
        images[scale] = views::renderPicture(shown, size, scale, Theme::light());
    const PictureLayout layout(shown, QSizeF(size));
    const charts::WorldMap &world = charts::worldMap();
    const charts::Country &country = world.countries[static_cast<std::size_t>(world.indexOf(iso3))];
    const QPointF at = views::MapCamera(layout.map).toScreen(country.anchor) * layout.unit * scale;
    const auto stance = std::ranges::find(shown.map.countries, iso3, &charts::CountryStance::iso3);
    QCOMPARE(images[scale].pixelColor(at.toPoint()), Theme::light().ramp.colour(stance->score));
}

void TestPicture::thePageIsUsed_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<bool>("isBeside");
    QTest::newRow("portrait") << QSizeF(900, 1200) << false;
    QTest::newRow("square") << QSizeF(800, 800) << false;
    QTest::newRow("landscape") << QSizeF(1200, 700) << true;
    QTest::newRow("wide") << QSizeF(1600, 600) << true;
}

/// No air above the map; what it leaves of the height is the timeline's.
void TestPicture::thePageIsUsed()
{
    QFETCH(QSizeF, size);
    QFETCH(bool, isBeside);
    const PictureLayout layout(picture(PictureContent::Both), size);
    QCOMPARE(layout.map.right() < layout.timeline.left(), isBeside);
    const double above = layout.map.top() - std::max(layout.title.bottom(), layout.lens.bottom());
    QVERIFY2(above <= 12, qPrintable(QString::number(above)));
    const double aspect = charts::equalearth::HalfWidth / charts::equalearth::HalfHeight;
    QVERIFY(layout.map.height() * aspect <= layout.map.width() + 1);
    if (!isBeside)
        QVERIFY(layout.timeline.top() - layout.legend.bottom() <= 26);
    for (const QRectF &part : {layout.map, layout.legend, layout.timeline, layout.foot})
        QVERIFY(layout.page.contains(part));
    QVERIFY(!layout.map.intersects(layout.timeline));
}

void TestPicture::legendIsThere_data()
{
    QTest::addColumn<bool>("both");
    QTest::newRow("map") << false;
    QTest::newRow("map and timeline") << true;
}

void TestPicture::legendIsThere()
{
    QFETCH(const bool, both);
    const QSize size(1600, 900);
    const Picture shown = picture(both ? PictureContent::Both : PictureContent::Map);
    const QImage image = views::renderPicture(shown, size, 2, Theme::light());
    const PictureLayout layout(shown, QSizeF(size));
    const QRectF ramp = views::legendRamp(layout.legend);
    for (const double score : {-9.0, -5.0, -2.0, 2.0, 5.0, 9.0}) {
        const QPointF at(ramp.left() + ramp.width() * (score + 10) / 20, ramp.center().y());
        const QColor seen = image.pixelColor((at * layout.unit * 2).toPoint());
        const QColor want = Theme::light().ramp.colour(score);
        const int off = std::max({std::abs(seen.red() - want.red()), std::abs(seen.green() - want.green()),
                                  std::abs(seen.blue() - want.blue())});
        QVERIFY2(off <= 6,
                 qPrintable(seen.name() + u' ' + want.name())); // a step of the ramp is 1/6 of a point
    }
    const QRectF words(ramp.left(), ramp.top() - 16, ramp.width(), 14);
    QVERIFY(inked(image, words, layout.unit * 2) > 500);
    const QRectF swatches(ramp.right() + 26, ramp.top() - 4, 200, 18);
    QVERIFY(inked(image, swatches, layout.unit * 2) > 500);
}

void TestPicture::wordsAreThere()
{
    const QSize size(1600, 900);
    for (const PictureContent content :
         {PictureContent::Map, PictureContent::Timeline, PictureContent::Both}) {
        const Picture shown = picture(content);
        const PictureLayout layout(shown, QSizeF(size));
        const QImage image = views::renderPicture(shown, size, 1, Theme::light());
        for (const QRectF &area : {layout.title, layout.lens, layout.foot})
            QVERIFY(inked(image, area, layout.unit) > 300);
        Picture wordless = shown;
        wordless.caption = {};
        wordless.caption.articles = 1;
        const PictureLayout bare(wordless, QSizeF(size));
        QCOMPARE(inked(views::renderPicture(wordless, size, 1, Theme::light()), bare.title, bare.unit), 0);
    }
}

void TestPicture::timelineIsThere()
{
    const QSize size(1200, 700);
    const Picture shown = picture(PictureContent::Timeline);
    const QImage image = views::renderTimeline(shown.timeline, shown.caption, size, 1, Theme::light());
    const PictureLayout layout(shown, QSizeF(size));
    QVERIFY(layout.map.isEmpty());
    QVERIFY(!layout.notes.isEmpty());
    QVERIFY(inked(image, layout.timeline, layout.unit) > 20000);
    QVERIFY(inked(image, layout.notes, layout.unit) > 1000);
}

/// At scale 2 the same picture, not another layout: halved it is nearly the one at scale 1.
void TestPicture::scaleDrawsFiner()
{
    const Picture shown = picture(PictureContent::Both);
    const QSize size(1200, 700);
    const QImage once = views::renderPicture(shown, size, 1, Theme::light());
    for (const double scale : {2.0, 0.5}) {
        const QImage other = views::renderPicture(shown, size, scale, Theme::light());
        const QSize small = size / 4;
        const QImage a = once.scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        const QImage b = other.scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        qint64 off = 0;
        for (int y = 0; y < small.height(); ++y) {
            for (int x = 0; x < small.width(); ++x)
                off += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
        }
        QVERIFY2(double(off) / (small.width() * small.height()) < 3, qPrintable(QString::number(off)));
    }
}

void TestPicture::darkPictureIsDark()
{
    const QImage image =
        views::renderPicture(picture(PictureContent::Both), {800, 800}, 1, Theme::darkened());
    QCOMPARE(image.pixelColor(1, 1), Theme::darkened().page);
}

void TestPicture::pngReadsBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"Map.PNG"_s);
    const Picture shown = picture(PictureContent::Map);
    QVERIFY(views::save(shown, path, {900, 500}, 2, Theme::light()));
    const QImage image(path);
    QCOMPARE(image.size(), QSize(1800, 1000));
    QCOMPARE(image.text(u"Title"_s), shown.caption.title);
    QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 192);
}

void TestPicture::svgIsLinesAndWords()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"both.svg"_s);
    Picture shown = picture(PictureContent::Both);
    shown.caption.title = u"A & B <toward> \"C\""_s; // nobody's text becomes markup
    QVERIFY(views::save(shown, path, {1200, 700}, 1, Theme::light()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY(!text.contains(u"<image"_s));
    QVERIFY(text.contains(u"A &amp; B &lt;toward&gt;"_s));
    QVERIFY(text.contains(u"142 articles from 17 publishers"_s));
    QSvgRenderer renderer(path);
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.viewBox(), QRect(0, 0, 1200, 700));
    QImage image(1200, 700, QImage::Format_RGB32);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    const PictureLayout layout(shown, {1200, 700});
    const charts::WorldMap &world = charts::worldMap();
    const QPointF brazil = world.countries[static_cast<std::size_t>(world.indexOf(u"BRA"_s))].anchor;
    const QPointF at = views::MapCamera(layout.map).toScreen(brazil) * layout.unit;
    QCOMPARE(image.pixelColor(at.toPoint()), Theme::light().ramp.colour(-4.1));
}

void TestPicture::pdfIsOnePage()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"both.pdf"_s);
    QVERIFY(views::save(picture(PictureContent::Both), path, {1200, 700}, 1, Theme::light()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-1."));
    QCOMPARE(bytes.count("/Type /Page\n"), 1);
    QVERIFY2(bytes.contains("/MediaBox [0 0 900.000000 525.000000]"),
             "1200 × 700 pixels are 900 × 525 points");
}

void TestPicture::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::newRow("no ending") << u"picture"_s << QSize(800, 450) << 1.0;
    QTest::newRow("another ending") << u"picture.bmp"_s << QSize(800, 450) << 1.0;
    QTest::newRow("no folder") << u"none/picture.png"_s << QSize(800, 450) << 1.0;
    QTest::newRow("too large") << u"picture.png"_s << QSize(8000, 8000) << 4.0;
    QTest::newRow("no size") << u"picture.svg"_s << QSize(0, 450) << 1.0;
}

void TestPicture::refuses()
{
    QFETCH(const QString, name);
    QFETCH(const QSize, size);
    QFETCH(const double, scale);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    const Result<void> saved = views::save(picture(PictureContent::Map), path, size, scale, Theme::light());
    QVERIFY(!saved);
    QCOMPARE(saved.error().where, path);
    QVERIFY(!saved.error().what.isEmpty() && !saved.error().line().contains(u'\n'));
    QVERIFY(!QFile::exists(path));
}

void TestPicture::emptyAndOverfull()
{
    const QImage none = views::renderPicture({}, {900, 500}, 1, Theme::light());
    QCOMPARE(none.size(), QSize(900, 500));
    Picture full = picture(PictureContent::Both);
    full.map.countries.clear();
    double score = -10;
    for (const charts::Country &country : charts::worldMap().countries) {
        if (country.member)
            full.map.countries.push_back({country.iso3, score, 3, 2, {}});
        score = score > 9.8 ? -10 : score + 0.1;
    }
    full.timeline = sample::timeline(12, 39);
    for (int i = 0; i < 20; ++i)
        full.timeline.marks.push_back(
            {QDate(2023, 11, 1).addDays(i * 9), -9.0 + i % 4, u"A → B: did it"_s, i, 0});
    full.caption.lens = QString(400, u'x');
    for (const QSize size : {QSize(1600, 900), QSize(300, 200), QSize(100, 100), QSize(2000, 300)})
        QVERIFY(!views::renderPicture(full, size, 1, Theme::light()).isNull());
    if (const QString folder = qEnvironmentVariable("PICTURES"); !folder.isEmpty()) {
        QVERIFY(views::save(full, folder + u"/full.png"_s, {1600, 900}, 1, Theme::light()));
        const Picture shown = picture(PictureContent::Both);
        QVERIFY(views::save(shown, folder + u"/both.png"_s, {1600, 900}, 1, Theme::light()));
        QVERIFY(views::save(shown, folder + u"/both.pdf"_s, {1600, 900}, 1, Theme::light()));
        QVERIFY(views::save(shown, folder + u"/both.svg"_s, {1600, 900}, 1, Theme::light()));
        QVERIFY(views::save(shown, folder + u"/dark.png"_s, {1200, 1200}, 1, Theme::darkened()));
        QVERIFY(views::save(shown, folder + u"/tiny.png"_s, {400, 260}, 1, Theme::light()));
    }
}

QTEST_MAIN(TestPicture)
#include "tst_picture.moc"
