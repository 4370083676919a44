#include "models/corpus/html/blocks.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace demarche::corpus::html {

namespace {

constexpr std::array inlineTags{
    GUMBO_TAG_A,      GUMBO_TAG_ABBR, GUMBO_TAG_B,      GUMBO_TAG_BDI, GUMBO_TAG_BDO,  GUMBO_TAG_CITE,
    GUMBO_TAG_CODE,   GUMBO_TAG_DATA, GUMBO_TAG_DFN,    GUMBO_TAG_EM,  GUMBO_TAG_FONT, GUMBO_TAG_I,
    GUMBO_TAG_INS,    GUMBO_TAG_KBD,  GUMBO_TAG_MARK,   GUMBO_TAG_Q,   GUMBO_TAG_S,    GUMBO_TAG_SAMP,
    GUMBO_TAG_SMALL,  GUMBO_TAG_SPAN, GUMBO_TAG_STRONG, GUMBO_TAG_SUB, GUMBO_TAG_SUP,  GUMBO_TAG_TIME,
    GUMBO_TAG_U,      GUMBO_TAG_VAR,  GUMBO_TAG_WBR,    GUMBO_TAG_TT,  GUMBO_TAG_BIG,  GUMBO_TAG_ACRONYM,
    GUMBO_TAG_STRIKE, GUMBO_TAG_IMG,  GUMBO_TAG_UNKNOWN};

constexpr std::array neverText{GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,   GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
                               GUMBO_TAG_SVG,    GUMBO_TAG_IFRAME,  GUMBO_TAG_OBJECT,   GUMBO_TAG_EMBED,
                               GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT,  GUMBO_TAG_TEXTAREA, GUMBO_TAG_INPUT,
                               GUMBO_TAG_CANVAS, GUMBO_TAG_AUDIO,   GUMBO_TAG_VIDEO,    GUMBO_TAG_MATH,
                               GUMBO_TAG_HEAD,   GUMBO_TAG_DATALIST};

bool isHidden(Node node)
{
    if (node->v.element.attributes.length == 0)
        return false;
    if (!attribute(node, "hidden").isNull() || attribute(node, "aria-hidden") == "true"_L1)
        return true;
    static const QRegularExpression none(u"display\\s*:\\s*none|visibility\\s*:\\s*hidden"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QString style = attribute(node, "style");
    return !style.isEmpty() && none.match(style).hasMatch();
}

constexpr QChar
    breakMark(QChar::LineSeparator); ///< where a <br> stood; a line end in the source is only a space

/// Without the marks that say where a word may be parted, and other signs of no width: a reader sees none.
QString withoutInvisible(QString text)
{
    static const QRegularExpression marks(u"[\\x{ad}\\x{200b}\\x{2060}\\x{feff}]"_s);
    return text.remove(marks);
}

class Collector
{
public:
    explicit Collector(const std::function<bool(Node)> &skip)
        : m_skip(skip)
    {
    }

    void collect(Node node, Node holder, bool inLink, int depth)
    {
        if (isText(node))
            return add(QString::fromUtf8(node->v.text.text).replace(breakMark, u' '), holder, inLink);
        if (!isElement(node) || depth > deepest ||
            std::ranges::find(neverText, node->v.element.tag) != neverText.end() || isHidden(node) ||
            m_skip(node))
            return;
        if (is(node, GUMBO_TAG_BR))
            return lineBreak();
        if (is(node, GUMBO_TAG_IMG)) // a paragraph's first letter, painted
            return attribute(node, "alt").size() == 1 ? add(attribute(node, "alt"), holder, inLink) : void();
        const bool block = isBlockLevel(node);
        if (block)
            flush();
        m_rules += is(node, GUMBO_TAG_HR) ? 1 : 0;
        for (Node child : children(node))
            collect(child, block ? node : holder, inLink || is(node, GUMBO_TAG_A), depth + 1);
        if (block)
            flush();
    }

    std::vector<Block> take()
    {
        flush();
        return std::move(m_blocks);
    }

private:
    void add(const QString &text, Node holder, bool inLink)
    {
        if (!text.trimmed().isEmpty())
            m_breaks = 0;
        m_text += text;
        if (inLink)
            m_linkLength += text.simplified().size();
        m_holder = holder;
    }

    /// One break is a new line of the same block; two part paragraphs, as older pages do it.
    void lineBreak()
    {
        m_text += breakMark;
        if (++m_breaks >= 2)
            flush();
    }

    void flush()
    {
        QStringList lines;
        for (const QString &line : m_text.split(breakMark)) {
            if (QString one = withoutInvisible(line).simplified(); !one.isEmpty())
                lines << one;
        }
        const QString text = lines.join(u'\n');
        m_text.clear();
        m_breaks = 0;
        if (!text.isEmpty() && m_holder != nullptr)
            m_blocks.push_back(
                {text, std::min(m_linkLength, text.size()), m_holder->v.element.tag, m_holder, m_rules});
        m_linkLength = 0;
    }

    const std::function<bool(Node)> &m_skip;
    std::vector<Block> m_blocks;
    QString m_text;
    qsizetype m_linkLength = 0;
    int m_breaks = 0;
    int m_rules = 0;
    Node m_holder = nullptr;
};

bool lies(Node node, Node within)
{
    for (int depth = 0; node != nullptr && depth < deepest; ++depth, node = node->parent) {
        if (node == within)
            return true;
    }
    return false;
}

bool isLinkedHeading(const Block &block)
{
    return (block.isHeading() || is(block.node, GUMBO_TAG_A)) && block.linkShare() > 0.8 &&
           block.text.size() > 15;
}

/// Marks what stands under headings that lead elsewhere.
void markTeasers(std::vector<Block> &blocks)
{
    constexpr size_t mostUnderOne = 3;
    constexpr qsizetype longestTeaser = 500;
    for (size_t i = 0; i < blocks.size(); ++i) {
        if (!isLinkedHeading(blocks[i]))
            continue;
        blocks[i].isTeaser = true;
        Node box = blocks[i].node->parent;
        for (size_t j = i + 1; j < blocks.size() && j <= i + mostUnderOne; ++j) {
            if (blocks[j].isHeading() || blocks[j].text.size() > longestTeaser || !lies(blocks[j].node, box))
                break;
            blocks[j].isTeaser = true;
        }
    }
}

} // namespace

bool isBlockLevel(Node node)
{
    return isElement(node) && std::ranges::find(inlineTags, node->v.element.tag) == inlineTags.end();
}

std::vector<Block> blocksOf(Node node, const std::function<bool(Node)> &skip)
{
    Collector collector(skip);
    collector.collect(node, isElement(node) ? node : nullptr, false, 0);
    std::vector<Block> blocks = collector.take();
    markTeasers(blocks);
    return blocks;
}

} // namespace demarche::corpus::html
