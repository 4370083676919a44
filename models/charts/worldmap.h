#pragma once

#include "models/charts/atlas.h"

#include <QHash>
#include <QRectF>

#include <memory>

/// The world laid out on the plane, ready to be filled and stroked: Equal Earth, sphere of radius 1, y
/// northward.
namespace demarche::charts {

/// The map's middle. Cut open at 169° W, the Bering Strait, it leaves Russia and Fiji whole.
constexpr double CentralMeridian = 11;

struct Country
{
    QString iso3; ///< empty for ground that no state is given
    QString name;
    bool member = false;     ///< of the United Nations
    std::vector<Line> rings; ///< closed, to be filled by the odd-even rule; none is stroked
    QRectF bounds;
    QPointF anchor; ///< a point well inside the greatest part: for markers and names
    double area = 0;
};

struct WorldMap
{
    std::vector<Country> countries;
    std::vector<Line> coasts;   ///< each stroked once
    std::vector<Line> borders;  ///< each once, though two countries share it
    std::vector<Line> disputed; ///< borders to be dashed
    std::vector<Line> graticule;
    Line sphere; ///< the map's own outline, closed

    /// Index of a country, or -1. Parts that the shapes do not hold apart answer by the whole (GUF by FRA).
    [[nodiscard]] int indexOf(const QString &iso3) const;

    QHash<QString, int> index;
};

/// The plane's point of a place on earth.
[[nodiscard]] QPointF project(QPointF lonLat, double centralMeridian = CentralMeridian);

[[nodiscard]] WorldMap layOut(const Atlas &atlas, const std::vector<Place> &places,
                              double centralMeridian = CentralMeridian);

/// The map built into the program, laid out on the first call (about 20 ms) and kept; safe from any thread.
/// Empty, with the fault logged, where the resource is broken: a test sees to it that it is not.
[[nodiscard]] const WorldMap &worldMap();

} // namespace demarche::charts
