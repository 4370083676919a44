#include "views/map/mappainter.h"

#include "models/charts/equalearth.h"
#include "views/map/hatching.h"
#include "views/map/screenshapes.h"

#include <QFontMetricsF>

#include <algorithm>
#include <climits>
#include <cmath>

namespace demarche::views {

namespace {

constexpr double HatchSpacing = 4.5;
constexpr double SmallArea = 25; // px² on a map 1600 px wide: smaller countries get a marker
constexpr double SmallAreaWidth = 1600;

} // namespace

double markerRadius(const charts::Country &country, const MapCamera &camera, bool hasData)
{
    if (country.iso3.isEmpty() || (!country.member && !hasData))
        return 0;
    const double reference = SmallAreaWidth / (2 * charts::equalearth::HalfWidth);
    const double area = country.area * std::max(reference * reference, camera.scale() * camera.scale());
    if (area >= SmallArea)
        return 0;
    return hasData ? 4.0 : 2.0;
}

MapPainter::MapPainter(const charts::MapData &data, const Theme &theme, const MapCamera &camera,
                       double detail)
    : m_world(charts::worldMap())
    , m_data(data)
    , m_theme(theme)
    , m_camera(camera)
    , m_tolerance(0.6 / detail)
    , m_fills(m_world.countries.size())
{
    for (const charts::CountryStance &stance : data.countries) {
        const int country = m_world.indexOf(stance.iso3);
        if (country >= 0 && stance.evidence > 0)
            m_fills[static_cast<std::size_t>(country)] = theme.ramp.colour(stance.score);
    }
}

QColor MapPainter::fillOf(int country) const
{
    return m_fills.at(static_cast<std::size_t>(country));
}

void MapPainter::paint(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(m_camera.area());
    paintSea(painter);
    paintLand(painter);
    paintStrokes(painter);
    paintMarkers(painter);
    paintTarget(painter);
    painter.restore();
}

void MapPainter::paintSea(QPainter &painter) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.sea);
    painter.drawPath(pathOf(ringsOnScreen({m_world.sphere}, m_camera, m_tolerance)));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.grid, 0.7));
    for (const QPolygonF &line : linesOnScreen(m_world.graticule, m_camera, m_tolerance))
        painter.drawPolyline(line);
}

void MapPainter::paintLand(QPainter &painter) const
{
    std::vector<QPolygonF> blank;
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < m_world.countries.size(); ++i) {
        std::vector<QPolygonF> rings = ringsOnScreen(m_world.countries[i].rings, m_camera, m_tolerance);
        painter.setBrush(m_fills[i].isValid() ? m_fills[i] : m_theme.land);
        painter.drawPath(pathOf(rings));
        if (!m_fills[i].isValid())
            std::ranges::move(rings, std::back_inserter(blank));
    }
    painter.setPen(QPen(m_theme.hatch, 0.8));
    const std::vector<QLineF> lines = hatching(blank, HatchSpacing);
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
}

void MapPainter::paintStrokes(QPainter &painter) const
{
    const auto strokes = [&](const std::vector<charts::Line> &lines, const QPen &pen) {
        painter.setPen(pen);
        for (const QPolygonF &line : linesOnScreen(lines, m_camera, m_tolerance))
            painter.drawPolyline(line);
    };
    painter.setBrush(Qt::NoBrush);
    strokes(m_world.coasts, QPen(m_theme.coast, 0.6));
    strokes(m_world.borders, QPen(m_theme.border, 0.6));
    QPen dashed(m_theme.border, 0.8, Qt::CustomDashLine, Qt::FlatCap);
    dashed.setDashPattern({3, 2.5});
    strokes(m_world.disputed, dashed);
    strokes({m_world.sphere}, QPen(m_theme.grid, 1));
}

void MapPainter::paintMarkers(QPainter &painter) const
{
    // Those with data last, so that none is hidden under an empty one.
    for (const bool withData : {false, true}) {
        for (std::size_t i = 0; i < m_world.countries.size(); ++i) {
            const charts::Country &country = m_world.countries[i];
            const double radius = markerRadius(country, m_camera, m_fills[i].isValid());
            if (m_fills[i].isValid() != withData || radius <= 0)
                continue;
            painter.setPen(QPen(m_theme.coast, withData ? 1.0 : 0.8));
            painter.setBrush(withData ? m_fills[i] : m_theme.land);
            painter.drawEllipse(m_camera.toScreen(country.anchor), radius, radius);
        }
    }
}

void MapPainter::paintTarget(QPainter &painter) const
{
    const int target = m_world.indexOf(m_data.target);
    if (target < 0)
        return;
    outline(painter, target, m_theme.target, 1.8);
    nameTarget(painter);
}

void MapPainter::nameTarget(QPainter &painter) const
{
    if (const int target = m_world.indexOf(m_data.target); target >= 0)
        name(painter, target, m_theme.target);
}

void MapPainter::outline(QPainter &painter, int country, const QColor &colour, double width) const
{
    const auto index = static_cast<std::size_t>(country);
    const charts::Country &shape = m_world.countries.at(index);
    const double radius = markerRadius(shape, m_camera, m_fills[index].isValid());
    QPainterPath path = pathOf(ringsOnScreen(shape.rings, m_camera, 2 * m_tolerance));
    if (radius > 0)
        path.addEllipse(m_camera.toScreen(shape.anchor), radius + 1, radius + 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(m_camera.area());
    painter.setBrush(Qt::NoBrush);
    QColor halo = m_theme.halo;
    halo.setAlphaF(0.85F);
    // Bevelled: round joins at a thousand corners would take longer than all the rest.
    painter.setPen(QPen(halo, width + 2, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    painter.drawPath(path);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    painter.drawPath(path);
    painter.restore();
}

/// Inside a country wide enough for it, else on the side where it hides fewer countries with data, the right
/// where both are alike.
QRectF MapPainter::labelPlace(const charts::Country &country, QSizeF size) const
{
    const QPointF anchor = m_camera.toScreen(country.anchor);
    const double half = country.bounds.width() * m_camera.scale() / 2;
    QRectF place({0, 0}, size);
    place.moveCenter(anchor);
    if (half * 2 >= size.width() * 1.6)
        return place;
    const double distance = std::min(half, 14.0) + 8 + size.width() / 2;
    const QRectF right = place.translated(distance, 0);
    const QRectF left = place.translated(-distance, 0);
    const auto hidden = [&](const QRectF &label) {
        if (label.left() < m_camera.area().left() || label.right() > m_camera.area().right())
            return INT_MAX;
        int countries = 0;
        for (std::size_t i = 0; i < m_world.countries.size(); ++i)
            countries +=
                m_fills[i].isValid() && label.contains(m_camera.toScreen(m_world.countries[i].anchor));
        return countries;
    };
    return hidden(left) < hidden(right) ? left : right;
}

void MapPainter::name(QPainter &painter, int country, const QColor &colour) const
{
    const charts::Country &shape = m_world.countries.at(static_cast<std::size_t>(country));
    const QFont font = pixelFont(12, true);
    const QFontMetricsF metrics(font);
    const QSizeF size(metrics.horizontalAdvance(shape.name), metrics.height());
    const QPointF anchor = m_camera.toScreen(shape.anchor);
    if (!m_camera.area().contains(anchor))
        return;
    QPainterPath text;
    text.addText(QPointF(labelPlace(shape, size).left(), anchor.y() + metrics.ascent() / 2 - 1), font,
                 shape.name);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(text, QPen(m_theme.halo, 3.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(text, colour);
    painter.restore();
}

} // namespace demarche::views
