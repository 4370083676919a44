#include "models/corpus/vendors/lines.h"

#include "models/corpus/html/blocks.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::vendors {

namespace {

constexpr qsizetype shortestWrapped = 40;
constexpr qsizetype longestWrapped = 100; ///< units; no program that wraps lines wraps them later
constexpr double mostLongLines = 0.02;    ///< of a wrapped text's lines
constexpr qsizetype longestHeadline = 400;

/// Adds one line with its white space in order; nothing for an empty one.
void addLine(Lines &lines, QStringView raw, const Line &looks)
{
    static const QRegularExpression wide(u"\\t|[ \\x{a0}]{3,}"_s);
    const QString trimmed = raw.trimmed().toString();
    if (trimmed.isEmpty())
        return;
    const QRegularExpressionMatch m = wide.match(trimmed);
    const qsizetype gap = m.hasMatch() ? trimmed.first(m.capturedStart()).simplified().size() : 0;
    QString text = trimmed.simplified();
    if (!text.isEmpty())
        lines.push_back({std::move(text), gap, looks.opens, looks.heading, looks.follows});
}

/// How far a line reaches on the page.
qsizetype reach(QStringView line)
{
    while (!line.isEmpty() && line.back().isSpace())
        line.chop(1);
    return line.size();
}

/// The width at which a text's lines were wrapped; 0 where lines end with their paragraphs only.
qsizetype widthOf(const QList<QStringView> &lines)
{
    std::vector<qsizetype> continued;
    qsizetype tooLong = 0;
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const qsizetype length = reach(lines[i]);
        if (length > shortestWrapped && length <= longestWrapped && !lines[i + 1].trimmed().isEmpty())
            continued.push_back(length);
        tooLong += length > longestWrapped ? 1 : 0;
    }
    if (continued.empty() || double(tooLong) > mostLongLines * double(lines.size()))
        return 0;
    const auto nth = continued.begin() + std::ptrdiff_t(continued.size() * 9 / 10);
    std::nth_element(continued.begin(), nth, continued.end());
    return *nth;
}

/// A sentence that goes on, wherever its line was broken.
bool goesOn(QStringView above, QStringView next)
{
    static const QString ends = u".!?:;\"”»’)…"_s;
    const QStringView before = above.trimmed();
    return before.size() >= shortestWrapped && !ends.contains(before.back()) && !next.isEmpty() &&
           next.front().isLower();
}

/// True where `line` stands on a line of its own only because `above` was full.
bool continues(QStringView above, QStringView line, qsizetype width)
{
    const QStringView next = line.trimmed();
    if (goesOn(above, next))
        return true;
    const qsizetype space = next.indexOf(u' ');
    const qsizetype word = space < 0 ? next.size() : space;
    return width > 0 && !above.trimmed().isEmpty() && reach(above) + 1 + word > width;
}

/// Adds a paragraph, of which line breaks may make several lines.
void addParagraph(Lines &lines, const QString &text, bool heading)
{
    bool first = true;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        addLine(lines, line, {.text = {}, .opens = first, .heading = heading, .follows = !first});
        first = false;
    }
}

bool isHeadlineElement(const html::Block &block)
{
    if (block.isHeading())
        return true;
    // Factiva marks a headline by its class on a <b> or <span>, or by the id of the box about it.
    bool found = html::attribute(block.node, "id") == "hd"_L1;
    html::walk(block.node, [&](html::Node node) {
        if (node != block.node && html::isBlockLevel(node))
            return false;
        found = found || html::attribute(node, "class").endsWith("Headline"_L1, Qt::CaseInsensitive);
        return !found;
    });
    return found && block.text.size() < longestHeadline;
}

} // namespace

Lines linesOf(QStringView text)
{
    Lines lines;
    const QList<QStringView> raw = text.split(u'\n');
    const qsizetype width = widthOf(raw);
    for (qsizetype i = 0; i < raw.size(); ++i)
        addLine(lines, raw[i],
                {.text = {},
                 .opens = i == 0 || !continues(raw[i - 1], raw[i], width),
                 .follows = i > 0 && !raw[i - 1].trimmed().isEmpty()});
    return lines;
}

Lines linesOf(const html::Tree &page)
{
    Lines lines;
    html::Node body = page.first(GUMBO_TAG_BODY);
    if (body == nullptr)
        return lines;
    for (const html::Block &block : html::blocksOf(body, [](html::Node) { return false; })) {
        addParagraph(lines, block.text, isHeadlineElement(block));
    }
    return lines;
}

Lines linesOf(const document::Document &document)
{
    Lines lines;
    for (const document::Paragraph &paragraph : document.paragraphs) {
        const QString text = paragraph.text();
        const bool isShort = text.size() < longestHeadline;
        addParagraph(lines, text, isShort && (paragraph.heading > 0 || paragraph.isBold()));
    }
    return lines;
}

QString textOf(LineSpan lines)
{
    QString text;
    for (const Line &line : lines) {
        if (!text.isEmpty())
            text += line.opens ? u"\n\n"_s : u" "_s;
        text += line.text;
    }
    return text;
}

QString joined(LineSpan lines, const QString &between)
{
    QStringList texts;
    for (const Line &line : lines)
        texts << line.text;
    return texts.join(between);
}

} // namespace demarche::corpus::vendors
