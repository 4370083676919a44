#include "views/map/countryfinder.h"

#include "models/charts/worldmap.h"
#include "views/map/mappainter.h"
#include "views/map/screenshapes.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace demarche::views {

namespace {

constexpr double NearEnough = 20; // pixels from a marker over the sea

std::vector<bool> countriesWithData(const charts::MapData &data)
{
    const charts::WorldMap &world = charts::worldMap();
    std::vector<bool> known(world.countries.size(), false);
    for (const charts::CountryStance &stance : data.countries) {
        if (const int country = world.indexOf(stance.iso3); country >= 0 && stance.evidence > 0)
            known[static_cast<std::size_t>(country)] = true;
    }
    return known;
}

} // namespace

CountryFinder::CountryFinder(const charts::MapData &data, const MapCamera &camera)
    : m_corner(camera.area().topLeft())
{
    const std::vector<charts::Country> &countries = charts::worldMap().countries;
    const std::vector<bool> known = countriesWithData(data);
    m_numbers = QImage(camera.area().size().toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    m_numbers.fill(QColor(Qt::black));
    QPainter painter(&m_numbers);
    painter.translate(-m_corner);
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < countries.size(); ++i) {
        const int number = static_cast<int>(i);
        painter.setBrush(QColor::fromRgb(static_cast<QRgb>(number + 1)));
        painter.drawPath(pathOf(ringsOnScreen(countries[i].rings, camera, 0.5)));
        if (const double radius = markerRadius(countries[i], camera, known[i]); radius > 0)
            m_markers.push_back({camera.toScreen(countries[i].anchor), radius + 2, number});
    }
}

int CountryFinder::land(QPointF screen) const
{
    const QPoint pixel((screen - m_corner).toPoint());
    return m_numbers.valid(pixel) ? static_cast<int>(m_numbers.pixel(pixel) & 0xffffff) - 1 : None;
}

int CountryFinder::at(QPointF screen) const
{
    const Marker *nearest = nullptr;
    double least = std::numeric_limits<double>::max();
    for (const Marker &marker : m_markers) {
        const QPointF away = marker.at - screen;
        if (const double distance = std::hypot(away.x(), away.y()); distance < least) {
            least = distance;
            nearest = &marker;
        }
    }
    const int under = land(screen);
    if (nearest && least <= (under == None ? NearEnough : nearest->radius))
        return nearest->country;
    return under;
}

} // namespace demarche::views
