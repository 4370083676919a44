#pragma once

#include "models/analysis/actiondates.h"
#include "models/analysis/parties.h"
#include "models/knowledge/cameo.h"

namespace demarche::analysis {

/// Speech as action: whoever calls another's deed a massacre has criticised him, whoever calls him a true
/// friend has praised him. One action for each speaker and judged actor of a quote whose words judge clearly.
[[nodiscard]] std::vector<Action> evaluations(const Reading &, const Parties &, const ActionDates &,
                                              const knowledge::Cameo &);

} // namespace demarche::analysis
