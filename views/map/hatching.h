#pragma once

#include <QLineF>
#include <QPolygonF>

#include <vector>

namespace demarche::views {

/// Lines rising to the right at 45°, `spacing` pixels apart, cut to the inside of the rings by the odd-even
/// rule. All hatchings of one picture share one grid. Reckoned as lines rather than painted by a pattern
/// brush, so that they are sharp at any scale and stay lines in SVG and PDF.
[[nodiscard]] std::vector<QLineF> hatching(const std::vector<QPolygonF> &rings, double spacing);

} // namespace demarche::views
