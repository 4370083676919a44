#include "models/corpus/html/tree.h"

#include "models/corpus/html/blocks.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::html {

namespace {

constexpr qsizetype longestPage = 16 * 1024 * 1024; ///< bytes of UTF-8
constexpr int deepestNesting = 5000;                ///< gumbo frees its tree by recursion

/// How deep tags are nested at most if none closes by itself; paragraphs, items and cells do.
int nestingOf(QByteArrayView page)
{
    int depth = 0;
    int most = 0;
    for (qsizetype at = page.indexOf('<'); at >= 0 && at + 1 < page.size(); at = page.indexOf('<', at + 1)) {
        const char next = page[at + 1];
        const QByteArrayView name = page.sliced(at + 1).first(std::min<qsizetype>(3, page.size() - at - 1));
        const auto closesItself = [&](QByteArrayView tag) {
            return name.startsWith(tag) &&
                   (name.size() == tag.size() || !std::isalnum(static_cast<uchar>(name[tag.size()])));
        };
        if (next == '/')
            depth = std::max(0, depth - 1);
        else if (std::isalpha(static_cast<uchar>(next)) && !closesItself("p") && !closesItself("li") &&
                 !closesItself("td") && !closesItself("tr") && !closesItself("br") && !closesItself("hr"))
            most = std::max(most, ++depth);
    }
    return most;
}

void addText(Node node, QString &text, int depth)
{
    if (isText(node)) {
        text += QString::fromUtf8(node->v.text.text);
        return;
    }
    if (!isElement(node) || depth > deepest || is(node, GUMBO_TAG_SCRIPT) || is(node, GUMBO_TAG_STYLE))
        return;
    for (Node child : children(node))
        addText(child, text, depth + 1);
    text += u' ';
}

} // namespace

Result<Tree> Tree::parse(const QString &page)
{
    QByteArray utf8 = page.toUtf8();
    if (utf8.size() > longestPage)
        return std::unexpected(Problem{{}, u"too long for a page (over 16 MB)"_s});
    // Tags that never close (img, meta, input) count too: pages have thousands of them, but not this many in
    // one.
    if (nestingOf(utf8) > deepestNesting * 10)
        return std::unexpected(Problem{{}, u"nested beyond reason"_s});
    GumboOutput *output =
        gumbo_parse_with_options(&kGumboDefaultOptions, utf8.constData(), size_t(utf8.size()));
    if (output == nullptr)
        return std::unexpected(Problem{{}, u"cannot be read as HTML"_s});
    return Tree(std::move(utf8), output);
}

QByteArray declaredEncoding(QByteArrayView page)
{
    constexpr qsizetype probeLength = 8 * 1024;
    static const QRegularExpression pattern(
        u"<meta[^>]+charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)|<\\?xml[^>]+encoding=[\"']([A-Za-z0-9_:.-]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch m =
        pattern.match(QString::fromLatin1(page.first(std::min(page.size(), probeLength))));
    return (m.hasCaptured(1) ? m.captured(1) : m.captured(2)).toLatin1();
}

Node Tree::first(GumboTag tag) const
{
    Node found = nullptr;
    walk(root(), [&](Node node) {
        if (found == nullptr && is(node, tag))
            found = node;
        return found == nullptr;
    });
    return found;
}

std::span<GumboNode *const> children(Node node)
{
    if (!isElement(node))
        return {};
    const GumboVector &list = node->v.element.children;
    return {reinterpret_cast<GumboNode *const *>(list.data), list.length};
}

QString attribute(Node node, const char *name)
{
    if (!isElement(node))
        return {};
    const GumboAttribute *found = gumbo_get_attribute(&node->v.element.attributes, name);
    return found == nullptr ? QString() : QString::fromUtf8(found->value);
}

QString textBelow(Node node)
{
    QString text;
    addText(node, text, 0);
    return text.simplified();
}

QString plainText(const QString &markup)
{
    const Result<Tree> tree = Tree::parse(markup);
    if (!tree)
        return markup;
    QStringList paragraphs;
    for (const Block &block : blocksOf(tree->root(), [](Node) { return false; }))
        paragraphs << block.text;
    return paragraphs.join(u"\n\n"_s);
}

bool looksLikeMarkup(QStringView text)
{
    static const QRegularExpression tag(
        u"<(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|img|blockquote|figure|table)\\b[^<>]*>"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.contains(u'<') && tag.match(text.toString()).hasMatch();
}

} // namespace demarche::corpus::html
