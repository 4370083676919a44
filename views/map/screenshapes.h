#pragma once

#include "models/charts/worldmap.h"
#include "views/map/mapcamera.h"

#include <QPainterPath>
#include <QPolygonF>

namespace demarche::views {

/// Shapes of the plane brought to the screen: only what the camera's area shows, and without points that lie
/// closer than `tolerance` pixels to the last one kept.
[[nodiscard]] std::vector<QPolygonF> ringsOnScreen(const std::vector<charts::Line> &rings,
                                                   const MapCamera &camera, double tolerance);
[[nodiscard]] std::vector<QPolygonF> linesOnScreen(const std::vector<charts::Line> &lines,
                                                   const MapCamera &camera, double tolerance);

/// Rings as one path filled by the odd-even rule.
[[nodiscard]] QPainterPath pathOf(const std::vector<QPolygonF> &rings);

} // namespace demarche::views
