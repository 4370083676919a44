#pragma once

#include "models/corpus/html/blocks.h"

#include <QHash>

namespace demarche::corpus::html {

/// What a heading announces that is no part of the article below which it stands.
enum class Aside : unsigned char { None, Comments, Offer, Others };

/// What a heading of these words announces: "7 comments", "Subscribe to read on", "More on this story".
[[nodiscard]] Aside asideOf(const QString &heading);

/// The elements of a page that begin with such a heading and do not hold its first one.
[[nodiscard]] QHash<Node, Aside> asidesOf(Node body);

/// Takes away comments to the end, and what stands under the headings of offers and other articles: links,
/// and one paragraph.
void eraseAsides(std::vector<Block> &blocks);

} // namespace demarche::corpus::html
