#include "models/corpus/html/content.h"

#include "models/corpus/byline.h"
#include "models/corpus/html/boilerplate.h"
#include "models/corpus/metadate.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::html {

namespace {

constexpr qsizetype shortestProse = 60; ///< a block shorter than this is no sign of prose
constexpr double mostLinks = 0.5;       ///< of a block of prose
constexpr double descendShare = 0.85;   ///< of the mass that one child must hold
constexpr double furnitureDoubtShare =
    0.5; ///< an element with this much of the page is its content, whatever its class
constexpr double namedBodyShare = 0.4; ///< of the page's mass that a self-named body must hold

bool isProse(const Block &block)
{
    return block.text.size() >= shortestProse && block.linkShare() < mostLinks && !block.isHeading() &&
           !block.isTeaser;
}

/// Letters and digits only, to compare headings with titles.
QString bare(const QString &text)
{
    QString letters;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            letters += c.toLower();
    }
    return letters;
}

/// The mass of prose below every element of a page.
class Masses
{
public:
    explicit Masses(Node body)
    {
        const auto never = [](Node) { return false; };
        qsizetype all = 0;
        for (const Block &block : blocksOf(body, never))
            all += isProse(block) ? block.text.size() : 0;
        weigh(body, never);
        for (const auto &[node, mass] : m_raw.asKeyValueRange()) {
            if (isFurniture(node) && double(mass) < furnitureDoubtShare * double(all))
                m_furniture.insert(node, true);
        }
        // Elements that are furniture although they hold no prose at all were not weighed; skip() asks them
        // itself.
        m_raw.clear();
        weigh(body, [this](Node node) { return skips(node); });
    }

    [[nodiscard]] qsizetype of(Node node) const { return m_raw.value(node); }

    [[nodiscard]] bool skips(Node node) const
    {
        return m_furniture.contains(node) || (isFurniture(node) && !m_weighedOnce.contains(node));
    }

private:
    /// Adds each block of prose to all elements that it lies in.
    void weigh(Node body, const std::function<bool(Node)> &skip)
    {
        for (const Block &block : blocksOf(body, skip)) {
            if (!isProse(block))
                continue;
            for (Node at = block.node; at != nullptr && at->type != GUMBO_NODE_DOCUMENT; at = at->parent) {
                m_raw[at] += block.text.size();
                m_weighedOnce.insert(at, true);
                if (at == body)
                    break;
            }
        }
    }

    QHash<Node, qsizetype> m_raw;
    QHash<Node, bool> m_weighedOnce; ///< elements that hold prose
    QHash<Node, bool> m_furniture;   ///< and are furniture all the same
};

/// The heaviest element that names itself the article's text, where it holds enough.
Node namedBody(Node body, const Masses &masses)
{
    Node best = nullptr;
    walk(body, [&](Node node) {
        if (masses.skips(node))
            return false;
        if ((isNamedBody(node) || is(node, GUMBO_TAG_ARTICLE)) &&
            masses.of(node) > (best == nullptr ? 0 : masses.of(best)))
            best = node;
        return true;
    });
    return best != nullptr && double(masses.of(best)) >= namedBodyShare * double(masses.of(body)) ? best
                                                                                                  : body;
}

/// Down to the smallest element that still holds nearly all of the prose.
Node densest(Node node, const Masses &masses)
{
    for (int depth = 0; depth < deepest; ++depth) {
        Node heaviest = nullptr;
        for (Node child : children(node)) {
            if (isElement(child) && isBlockLevel(child) && !masses.skips(child) &&
                masses.of(child) > (heaviest == nullptr ? 0 : masses.of(heaviest)))
                heaviest = child;
        }
        const bool isParagraph =
            heaviest != nullptr && (is(heaviest, GUMBO_TAG_P) || is(heaviest, GUMBO_TAG_BLOCKQUOTE));
        if (heaviest == nullptr || isParagraph ||
            double(masses.of(heaviest)) < descendShare * double(masses.of(node)))
            break;
        node = heaviest;
    }
    return node;
}

bool endsLikeProse(const QString &text)
{
    static const QString ends = u".!?…:;\"'”’)"_s;
    return ends.contains(text.back());
}

bool isBylineOrDate(const QString &text)
{
    return text.size() < 160 && std::ranges::all_of(
                                    text.split(u'\n'),
                                    [](const QString &line) {
                                        return !bylineNames(line).isEmpty() || metadataDate(line).isValid();
                                    });
}

/// Blocks that are no part of the text by their own looks.
bool isOut(const Block &block, const QString &bareTitle)
{
    if (block.isTeaser || isFurnitureLine(block) || isBylineOrDate(block.text))
        return true;
    if (!bareTitle.isEmpty() && bare(block.text) == bareTitle)
        return true;
    if (block.tag == GUMBO_TAG_H1)
        return true;
    // "Read more" boxes without the words: a short line that is all link.
    return block.linkShare() > 0.7 && (block.text.size() < 200 || !endsLikeProse(block.text));
}

/// Takes away headings with nothing under them and the short lines that trail the text.
std::vector<Block> cleared(std::vector<Block> blocks)
{
    while (!blocks.empty() && (blocks.back().isHeading() || (blocks.back().text.size() < shortestProse &&
                                                             !endsLikeProse(blocks.back().text))))
        blocks.pop_back();
    std::vector<Block> kept;
    for (size_t i = 0; i < blocks.size(); ++i) {
        const bool headsNothing =
            blocks[i].isHeading() && (i + 1 == blocks.size() || blocks[i + 1].isHeading());
        if (!headsNothing)
            kept.push_back(std::move(blocks[i]));
    }
    return kept;
}

/// Short lines before the first prose are kickers, dates and credits.
void clearStart(std::vector<Block> &blocks)
{
    const auto first = std::ranges::find_if(blocks, [](const Block &block) {
        return block.text.size() >= shortestProse ||
               (endsLikeProse(block.text) && !block.isHeading() && block.text.size() > 25);
    });
    blocks.erase(blocks.begin(), first);
}

} // namespace

QString articleText(const Tree &tree, const QString &title)
{
    Node body = tree.first(GUMBO_TAG_BODY);
    if (body == nullptr)
        return {};
    const Masses masses(body);
    Node container = densest(namedBody(body, masses), masses);
    std::vector<Block> blocks = blocksOf(container, [&masses](Node node) { return masses.skips(node); });
    const QString bareTitle = bare(title);
    std::erase_if(blocks, [&bareTitle](const Block &block) { return isOut(block, bareTitle); });
    clearStart(blocks);
    QStringList paragraphs;
    for (const Block &block : cleared(std::move(blocks)))
        paragraphs << block.text;
    return paragraphs.join(u"\n\n"_s);
}

} // namespace demarche::corpus::html
