#pragma once

#include "models/corpus/article.h"
#include "models/text/result.h"

namespace demarche::corpus {

/// What a reader found of an article's words and what is known of them, as one cell of the store: JSON. Where
/// it lies and what brought it (uri, source, addresses, subscription) are not in it.
[[nodiscard]] QString written(const Article &found);

/// Puts what written() wrote in the place of an article's own; a Problem where that is damaged.
[[nodiscard]] Result<Article> withFound(Article article, const QString &cell);

} // namespace demarche::corpus
