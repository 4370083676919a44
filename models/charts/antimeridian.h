#pragma once

#include <QPointF>

#include <vector>

/// Lines and rings on the sphere made fit for a flat map that is cut open at ±180°. Points are (longitude,
/// latitude) in degrees; longitudes count from the map's central meridian.
namespace demarche::charts {

using Line = std::vector<QPointF>;

/// The same line without jumps: no two neighbours are more than 180° of longitude apart. It may leave [-180,
/// 180].
[[nodiscard]] Line unwrapped(const Line &line);

/// A closed ring as rings within [-180, 180]. One that goes round a pole is closed along that pole. Its first
/// point need not be repeated at the end; in the results it is not.
[[nodiscard]] std::vector<Line> cutRing(const Line &ring);

/// A line as pieces within [-180, 180], each of two points or more.
[[nodiscard]] std::vector<Line> cutLine(const Line &line);

/// The line with points put in so that none of its steps is longer than `degrees`.
[[nodiscard]] Line densified(const Line &line, double degrees);

} // namespace demarche::charts
