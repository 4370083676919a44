#pragma once

#include "models/analysis/matcher.h"
#include "models/analysis/merging.h"

namespace demarche::analysis {

/// The target of an action that its clause names only by a pronoun ("and accused it of") or by its deed
/// ("Iran condemned the strikes"): read from the actions told of before. Empty where nothing there fits.
[[nodiscard]] std::vector<ActorId> understoodTarget(const Reading &, const Parties &,
                                                    const knowledge::Patterns &, const Match &,
                                                    const std::vector<FoundAction> &before);

} // namespace demarche::analysis
