#pragma once

#include "models/analysis/actiondates.h"
#include "models/analysis/parties.h"
#include "models/analysis/standing.h"
#include "models/knowledge/cameo.h"

namespace demarche::analysis {

/// Demands and appeals in the words of a speaker: "Moscow said Ankara must open the straits", "'They should
/// talk,' he said of both." One for each verb of duty whose subject is another side than the speaker's.
[[nodiscard]] std::vector<Action> exhortations(const Reading &, const Parties &, const Standings &,
                                               const ActionDates &, const knowledge::Cameo &);

} // namespace demarche::analysis
