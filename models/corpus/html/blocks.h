#pragma once

#include "models/corpus/html/tree.h"

#include <functional>
#include <vector>

namespace demarche::corpus::html {

/// A paragraph, heading or list item of a page: text between two places where a line must break.
struct Block
{
    QString text;                     ///< white space collapsed
    qsizetype linkLength = 0;         ///< characters of it inside links
    GumboTag tag = GUMBO_TAG_UNKNOWN; ///< of the element that holds it
    Node node = nullptr;              ///< that element
    int rules = 0;                    ///< lines (<hr>) above it

    [[nodiscard]] double linkShare() const
    {
        return text.isEmpty() ? 0 : double(linkLength) / double(text.size());
    }
    bool isTeaser =
        false; ///< stands under a heading that is a link, in a box with it: another article's opening

    [[nodiscard]] bool isHeading() const { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }
};

/// The blocks below a node in document order. Scripts, styles, forms' fields and what is hidden are never
/// text; `skip` leaves out more elements.
[[nodiscard]] std::vector<Block> blocksOf(Node node, const std::function<bool(Node)> &skip);

/// True for elements before and after which a line breaks.
[[nodiscard]] bool isBlockLevel(Node node);

} // namespace demarche::corpus::html
