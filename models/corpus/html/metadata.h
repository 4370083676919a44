#pragma once

#include "models/corpus/article.h"
#include "models/corpus/html/jsonld.h"

namespace demarche::corpus::html {

/// What a page says of its article, all but the text: from JSON-LD, then OpenGraph and meta tags, then
/// microdata, <time>, heading, byline and the page's title.
[[nodiscard]] Article pageMetadata(const Tree &tree, const LinkedData &linked);

} // namespace demarche::corpus::html
