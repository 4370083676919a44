#include "models/corpus/html/tree.h"

#include "models/corpus/html/blocks.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <cctype>

using namespace Qt::StringLiterals;

namespace demarche::corpus::html {

namespace {

constexpr qsizetype longestPage = 16 * 1024 * 1024; ///< bytes of UTF-8
constexpr int deepestNesting = 3000; ///< gumbo frees its tree by recursion, and finds by walking up
constexpr int mostTables = 6000;

/// The name of the tag that begins behind a "<" or "</", in small letters.
QByteArray tagName(QByteArrayView after)
{
    constexpr qsizetype longestName = 16;
    QByteArray name;
    while (name.size() < longestName && name.size() < after.size() &&
           std::isalnum(static_cast<uchar>(after[name.size()])))
        name += char(std::tolower(static_cast<uchar>(after[name.size()])));
    return name;
}

/// Tags that never hold others, or whose next one closes them.
bool closesItself(const QByteArray &name)
{
    static const QSet<QByteArray> names{"p",      "li",    "td",    "tr",    "th",   "dt",    "dd",
                                        "br",     "hr",    "img",   "meta",  "link", "input", "option",
                                        "source", "wbr",   "area",  "base",  "col",  "embed", "track",
                                        "param",  "tbody", "thead", "tfoot", "html", "body",  "head"};
    return names.contains(name);
}

/// How deep tags are nested at most, by which end tags there are. The parser's time grows with its square.
class Nesting
{
public:
    [[nodiscard]] static bool isBeyondReason(QByteArrayView page)
    {
        Nesting nesting;
        for (qsizetype at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at + 1)) {
            const QByteArrayView after = page.sliced(at + 1);
            if (after.startsWith('/'))
                nesting.close(tagName(after.sliced(1)));
            else
                nesting.open(tagName(after));
            if (nesting.m_depth > deepestNesting || nesting.m_tables > mostTables)
                return true;
        }
        return false;
    }

private:
    void open(const QByteArray &name)
    {
        if (name.isEmpty() || closesItself(name))
            return;
        m_tables += name == "table";
        ++m_opened[name];
        ++m_depth;
    }

    void close(const QByteArray &name)
    {
        const auto opened = m_opened.find(name);
        if (opened == m_opened.end() || *opened == 0)
            return;
        --*opened;
        --m_depth;
    }

    QHash<QByteArray, int> m_opened;
    int m_depth = 0;
    int m_tables = 0;
};

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

Charset declaredEncoding(QByteArrayView page)
{
    constexpr qsizetype probeLength = 8 * 1024;
    static const QRegularExpression pattern(
        u"<meta[^>]+charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)|<\\?xml[^>]+encoding=[\"']([A-Za-z0-9_:.-]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch m =
        pattern.match(QString::fromLatin1(page.first(std::min(page.size(), probeLength))));
    return (m.hasCaptured(1) ? m.captured(1) : m.captured(2)).toLatin1();
}

} // namespace

Result<Tree> Tree::parse(const QString &page)
{
    QByteArray utf8 = page.toUtf8();
    if (utf8.size() > longestPage)
        return std::unexpected(Problem{{}, u"too long for a page (over 16 MB)"_s});
    if (Nesting::isBeyondReason(utf8))
        return std::unexpected(Problem{{}, u"nested beyond reason"_s});
    GumboOutput *output =
        gumbo_parse_with_options(&kGumboDefaultOptions, utf8.constData(), size_t(utf8.size()));
    if (output == nullptr)
        return std::unexpected(Problem{{}, u"cannot be read as HTML"_s});
    return Tree(std::move(utf8), output);
}

Decoded decoded(QByteArrayView page, const Charset &charset)
{
    const bool isSaid = canDecode(QString::fromLatin1(charset.name));
    return decode(page, isSaid ? charset : declaredEncoding(page));
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
