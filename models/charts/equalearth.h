#pragma once

#include <QPointF>

/// The Equal Earth projection, an equal-area pseudocylindrical one made for world maps: B. Šavrič, T.
/// Patterson and B. Jenny, "The Equal Earth map projection", International Journal of Geographical
/// Information Science 33(3), 2018. On a sphere of radius 1; y grows northward.
namespace demarche::charts::equalearth {

constexpr double HalfWidth = 2.7066299836960748;  ///< x of (180°, 0°)
constexpr double HalfHeight = 1.3173627591574133; ///< y of either pole
constexpr double AreaOfSphere = 12.566370614359172;

/// (longitude from the central meridian, latitude) in degrees to the plane.
[[nodiscard]] QPointF forward(QPointF degrees);

/// The plane to degrees. A point off the map gives a longitude beyond ±180 or NaN: ask isOnMap first.
[[nodiscard]] QPointF inverse(QPointF plane);

[[nodiscard]] bool isOnMap(QPointF plane);

} // namespace demarche::charts::equalearth
