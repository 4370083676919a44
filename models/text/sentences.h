#pragma once

#include "models/text/document.h"

#include <span>

namespace demarche::text {

/// The paragraphs of a text, without the white space around them. A blank line always parts two; a single
/// line break does unless the lines look wrapped at a margin.
[[nodiscard]] std::vector<Span> paragraphs(QStringView text);

/// Where sentences end inside one paragraph: for each sentence the index after its last token.
[[nodiscard]] std::vector<int> sentenceEnds(QStringView text, std::span<const Token> tokens);

/// A short paragraph that does not end like a sentence: a title, a cross-heading, a dateline of its own.
[[nodiscard]] bool isHeading(QStringView text, std::span<const Token> tokens);

} // namespace demarche::text
