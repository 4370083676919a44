#pragma once

#include "models/corpus/store.h"
#include "models/lens/index.h"
#include "models/lens/sources.h"

/// Between the store and the lens.
namespace demarche::lens {

/// Adds to the index what the store holds of articles with an id above `after`.
[[nodiscard]] Result<void> extend(EvidenceIndex &index, const corpus::Store &store, qint64 after = 0);

/// A piece of evidence's kind and day, as the store gives them and as the lens keeps them.
[[nodiscard]] Kind kindOfStored(analysis::Evidence::Kind kind);
[[nodiscard]] Day dayOfStored(std::int32_t julian);

/// The articles of a lens, as the store is asked for them. The store knows neither targets nor kinds of
/// evidence.
[[nodiscard]] corpus::Filter filterOf(const Lens &lens, const SourceTable &sources);

/// The feeds and folders of a store with the articles that they brought.
[[nodiscard]] Result<SourceTable> sourcesOf(const corpus::Store &store);

} // namespace demarche::lens
