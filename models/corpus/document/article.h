#pragma once

#include "models/corpus/article.h"
#include "models/corpus/document/document.h"

namespace demarche::corpus::document {

/// A document as one article, without a uri. Its title is its first heading, a head as texthead.h knows it,
/// or the properties' title; its byline that of the head, or the properties' author where that is a name; its
/// day the head's, or the day of its creation with the basis `file`. Rows of tables are lines, their cells
/// parted by tabs. A Problem where there is no text.
[[nodiscard]] Result<Article> articleOf(const Document &document);

} // namespace demarche::corpus::document
