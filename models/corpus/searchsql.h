#pragma once

#include "models/corpus/searchquery.h"
#include "models/corpus/storeinner.h"

namespace demarche::corpus {

/// The condition on `article` that a search stands for. It cannot fail: every word reaches the index inside
/// quotes, every value is bound.
[[nodiscard]] Where searchCondition(const SearchNode &node);

/// The whole search as one expression of FTS5; nothing where only SQL can say it.
[[nodiscard]] std::optional<QString> indexExpression(const SearchNode &node);

} // namespace demarche::corpus
