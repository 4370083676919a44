#include "views/export/picturefile.h"

#include "views/export/picturedata.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageWriter>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace demarche::views {

using namespace Qt::StringLiterals;

namespace {

constexpr int DotsPerInch = 96; // of a logical pixel
constexpr int PdfFineness = 10; // positions within one, so that letters are spaced as they should be
constexpr double InchPerMetre = 1 / 0.0254;

Result<QByteArray> png(const Picture &picture, QSize size, double scale, const Theme &theme)
{
    QImage image = renderPicture(picture, size, scale, theme);
    if (image.isNull())
        return std::unexpected(Problem{{}, u"not enough memory for a picture of this size"_s});
    const int dots = qRound(DotsPerInch * scale * InchPerMetre);
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    image.setText(u"Title"_s, picture.caption.title);
    QBuffer buffer;
    QImageWriter writer(&buffer, "png");
    if (!writer.write(image))
        return std::unexpected(Problem{{}, writer.errorString()});
    return buffer.data();
}

Result<QByteArray> svg(const Picture &picture, QSize size, const Theme &theme)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect({0, 0}, size));
    generator.setResolution(DotsPerInch);
    generator.setTitle(picture.caption.title.toHtmlEscaped());
    generator.setDescription(picture.caption.lens.toHtmlEscaped());
    QPainter painter;
    if (!painter.begin(&generator))
        return std::unexpected(Problem{{}, u"the SVG could not be drawn"_s});
    paintPicture(painter, picture, QSizeF(size), theme);
    painter.end();
    return buffer.data();
}

Result<QByteArray> pdf(const Picture &picture, QSize size, const Theme &theme)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(DotsPerInch * PdfFineness);
    writer.setPageSize(
        QPageSize(QSizeF(size) * 72 / DotsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setTitle(picture.caption.title);
    writer.setCreator(u"Démarche"_s);
    QPainter painter;
    if (!painter.begin(&writer))
        return std::unexpected(Problem{{}, u"the PDF could not be drawn"_s});
    painter.scale(PdfFineness, PdfFineness);
    paintPicture(painter, picture, QSizeF(size), theme);
    painter.end();
    return buffer.data();
}

Result<QByteArray> encoded(PictureFormat format, const Picture &picture, QSize size, double scale,
                           const Theme &theme)
{
    switch (format) {
    case PictureFormat::Png:
        return png(picture, size, scale, theme);
    case PictureFormat::Svg:
        return svg(picture, size, theme);
    case PictureFormat::Pdf:
        return pdf(picture, size, theme);
    case PictureFormat::Csv:
        return figures(picture);
    }
    return std::unexpected(Problem{{}, u"not a format of pictures"_s});
}

} // namespace

Result<PictureFormat> formatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"png"_s)
        return PictureFormat::Png;
    if (suffix == u"svg"_s)
        return PictureFormat::Svg;
    if (suffix == u"pdf"_s)
        return PictureFormat::Pdf;
    if (suffix == u"csv"_s)
        return PictureFormat::Csv;
    return std::unexpected(Problem{path, u"a picture's name must end in .png, .svg, .pdf or .csv"_s});
}

Result<void> save(const Picture &picture, const QString &path, QSize size, double scale, const Theme &theme)
{
    const Result<PictureFormat> format = formatOf(path);
    if (!format)
        return std::unexpected(format.error());
    const QSize pixels = (QSizeF(size) * (*format == PictureFormat::Png ? scale : 1)).toSize();
    if (pixels.width() < 1 || pixels.height() < 1 || pixels.width() > MostPixels ||
        pixels.height() > MostPixels)
        return std::unexpected(
            Problem{path, u"%1×%2 pixels is not a size between 1 and %3"_s.arg(pixels.width())
                              .arg(pixels.height())
                              .arg(MostPixels)});
    const Result<QByteArray> bytes = encoded(*format, picture, size, scale, theme);
    if (!bytes)
        return std::unexpected(Problem{path, bytes.error().what});
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return std::unexpected(Problem{path, file.errorString()});
    return {};
}

} // namespace demarche::views
