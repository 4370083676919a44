#pragma once

#include "models/analysis/parties.h"

namespace demarche::analysis {

/// An action as its pattern names it, before what is said about it turns its code.
struct FoundAction
{
    Action action;
    QString deed;   ///< the pattern's own code: a visit that is planned is 036 in the action, 042 here; empty
                    ///< where no pattern found it
    int token = -1; ///< the trigger
    int turner = -1; ///< the word that turned it: "offered" in "offered to send troops"
};

/// Actions in text order, each happening once: those of the same sides, root and certainty whose days agree
/// are one, with the most exact day told. A planned action without a day takes that of another plan of the
/// same two sides.
[[nodiscard]] std::vector<Action> merged(const Reading &, const Parties &, std::vector<FoundAction>);

} // namespace demarche::analysis
