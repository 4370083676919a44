#pragma once

#include "models/corpus/store.h"
#include "models/lens/lens.h"
#include "models/tables/card.h"
#include "views/export/picture.h"

namespace demarche::app {

/// What a store's articles show through a lens, as a picture. The lens's target may be a code, a country's
/// name or a non-state actor's name; empty takes the most frequent. A Problem where the store has no evidence
/// toward it.
[[nodiscard]] Result<views::Picture> pictureOf(const corpus::Store &store, lens::Lens lens,
                                               const tables::Words &words);

} // namespace demarche::app
