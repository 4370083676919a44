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
constexpr double BelowMap = LegendHeight + 4;
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

/// Of a map that fills a width, with its legend.
double heightOfMap(double width)
{
    return width * charts::equalearth::HalfHeight / charts::equalearth::HalfWidth + BelowMap;
}

/// How much of the width a map has that stands beside a timeline: what its height fills, within bounds that
/// leave the timeline readable.
double mapShare(const QRectF &area)
{
    const double filled =
        (area.height() - BelowMap) * charts::equalearth::HalfWidth / charts::equalearth::HalfHeight;
    return std::clamp(filled / area.width(), 0.54, 0.62);
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
        left.setWidth(std::round(rest.width() * mapShare(rest)) - Gutter / 2);
        right.setLeft(left.right() + Gutter);
    } else if (isBoth) {
        left.setHeight(std::min(std::round(rest.height() * 0.58) - Gutter / 2, heightOfMap(rest.width())));
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
        // The map takes no more height than its width fills; the legend stands directly below it. Alone it
        // stands in the middle, beside a timeline both begin at the top.
        const double height = std::min(left.height(), heightOfMap(left.width())) - BelowMap;
        const double above = isBeside ? 0 : (left.height() - BelowMap - height) / 2;
        map = QRectF(left.left(), left.top() + above, left.width(), height);
        legend = QRectF(left.left() - 12, map.bottom() + 4, left.width() + 12, LegendHeight);
    }
}

} // namespace demarche::views
