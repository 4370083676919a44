#pragma once

#include "models/charts/series.h"
#include "views/map/mapcamera.h"

#include <QImage>

#include <vector>

namespace demarche::views {

/// Tells which country lies under a point of the screen, by an image in which each pixel is a country's
/// number: a look-up costs 0.1 µs, however detailed the shapes. Small states answer within 20 px of their
/// marker over the sea, and on their marker over another's land.
class CountryFinder
{
public:
    static constexpr int None = -1;

    CountryFinder() = default;
    CountryFinder(const charts::MapData &data, const MapCamera &camera);

    /// Index into worldMap().countries, or None.
    [[nodiscard]] int at(QPointF screen) const;

private:
    struct Marker
    {
        QPointF at;
        double radius = 0;
        int country = None;
    };

    [[nodiscard]] int land(QPointF screen) const;

    QImage m_numbers; ///< country + 1 in each pixel's colour; 0 for sea
    QPointF m_corner;
    std::vector<Marker> m_markers;
};

} // namespace demarche::views
