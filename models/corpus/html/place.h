#pragma once

#include "models/corpus/html/asides.h"

#include <QHash>

#include <vector>

/// Where in a page its article's text is.
namespace demarche::corpus::html {

inline constexpr qsizetype shortestProse = 60; ///< a block shorter than this is no sign of prose

/// Letters and digits only, to compare headings with titles.
[[nodiscard]] QString bare(const QString &text);

/// The mass of prose below every element of a page.
class Masses
{
public:
    explicit Masses(Node body);

    [[nodiscard]] qsizetype of(Node node) const { return m_raw.value(node); }

    /// True for what holds no part of the text.
    [[nodiscard]] bool skips(Node node) const;

private:
    /// Adds each block of prose to all elements that it lies in.
    void weigh(Node body, const std::function<bool(Node)> &skip);

    QHash<Node, Aside> m_asides;
    QHash<Node, qsizetype> m_raw;
    QHash<Node, bool> m_weighedOnce; ///< elements that hold prose
    QHash<Node, bool> m_furniture;   ///< and are furniture all the same
};

/// An element, and what stands before it on the way there and belongs to it.
struct Place
{
    Node container;
    std::vector<Node> leads;
};

/// From the body, or from the element that names itself the article's text, down while one child holds nearly
/// all of the prose, or most of it and the headline. Paragraphs that are left behind between the headline and
/// that child are its leads, but for standfirsts.
[[nodiscard]] Place placeOf(Node body, const Masses &masses, const QString &title);

} // namespace demarche::corpus::html
