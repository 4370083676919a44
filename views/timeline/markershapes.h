#pragma once

#include <QPainterPath>

namespace demarche::views {

/// A point's outline: lines of like colour differ in shape too.
[[nodiscard]] QPainterPath markerShape(std::size_t series, QPointF centre, double radius);

/// A grave action's outline: a rupture is a diamond, an agreement a disc, told apart without their colours.
[[nodiscard]] QPainterPath eventShape(double goldstein, QPointF centre, double radius);

} // namespace demarche::views
