#pragma once

#include "models/charts/series.h"
#include "models/lens/session.h"

/// From the lens's aggregates to what the charts draw. Part of the library `tables`, above the engine.
namespace demarche::lens {

[[nodiscard]] charts::MapData mapData(const EvidenceIndex &index, const Aggregates &aggregates,
                                      const NameOf &nameOf);

/// Gives a mark's words, "Colombia → Israel: recalled", from the article's id, the action's index and the
/// country.
using MarkLabel = std::function<QString(qint64 article, int action, const QString &country)>;

[[nodiscard]] charts::TimelineData timelineData(const EvidenceIndex &index, const Aggregates &aggregates,
                                                const NameOf &nameOf, const MarkLabel &markLabel);

/// What a picture says of the lens that it shows.
[[nodiscard]] charts::Caption caption(const EvidenceIndex &index, const Aggregates &aggregates,
                                      const Lens &lens, const Names &names);

} // namespace demarche::lens
