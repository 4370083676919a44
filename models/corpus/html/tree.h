#pragma once

#include "models/corpus/encoding.h"
#include "models/text/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <gumbo.h>

#include <memory>
#include <span>

/// A page as a tree, by the HTML5 parsing rules (gumbo), with the few questions that reading an article asks
/// of it.
namespace demarche::corpus::html {

using Node = const GumboNode *;

class Tree
{
public:
    /// Any text gives a tree; a Problem only for what is too large or nested beyond reason.
    [[nodiscard]] static Result<Tree> parse(const QString &page);

    [[nodiscard]] Node root() const { return m_output->root; }
    /// The first element of this tag in document order; null where there is none.
    [[nodiscard]] Node first(GumboTag tag) const;

private:
    struct Destroy
    {
        void operator()(GumboOutput *output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
    };
    Tree(QByteArray utf8, GumboOutput *output)
        : m_utf8(std::move(utf8))
        , m_output(output)
    {
    }

    QByteArray m_utf8; ///< the nodes point into it
    std::unique_ptr<GumboOutput, Destroy> m_output;
};

/// A page in the encoding that was said beside it, else in the one that it declares in its first bytes
/// (WHATWG's prescan, in short).
[[nodiscard]] Decoded decoded(QByteArrayView page, const Charset &charset);

inline constexpr int deepest = 600; ///< what lies deeper in a tree is not looked at

[[nodiscard]] inline bool isElement(Node node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

[[nodiscard]] inline bool isText(Node node)
{
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
           node->type == GUMBO_NODE_CDATA;
}

[[nodiscard]] inline bool is(Node node, GumboTag tag)
{
    return isElement(node) && node->v.element.tag == tag;
}

[[nodiscard]] std::span<GumboNode *const> children(Node node);

/// Null where the element does not have it.
[[nodiscard]] QString attribute(Node node, const char *name);

/// All text below a node, white space collapsed; scripts and styles left out.
[[nodiscard]] QString textBelow(Node node);

/// Calls for each element below and with `node`, in document order; false from `visit` leaves its children
/// out.
template <typename Visit>
void walk(Node node, Visit visit, int depth = 0)
{
    if (!isElement(node) || depth > deepest || !visit(node))
        return;
    for (Node child : children(node))
        walk(child, visit, depth + 1);
}

/// A page's text, paragraphs parted by empty lines, with nothing told apart from anything: for fields that
/// hold markup.
[[nodiscard]] QString plainText(const QString &markup);

/// True for text with markup in it.
[[nodiscard]] bool looksLikeMarkup(QStringView text);

} // namespace demarche::corpus::html
