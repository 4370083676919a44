#include "models/charts/worldmap.h"

#include "models/charts/equalearth.h"
#include "models/text/resource.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace demarche::charts {

using namespace Qt::StringLiterals;

namespace {

constexpr double LongestStep = 1.5; // degrees; longer straight steps would miss the bend of the meridians

/// Parts of a state that have a code of their own but no outline of their own in the atlas.
constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 13> Parts{{
    {"GUF"_L1, "FRA"_L1},
    {"GLP"_L1, "FRA"_L1},
    {"MTQ"_L1, "FRA"_L1},
    {"REU"_L1, "FRA"_L1},
    {"MYT"_L1, "FRA"_L1},
    {"SJM"_L1, "NOR"_L1},
    {"BVT"_L1, "NOR"_L1},
    {"CXR"_L1, "AUS"_L1},
    {"CCK"_L1, "AUS"_L1},
    {"BES"_L1, "NLD"_L1},
    {"TKL"_L1, "NZL"_L1},
    {"UMI"_L1, "USA"_L1},
    {"XKS"_L1, "XKX"_L1},
}};

double wrapped(double longitude)
{
    return longitude - 360 * std::floor((longitude + 180) / 360);
}

Line turned(Line line, double centralMeridian)
{
    for (QPointF &point : line)
        point.rx() = wrapped(point.x() - centralMeridian);
    return line;
}

Line projected(Line line)
{
    for (QPointF &point : line)
        point = equalearth::forward(point);
    return line;
}

double areaOf(const Line &ring)
{
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i];
        const QPointF b = ring[(i + 1) % ring.size()];
        twice += a.x() * b.y() - b.x() * a.y();
    }
    return twice / 2; // signed: holes turn the other way
}

QRectF boundsOf(const std::vector<Line> &rings)
{
    double west = 1e9, east = -1e9, south = 1e9, north = -1e9;
    for (const Line &ring : rings) {
        for (const QPointF &p : ring) {
            west = std::min(west, p.x());
            east = std::max(east, p.x());
            south = std::min(south, p.y());
            north = std::max(north, p.y());
        }
    }
    return rings.empty() ? QRectF() : QRectF(west, south, east - west, north - south);
}

Country countryOf(const Atlas &atlas, const Outline &outline, double centralMeridian)
{
    Country country;
    country.iso3 = outline.iso3 == u"-"_s ? QString() : outline.iso3;
    country.name = country.iso3;
    for (const std::vector<int> &ring : outline.rings) {
        for (Line &piece : cutRing(turned(pointsOf(atlas, ring), centralMeridian))) {
            piece.push_back(piece.front());
            country.rings.push_back(projected(densified(piece, LongestStep)));
            country.area += areaOf(country.rings.back());
        }
    }
    country.area = std::abs(country.area);
    country.bounds = boundsOf(country.rings);
    country.anchor = country.bounds.center();
    return country;
}

void addStroked(std::vector<Line> &to, const Line &arc, double centralMeridian)
{
    for (const Line &piece : cutLine(turned(arc, centralMeridian)))
        to.push_back(projected(densified(piece, LongestStep)));
}

/// Sorts every arc by how many states it bounds; one between two parts of the same state is left out.
void layOutStrokes(WorldMap &world, const Atlas &atlas, double centralMeridian)
{
    std::vector<int> uses(atlas.arcs.size(), 0);
    std::vector<int> owner(atlas.arcs.size(), -1);
    std::vector<bool> between(atlas.arcs.size(), false);
    for (std::size_t k = 0; k < atlas.outlines.size(); ++k) {
        for (const std::vector<int> &ring : atlas.outlines[k].rings) {
            for (const int signedArc : ring) {
                const auto arc = static_cast<std::size_t>(signedArc < 0 ? ~signedArc : signedArc);
                between[arc] = between[arc] || (uses[arc] > 0 && owner[arc] != static_cast<int>(k));
                owner[arc] = static_cast<int>(k);
                ++uses[arc];
            }
        }
    }
    for (std::size_t arc = 0; arc < atlas.arcs.size(); ++arc) {
        if (atlas.arcs[arc].disputed)
            addStroked(world.disputed, atlas.arcs[arc].points, centralMeridian);
        else if (uses[arc] == 1)
            addStroked(world.coasts, atlas.arcs[arc].points, centralMeridian);
        else if (between[arc])
            addStroked(world.borders, atlas.arcs[arc].points, centralMeridian);
    }
}

void layOutGraticule(WorldMap &world, double centralMeridian)
{
    for (int longitude = -180; longitude < 180; longitude += 30)
        addStroked(world.graticule, densified({QPointF(longitude, -90), QPointF(longitude, 90)}, LongestStep),
                   centralMeridian);
    for (const int latitude : {-60, -30, 0, 30, 60})
        world.graticule.push_back(projected({QPointF(-180, latitude), QPointF(180, latitude)}));
    world.sphere =
        projected(densified({{-180, -90}, {-180, 90}, {180, 90}, {180, -90}, {-180, -90}}, LongestStep));
}

} // namespace

int WorldMap::indexOf(const QString &iso3) const
{
    const auto found = index.constFind(iso3);
    if (found != index.constEnd())
        return *found;
    for (const auto &[part, whole] : Parts) {
        if (iso3 == part)
            return index.value(whole, -1);
    }
    return -1;
}

QPointF project(QPointF lonLat, double centralMeridian)
{
    return equalearth::forward({wrapped(lonLat.x() - centralMeridian), lonLat.y()});
}

WorldMap layOut(const Atlas &atlas, const std::vector<Place> &places, double centralMeridian)
{
    WorldMap world;
    for (const Outline &outline : atlas.outlines) {
        world.countries.push_back(countryOf(atlas, outline, centralMeridian));
        if (const QString &code = world.countries.back().iso3; !code.isEmpty())
            world.index.insert(code, static_cast<int>(world.countries.size()) - 1);
    }
    for (const Place &place : places) {
        const int at = world.index.value(place.iso3, -1);
        if (at < 0)
            continue;
        Country &country = world.countries[static_cast<std::size_t>(at)];
        country.name = place.name;
        country.member = place.member;
        country.anchor = project(place.point, centralMeridian);
    }
    layOutStrokes(world, atlas, centralMeridian);
    layOutGraticule(world, centralMeridian);
    return world;
}

const WorldMap &worldMap()
{
    static const WorldMap world = [] {
        const Result<QByteArray> shapes = resource(u"map/world-50m.shapes"_s);
        const Result<QByteArray> table = resource(u"map/places.tsv"_s);
        const Result<Atlas> atlas = shapes ? readAtlas(*shapes) : std::unexpected(shapes.error());
        const Result<std::vector<Place>> places = table ? readPlaces(*table) : std::unexpected(table.error());
        if (!atlas || !places) {
            qWarning("%s", qUtf8Printable((atlas ? places.error() : atlas.error()).line()));
            return WorldMap();
        }
        return layOut(*atlas, *places);
    }();
    return world;
}

} // namespace demarche::charts
