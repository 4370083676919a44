#include "views/map/mapcamera.h"

#include "models/charts/equalearth.h"

#include <algorithm>

namespace demarche::views {

using charts::equalearth::HalfHeight;
using charts::equalearth::HalfWidth;

double MapCamera::scale() const
{
    const double fit = std::min(m_area.width() / (2 * HalfWidth), m_area.height() / (2 * HalfHeight));
    return std::max(fit, 1e-6) * m_zoom;
}

QPointF MapCamera::toScreen(QPointF plane) const
{
    const double s = scale();
    const QPointF middle = m_area.center();
    return {middle.x() + (plane.x() - m_centre.x()) * s, middle.y() - (plane.y() - m_centre.y()) * s};
}

QPointF MapCamera::toPlane(QPointF screen) const
{
    const double s = scale();
    const QPointF middle = m_area.center();
    return {m_centre.x() + (screen.x() - middle.x()) / s, m_centre.y() - (screen.y() - middle.y()) / s};
}

QTransform MapCamera::transform() const
{
    const double s = scale();
    const QPointF origin = toScreen({0, 0});
    return {s, 0, 0, -s, origin.x(), origin.y()};
}

MapCamera MapCamera::resized(const QRectF &area) const
{
    MapCamera camera = *this;
    camera.m_area = area;
    return camera.clamped();
}

MapCamera MapCamera::zoomedAt(QPointF screen, double factor) const
{
    const QPointF fixed = toPlane(screen);
    MapCamera camera = *this;
    camera.m_zoom = std::clamp(m_zoom * factor, 1.0, MostZoom);
    camera.m_centre += fixed - camera.toPlane(screen);
    return camera.clamped();
}

MapCamera MapCamera::panned(QPointF pixels) const
{
    MapCamera camera = *this;
    camera.m_centre -= QPointF(pixels.x(), -pixels.y()) / scale();
    return camera.clamped();
}

MapCamera MapCamera::showing(QPointF plane, double margin) const
{
    const QPointF at = toScreen(plane);
    const QRectF inner = m_area.adjusted(margin, margin, -margin, -margin);
    const QPointF inside(std::clamp(at.x(), inner.left(), std::max(inner.left(), inner.right())),
                         std::clamp(at.y(), inner.top(), std::max(inner.top(), inner.bottom())));
    return panned(inside - at);
}

MapCamera MapCamera::clamped() const
{
    // How far the middle may stray: nothing at zoom 1, nearly to the map's edge when near.
    const double s = scale();
    const double x = std::max(0.0, HalfWidth - m_area.width() / 2 / s);
    const double y = std::max(0.0, HalfHeight - m_area.height() / 2 / s);
    MapCamera camera = *this;
    camera.m_centre = {std::clamp(m_centre.x(), -x, x), std::clamp(m_centre.y(), -y, y)};
    return camera;
}

} // namespace demarche::views
