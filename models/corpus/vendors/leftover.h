#pragma once

#include "models/corpus/readers/reader.h"
#include "models/corpus/vendors/lines.h"

namespace demarche::corpus::vendors {

/// Lines of an export that are no article's: a note above the first one, say. Where they hold much prose they
/// go to the sink as an article of their own that says so, where they hold some a warning of the article
/// below them tells it; covers, lists and headings are nothing. False: the sink wants no more.
[[nodiscard]] bool giveLeftover(LineSpan leftover, const QString &uri, const Sink &sink, Article &below);

} // namespace demarche::corpus::vendors
