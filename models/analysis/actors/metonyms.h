#pragma once

#include "models/analysis/actors/context.h"

namespace demarche::analysis {

/// The actor for a state, made where the article has not named it yet; -1 for an unknown code.
ActorId stateActor(ActorContext &, const QString &iso3);

/// Whether a seat of government ("Moscow", "the Kremlin") means the government here rather than the town:
/// "Bonn said", "to punish Belgrade", but not "in Moscow" or "the Cairo talks". A house or office ("the
/// Kremlin") does unless something is at it.
[[nodiscard]] bool standsForGovernment(const ActorContext &, const Unit &seat);

} // namespace demarche::analysis
