#pragma once

#include "models/text/document.h"

namespace demarche::text {

/// Appends the tokens of a stretch without line breaks of sense (a paragraph) to `tokens`, by the conventions
/// of the English Web Treebank: clitics apart, hyphens of compounds apart, addresses whole, a final stop with
/// its abbreviation and apart from any other word.
void tokenize(QStringView text, Span range, std::vector<Token> &tokens);

/// Quotation marks and brackets that close; those that open.
[[nodiscard]] bool isClosing(QChar c);
[[nodiscard]] bool isOpening(QChar c);
[[nodiscard]] bool isApostrophe(QChar c);

} // namespace demarche::text
