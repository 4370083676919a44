#pragma once

#include "models/corpus/article.h"
#include "models/corpus/html/tree.h"

/// What a page's elements, not its metadata, say of its article: microdata, RDFa, links to authors, <time>,
/// class names, and lines of their own above the text.
namespace demarche::corpus::html {

[[nodiscard]] QDate elementDate(Node body);
[[nodiscard]] QStringList elementByline(Node body);

/// The publisher that microdata or RDFa name; empty where they name none.
[[nodiscard]] QString elementPublisher(Node body);

/// The ministry or office that a link to the site's own first page names; empty where none does.
[[nodiscard]] QString homeName(Node body);

/// A byline and a date that stand as lines of their own above the text, in pages that name nothing.
void readOpeningLines(Node body, Article &article);

} // namespace demarche::corpus::html
