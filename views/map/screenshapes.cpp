#include "views/map/screenshapes.h"

#include <algorithm>
#include <cmath>

namespace demarche::views {

namespace {

constexpr double Bleed = 8; // pixels kept beyond the area, so that strokes do not end at its edge

QPolygonF onScreen(const charts::Line &line, const MapCamera &camera, double tolerance)
{
    const QTransform plane = camera.transform(); // its numbers once, not again for each of 60,000 points
    QPolygonF result;
    result.reserve(static_cast<qsizetype>(line.size()));
    QPointF last(1e9, 1e9);
    for (const QPointF &point : line) {
        const QPointF at(point.x() * plane.m11() + plane.dx(), point.y() * plane.m22() + plane.dy());
        if (std::abs(at.x() - last.x()) + std::abs(at.y() - last.y()) >= tolerance) {
            result.push_back(at);
            last = at;
        }
    }
    if (!line.empty() && result.size() == 1)
        result.push_back(camera.toScreen(line.back()));
    else if (!line.empty())
        result.last() = camera.toScreen(line.back());
    return result;
}

/// One step of Sutherland and Hodgman's clipping: what lies where `depth` is not negative.
template <typename Depth>
QPolygonF clippedBy(const QPolygonF &ring, Depth depth)
{
    QPolygonF kept;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF a = ring.at(i);
        const QPointF b = ring.at((i + 1) % ring.size());
        const double da = depth(a);
        const double db = depth(b);
        if (da >= 0)
            kept.push_back(a);
        if ((da >= 0) != (db >= 0))
            kept.push_back(a + (b - a) * (da / (da - db)));
    }
    return kept;
}

QPolygonF clippedTo(const QRectF &area, const QPolygonF &ring)
{
    QPolygonF kept = clippedBy(ring, [&](QPointF p) { return p.x() - area.left(); });
    kept = clippedBy(kept, [&](QPointF p) { return area.right() - p.x(); });
    kept = clippedBy(kept, [&](QPointF p) { return p.y() - area.top(); });
    return clippedBy(kept, [&](QPointF p) { return area.bottom() - p.y(); });
}

QRectF reach(const MapCamera &camera)
{
    return camera.area().adjusted(-Bleed, -Bleed, Bleed, Bleed);
}

} // namespace

std::vector<QPolygonF> ringsOnScreen(const std::vector<charts::Line> &rings, const MapCamera &camera,
                                     double tolerance)
{
    const QRectF shown = reach(camera);
    std::vector<QPolygonF> result;
    for (const charts::Line &ring : rings) {
        QPolygonF polygon = onScreen(ring, camera, tolerance);
        const QRectF bounds = polygon.boundingRect();
        if (polygon.size() < 3 || !bounds.intersects(shown))
            continue;
        if (!shown.contains(bounds))
            polygon = clippedTo(shown, polygon);
        if (polygon.size() > 2)
            result.push_back(std::move(polygon));
    }
    return result;
}

std::vector<QPolygonF> linesOnScreen(const std::vector<charts::Line> &lines, const MapCamera &camera,
                                     double tolerance)
{
    const QRectF shown = reach(camera);
    std::vector<QPolygonF> result;
    for (const charts::Line &line : lines) {
        QPolygonF polyline = onScreen(line, camera, tolerance);
        // A straight line has no height, and QRectF calls that empty: it intersects nothing unless widened.
        if (polyline.boundingRect().adjusted(-1, -1, 1, 1).intersects(shown))
            result.push_back(std::move(polyline));
    }
    return result;
}

QPainterPath pathOf(const std::vector<QPolygonF> &rings)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const QPolygonF &ring : rings) {
        path.addPolygon(ring);
        path.closeSubpath();
    }
    return path;
}

} // namespace demarche::views
