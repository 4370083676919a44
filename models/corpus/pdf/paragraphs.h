#pragma once

#include "models/corpus/document/document.h"
#include "models/corpus/pdf/pages.h"

namespace demarche::corpus::pdf {

/// Pages as a document: lines joined to paragraphs over columns and pages, words that a line's end parts
/// joined again, running titles, page numbers and footnotes left out, large or bold lines as headings. The
/// title, where it is told by its size, stands first.
[[nodiscard]] document::Document documentOf(const Pages &pages);

} // namespace demarche::corpus::pdf
