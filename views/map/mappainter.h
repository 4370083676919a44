#pragma once

#include "models/charts/series.h"
#include "models/charts/worldmap.h"
#include "views/map/mapcamera.h"
#include "views/map/theme.h"

#include <QPainter>

namespace demarche::views {

/// Paints the map into any paint device: the view's pixmap, a picture, SVG, PDF. Holds no state between
/// calls.
class MapPainter
{
public:
    /// `data` and `theme` must outlive the painter. `detail` is how many device pixels a logical one has.
    MapPainter(const charts::MapData &data, const Theme &theme, const MapCamera &camera, double detail = 1);

    /// Sea, land, strokes, markers, and who the stance is toward: everything but what the mouse changes.
    void paint(QPainter &painter) const;

    /// One country's outline and halo, over what paint() gave.
    void outline(QPainter &painter, int country, const QColor &colour, double width) const;

    /// The name of whom the stance is toward: again over the outlines of what is selected.
    void nameTarget(QPainter &painter) const;

    /// A country's name beside it, kept inside the area.
    void name(QPainter &painter, int country, const QColor &colour) const;

    /// The fill of a country: the ramp's colour of its score, or an invalid colour for no data.
    [[nodiscard]] QColor fillOf(int country) const;

private:
    void paintSea(QPainter &painter) const;
    void paintLand(QPainter &painter) const;
    void paintStrokes(QPainter &painter) const;
    void paintMarkers(QPainter &painter) const;
    void paintTarget(QPainter &painter) const;
    [[nodiscard]] QRectF labelPlace(const charts::Country &country, QSizeF size) const;

    const charts::WorldMap &m_world;
    const charts::MapData &m_data;
    const Theme &m_theme;
    MapCamera m_camera;
    double m_tolerance;
    std::vector<QColor> m_fills; ///< by country of the world map
};

/// Radius of a small state's marker in pixels, or 0 where the country is drawn large enough to do without.
[[nodiscard]] double markerRadius(const charts::Country &country, const MapCamera &camera, bool hasData);

} // namespace demarche::views
