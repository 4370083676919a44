#pragma once

#include <QPointF>
#include <QRectF>
#include <QTransform>

namespace demarche::views {

/// Which part of the projected world lies where in an area of the screen: a value, so that views keep and
/// compare it. Zoom 1 shows the whole world; the area's middle never leaves the map.
class MapCamera
{
public:
    static constexpr double MostZoom = 60;

    MapCamera() = default;
    explicit MapCamera(const QRectF &area)
        : m_area(area)
    {
    }

    [[nodiscard]] QRectF area() const { return m_area; }
    [[nodiscard]] double zoom() const { return m_zoom; }
    /// Pixels a unit of the plane.
    [[nodiscard]] double scale() const;

    [[nodiscard]] QPointF toScreen(QPointF plane) const;
    [[nodiscard]] QPointF toPlane(QPointF screen) const;
    [[nodiscard]] QTransform transform() const; ///< plane to screen

    [[nodiscard]] MapCamera resized(const QRectF &area) const;
    /// Nearer by `factor`, the point under `screen` staying where it is.
    [[nodiscard]] MapCamera zoomedAt(QPointF screen, double factor) const;
    [[nodiscard]] MapCamera panned(QPointF pixels) const;
    /// Moved just so far that a point of the plane lies within the area, `margin` pixels from its edge.
    [[nodiscard]] MapCamera showing(QPointF plane, double margin) const;
    [[nodiscard]] MapCamera reset() const { return MapCamera(m_area); }

    friend bool operator==(const MapCamera &, const MapCamera &) = default;

private:
    [[nodiscard]] MapCamera clamped() const;

    QRectF m_area{0, 0, 1, 1};
    double m_zoom = 1;
    QPointF m_centre; ///< of the plane
};

} // namespace demarche::views
