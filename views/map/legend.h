#pragma once

#include "views/map/theme.h"

#include <QPainter>
#include <QRectF>

namespace demarche::views {

/// The key to the map's colours: the ramp with its words and figures, "no data", and whom the stance is
/// toward. What does not fit into the width is left out from the end; the ramp always stays.
void paintLegend(QPainter &painter, const QRectF &area, const QString &targetName, const Theme &theme);

constexpr double LegendHeight = 40;

/// The ramp's own rectangle within the legend's area; its colours run from -10 at the left to 10 at the
/// right.
[[nodiscard]] QRectF legendRamp(const QRectF &area);

} // namespace demarche::views
