#pragma once

#include "models/analysis/parties.h"

namespace demarche::analysis {

/// Actions in text order, each happening once: those of the same sides, root and certainty whose days agree
/// are one, with the most exact day told. A planned action without a day takes that of another plan of the
/// same two sides.
[[nodiscard]] std::vector<Action> merged(const Reading &, const Parties &, std::vector<Action>);

} // namespace demarche::analysis
