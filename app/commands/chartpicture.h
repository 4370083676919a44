#pragma once

#include "models/corpus/store.h"
#include "models/lens/lens.h"
#include "models/tables/card.h"
#include "views/export/picture.h"

namespace demarche::app {

/// What a store's articles show through a lens, as a picture. The lens's target may be a code, a country's
/// name or a non-state actor's name; empty takes the most frequent. `sources` are names of feeds, folders and
/// groups, none for all. A Problem where the store has no evidence toward the target, or not such a source.
[[nodiscard]] Result<views::Picture> pictureOf(const corpus::Store &store, lens::Lens lens,
                                               const QStringList &sources, const tables::Words &words);

} // namespace demarche::app
