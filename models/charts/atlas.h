#pragma once

#include "models/charts/antimeridian.h"
#include "models/text/result.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

/// The map's source files as they are written: arcs shared by neighbours, states as rings of arcs, and a
/// table of places. Nothing is cut or projected yet (worldmap.h does that).
namespace demarche::charts {

struct Arc
{
    Line points;           ///< (longitude, latitude) in degrees
    bool disputed = false; ///< drawn dashed: one side or a third does not recognise the line
};

/// A state's outline: rings, each a closed chain of arcs. `~n` is arc n from its end to its beginning.
struct Outline
{
    QString iso3; ///< "-" for ground that no state is given
    std::vector<std::vector<int>> rings;
};

struct Atlas
{
    std::vector<Arc> arcs;
    std::vector<Outline> outlines;
};

/// A state or territory that the map shows.
struct Place
{
    QString iso3;
    QString name;
    bool member = false; ///< of the United Nations
    QPointF point;       ///< (longitude, latitude) of a point well inside its greatest part
};

[[nodiscard]] Result<Atlas> readAtlas(QByteArrayView text);
[[nodiscard]] Result<std::vector<Place>> readPlaces(QByteArrayView text);

/// The points of a ring, arcs joined, the first not repeated.
[[nodiscard]] Line pointsOf(const Atlas &atlas, const std::vector<int> &ring);

} // namespace demarche::charts
