#pragma once

#include "models/corpus/article.h"
#include "models/corpus/xml/element.h"

namespace demarche::corpus::newsxml {

/// What a <newsItem> of NewsML-G2 says and holds: of several headlines the main one in the item's language,
/// of several renditions the longest text (NITF, XHTML, escaped HTML or plain, Base64 or not). The text stays
/// empty for pictures and what else has none.
void readNewsItem(const xml::Element &item, Article &article);

} // namespace demarche::corpus::newsxml
