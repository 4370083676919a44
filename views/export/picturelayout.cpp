#include "views/export/picturelayout.h"

#include "models/charts/equalearth.h"
#include "views/map/legend.h"
#include "views/map/theme.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace demarche::views {

namespace {

constexpr double Padding = 28;
constexpr double TitleHeight = 32;
constexpr double LensHeight = 20;
constexpr double FootHeight = 18;
constexpr double Gutter = 24;
constexpr double Least =
    1000; // a picture of 1000 × 1000 units has its type at its own size; larger ones larger type

/// Notes stand in two columns where the area is wide, and take at most a quarter of its height.
double notesHeight(const Picture &picture, const QRectF &area)
{
    const double columns = area.width() > 620 ? 2 : 1;
    const double wanted =
        std::ceil(static_cast<double>(picture.timeline.marks.size()) / columns) * NoteHeight;
    return wanted > 0 && wanted <= area.height() / 4 ? wanted + 6 : 0;
}

} // namespace

QFont lensFont()
{
    return pixelFont(14);
}

/// Broken after a word or within one that is longer than a line; the second line ends in dots where even two
/// are too few.
QStringList lensLines(const QString &lens, double width)
{
    const QFontMetricsF metrics(lensFont());
    if (metrics.horizontalAdvance(lens) <= width)
        return {lens};
    qsizetype end = lens.size();
    while (end > 1 && metrics.horizontalAdvance(lens.first(end)) > width) {
        const qsizetype space = lens.lastIndexOf(u' ', end - 1);
        end = space > 0 ? space : end - 1;
    }
    return {lens.first(end), metrics.elidedText(lens.sliced(end).trimmed(), Qt::ElideRight, width)};
}

PictureLayout::PictureLayout(const Picture &picture, QSizeF size)
{
    unit = std::max(1.0, std::sqrt(size.width() * size.height()) / Least);
    page = QRectF({0, 0}, size / unit);
    const double padding = std::min(Padding, page.width() / 20);
    QRectF rest = page.adjusted(padding, padding * 0.8, -padding, -padding * 0.6);
    const auto takeTop = [&](double height) {
        const QRectF taken(rest.topLeft(), QSizeF(rest.width(), height));
        rest.setTop(taken.bottom());
        return taken;
    };
    const auto takeBottom = [](QRectF &from, double height) {
        const QRectF taken(from.left(), from.bottom() - height, from.width(), height);
        from.setBottom(taken.top());
        return taken;
    };
    title = takeTop(TitleHeight);
    if (!picture.caption.lens.isEmpty())
        lens =
            takeTop(LensHeight * static_cast<double>(lensLines(picture.caption.lens, rest.width()).size()));
    takeTop(10);
    foot = takeBottom(rest, FootHeight);
    takeBottom(rest, 8);

    QRectF left = rest;
    QRectF right = rest;
    const bool isBoth = picture.content == PictureContent::Both;
    const bool isBeside = isBoth && rest.width() >= rest.height() * 1.7;
    if (isBeside) {
        left.setWidth(std::round(rest.width() * 0.62) - Gutter / 2);
        right.setLeft(left.right() + Gutter);
    } else if (isBoth) {
        left.setHeight(std::round(rest.height() * 0.58) - Gutter / 2);
        right.setTop(left.bottom() + Gutter);
    }
    if (picture.content != PictureContent::Map) {
        // Beside a map there is room below the map, which is wider than it is high.
        QRectF &holder = isBeside ? left : right;
        if (const double height = notesHeight(picture, holder); height > 0)
            notes = takeBottom(holder, height);
        timeline = right;
    }
    if (picture.content != PictureContent::Timeline) {
        // The map takes no more height than its width fills; the legend stands directly below it.
        const double aspect = charts::equalearth::HalfWidth / charts::equalearth::HalfHeight;
        const double height = std::min(left.height() - LegendHeight - 4, left.width() / aspect);
        const double spare = left.height() - LegendHeight - 4 - height;
        map = QRectF(left.left(), left.top() + spare / 2, left.width(), height);
        legend = QRectF(left.left() - 12, map.bottom() + 4, left.width() + 12, LegendHeight);
    }
}

} // namespace demarche::views
