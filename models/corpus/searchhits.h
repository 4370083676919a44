#pragma once

#include "models/corpus/searchquery.h"
#include "models/text/span.h"

#include <vector>

namespace demarche::corpus {

/// Where a text has what is searched for in it, in text order and not overlapping: the words and phrases that
/// are wanted in any field or in the text, found as the index finds them. What is refused is not marked.
[[nodiscard]] std::vector<text::Span> searchHits(const SearchQuery &query, const QString &text);

/// Words about the first hit, in one line of about so many letters; empty where the text has none.
[[nodiscard]] QString searchExcerpt(const SearchQuery &query, const QString &text, qsizetype length);

} // namespace demarche::corpus
