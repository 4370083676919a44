#pragma once

#include "models/analysis/actiondates.h"
#include "models/analysis/parties.h"
#include "models/analysis/standing.h"
#include "models/knowledge/cameo.h"

namespace demarche::analysis {

/// Visits told of by where somebody is: "the Omani minister is in Damascus", "was in Lima on Monday". Only
/// officials in another state count.
[[nodiscard]] std::vector<Action> stays(const Reading &, const Parties &, const Standings &,
                                        const ActionDates &, const knowledge::Cameo &);

} // namespace demarche::analysis
