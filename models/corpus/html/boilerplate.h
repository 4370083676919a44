#pragma once

#include "models/corpus/html/blocks.h"

namespace demarche::corpus::html {

/// True for elements that by their tag, role or class hold no part of an article's text: navigation, footers,
/// sharing, related stories, comments, captions, newsletters, consent.
[[nodiscard]] bool isFurniture(Node node);

/// True for a short line that pages put among an article's paragraphs: "Advertisement", "Read more: …",
/// "Share this".
[[nodiscard]] bool isFurnitureLine(const Block &block);

/// True for elements whose class, id or itemprop says that they hold the article's text.
[[nodiscard]] bool isNamedBody(Node node);

} // namespace demarche::corpus::html
