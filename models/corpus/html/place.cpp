#include "models/corpus/html/place.h"

#include "models/corpus/html/boilerplate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace demarche::corpus::html {

namespace {

constexpr double mostLinks = 0.5;     ///< of a block of prose
constexpr double descendShare = 0.85; ///< of the mass that one child must hold
constexpr double titledShare = 0.6;   ///< where the child holds the headline too
constexpr double furnitureDoubtShare =
    0.5; ///< an element with this much of the page is its content, whatever its class
constexpr double namedBodyShare = 0.4; ///< of the page's mass that a self-named body must hold

bool isProse(const Block &block)
{
    return block.text.size() >= shortestProse && block.linkShare() < mostLinks && !block.isHeading() &&
           !block.isTeaser && !isFurnitureLine(block);
}

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

/// True where the page's headline stands in an element.
bool holdsTitle(Node node, const QString &bareTitle)
{
    bool found = false;
    walk(node, [&](Node inner) {
        const bool heading =
            isElement(inner) && inner->v.element.tag >= GUMBO_TAG_H1 && inner->v.element.tag <= GUMBO_TAG_H3;
        found = found || (heading && bare(textBelow(inner)) == bareTitle);
        return !found && !heading;
    });
    return found;
}

/// True for prose that stands above the text as a summary of it, not as its first paragraph.
bool isStandfirst(Node node)
{
    static const QRegularExpression words(u"(?<![a-z])(?:standfirst|dek|deck|subtitle|sub-title|subhead\\w*|"
                                          u"excerpt|teaser|desc|description|bio|"
                                          "author\\w*)(?![a-z])"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    bool found = false;
    walk(node, [&found](Node inner) {
        found = found || words.match(attribute(inner, "class") + u' ' + attribute(inner, "id")).hasMatch();
        return !found;
    });
    return found;
}

/// True where an element's first block is a paragraph by its tag.
bool beginsWithParagraph(Node node)
{
    const std::vector<Block> blocks = blocksOf(node, [](Node) { return false; });
    return !blocks.empty() && blocks.front().tag == GUMBO_TAG_P;
}

/// Elements with paragraphs before `child` and behind the headline.
void addLeads(Node child, const Masses &masses, const QString &bareTitle, std::vector<Node> &leads)
{
    bool behindTitle = false;
    for (Node sibling : children(child->parent)) {
        if (sibling == child)
            return;
        if (!isElement(sibling) || masses.skips(sibling))
            continue;
        if (behindTitle && masses.of(sibling) > 0 && !isStandfirst(sibling) && beginsWithParagraph(sibling))
            leads.push_back(sibling);
        behindTitle = behindTitle || holdsTitle(sibling, bareTitle);
    }
}

/// Down to the smallest element that still holds nearly all of the prose, or most of it and the headline.
Place densest(Node node, const Masses &masses, const QString &bareTitle)
{
    Place place{node, {}};
    for (int depth = 0; depth < deepest; ++depth) {
        Node heaviest = nullptr;
        for (Node child : children(node)) {
            if (isElement(child) && isBlockLevel(child) && !masses.skips(child) &&
                masses.of(child) > (heaviest == nullptr ? 0 : masses.of(heaviest)))
                heaviest = child;
        }
        const bool isParagraph =
            heaviest != nullptr && (is(heaviest, GUMBO_TAG_P) || is(heaviest, GUMBO_TAG_BLOCKQUOTE));
        const double share = heaviest == nullptr ? 0 : double(masses.of(heaviest)) / double(masses.of(node));
        if (isParagraph || share < titledShare || (share < descendShare && !holdsTitle(heaviest, bareTitle)))
            break;
        addLeads(heaviest, masses, bareTitle, place.leads);
        node = heaviest;
    }
    place.container = node;
    return place;
}

} // namespace

QString bare(const QString &text)
{
    QString letters;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            letters += c.toLower();
    }
    return letters;
}

Masses::Masses(Node body)
    : m_asides(asidesOf(body))
{
    const auto never = [](Node) { return false; };
    qsizetype all = 0;
    for (const Block &block : blocksOf(body, never))
        all += isProse(block) ? block.text.size() : 0;
    weigh(body, never);
    for (const auto &[node, mass] : m_raw.asKeyValueRange()) {
        const Aside aside = m_asides.value(node);
        const bool isLight = double(mass) < furnitureDoubtShare * double(all);
        if ((isLight && (isFurniture(node) || aside != Aside::None)) || aside == Aside::Comments)
            m_furniture.insert(node, true);
    }
    // Elements that are furniture although they hold no prose at all were not weighed; skip() asks them
    // itself.
    m_raw.clear();
    weigh(body, [this](Node node) { return skips(node); });
}

bool Masses::skips(Node node) const
{
    return m_furniture.contains(node) ||
           (!m_weighedOnce.contains(node) && (isFurniture(node) || m_asides.contains(node)));
}

void Masses::weigh(Node body, const std::function<bool(Node)> &skip)
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

Place placeOf(Node body, const Masses &masses, const QString &title)
{
    return densest(namedBody(body, masses), masses, bare(title));
}

} // namespace demarche::corpus::html
