#include "models/corpus/vendors/nexisdocument.h"

#include "models/corpus/metadate.h"
#include "models/corpus/vendors/nexislabels.h"
#include "models/corpus/vendors/nexisnames.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::vendors {

namespace {

constexpr size_t mostAboveLabels = 14;      ///< lines of publication, day, edition and headline
constexpr size_t mostBetweenLabels = 2;     ///< paragraphs without a label among those of a head
constexpr qsizetype longestMarkValue = 120; ///< of a label that ends the text

bool isHeadLabel(Label label)
{
    return label == Label::Headline || label == Label::Byline || label == Label::Section ||
           label == Label::Length || label == Label::Dateline || label == Label::Highlight;
}

/// The first line behind `at` that does not go on with what stands there.
size_t nextOpening(LineSpan lines, size_t at)
{
    const auto label = labelledLine(lines[at].text);
    if (label && (label->isHeading || label->label == Label::Length))
        return at + 1;
    for (++at; at < lines.size() && lines[at].follows && (label || !lines[at].opens) &&
               !labelledLine(lines[at].text);)
        ++at;
    return at;
}

/// Labels and their values, the first of each.
QHash<Label, QString> valuesOf(LineSpan lines)
{
    QHash<Label, QString> values;
    for (size_t i = 0; i < lines.size();) {
        const size_t next = nextOpening(lines, i);
        const auto found = labelledLine(lines[i].text);
        if (found && !found->isHeading && !values.contains(found->label)) {
            QString value = found->value;
            if (next > i + 1)
                value += u' ' + joined(lines.subspan(i + 1, next - i - 1));
            values.insert(found->label, value.trimmed());
        }
        i = next;
    }
    return values;
}

/// Lines that are neither labelled nor about rights.
Lines plainLines(LineSpan lines)
{
    Lines plain;
    for (size_t i = 0; i < lines.size();) {
        const size_t next = nextOpening(lines, i);
        if (!labelledLine(lines[i].text) && !isRightsLine(lines[i].text)) {
            for (size_t j = i; j < next; ++j) {
                if (!isRightsLine(lines[j].text))
                    plain.push_back(lines[j]);
            }
        }
        i = next;
    }
    return plain;
}

/// Where the head of a document ends and its text begins, and where that ends.
struct Bounds
{
    size_t head = 0;
    size_t begin = 0;
    size_t end = 0;
};

/// Behind the lines that name the article, in a document without any label above its text.
size_t afterUnlabelledHead(LineSpan lines)
{
    size_t day = 0;
    const size_t most = std::min(lines.size(), mostAboveLabels);
    while (day < most && !isDayLine(lines[day]))
        ++day;
    size_t at = day < most ? day + 1 : std::min<size_t>(1, lines.size());
    while (at < lines.size() && (isEdition(lines[at]) || isRightsLine(lines[at].text)))
        ++at;
    return at < lines.size() ? nextOpening(lines, at) : at;
}

/// Behind the last of the labels that stand together above the text.
size_t afterLabels(LineSpan lines)
{
    size_t after = 0;
    size_t unlabelled = 0;
    for (size_t i = 0; i < lines.size();) {
        const size_t next = nextOpening(lines, i);
        const auto found = labelledLine(lines[i].text);
        if (found && (isHeadLabel(found->label) || (after > 0 && unlabelled == 0))) {
            after = next;
            unlabelled = 0;
        } else if (++unlabelled > (after > 0 ? mostBetweenLabels : mostAboveLabels)) {
            break;
        }
        i = next;
    }
    return after > 0 ? after : afterUnlabelledHead(lines);
}

/// "BODY:", not "Body:"
bool isInCapitals(const Line &line)
{
    const QString word = line.text.section(u':', 0, 0);
    return word == word.toUpper();
}

/// The place from which on all lines are labelled.
size_t labelledTail(LineSpan lines)
{
    size_t tail = lines.size();
    while (tail > 0 && (lines[tail - 1].follows || labelledLine(lines[tail - 1].text) ||
                        isRightsLine(lines[tail - 1].text)))
        --tail;
    return tail;
}

/// True where the text ends before line `at`; `tail` is labelledTail().
bool endsText(LineSpan lines, size_t at, size_t tail, NexisForm form)
{
    const auto found = labelledLine(lines[at].text);
    if (!found || isHeadLabel(found->label) || found->label == Label::Body || found->label == Label::Cover)
        return false;
    if (found->isHeading)
        return true;
    if (found->label == Label::Language || found->label == Label::LoadDate ||
        found->label == Label::PublicationType)
        return found->value.size() <= longestMarkValue;
    if (form == NexisForm::Marked && isInCapitals(lines[at]))
        return true;
    // Prose may begin so as well: then it ends as prose does, or prose goes on behind it.
    const QString value = lines[at].text + joined(lines.subspan(at + 1, nextOpening(lines, at) - at - 1));
    const bool isProse = found->label == Label::Index && value.endsWith(u'.') && !value.contains("%)"_L1);
    return at >= tail && !isProse;
}

Bounds boundsOf(LineSpan lines, NexisForm form)
{
    Bounds bounds;
    const auto body = std::ranges::find_if(lines, [](const Line &line) {
        const auto found = labelledLine(line.text);
        return found && found->label == Label::Body && (found->isHeading || isInCapitals(line));
    });
    bounds.head = body != lines.end() ? size_t(body - lines.begin()) : afterLabels(lines);
    bounds.begin = body != lines.end() ? bounds.head + 1 : bounds.head;
    bounds.end = bounds.begin;
    const size_t tail = labelledTail(lines);
    while (bounds.end < lines.size() && !endsText(lines, bounds.end, tail, form))
        ++bounds.end;
    while (bounds.end > bounds.begin && isRightsLine(lines[bounds.end - 1].text))
        --bounds.end;
    return bounds;
}

/// The place behind the page that says who asked for what, as far as its words tell.
size_t afterCover(LineSpan head)
{
    static const QRegularExpression listed(u"^\\d{1,4}\\.\\s"_s);
    size_t after = 0;
    for (size_t i = 0; i < head.size(); ++i) {
        const auto found = labelledLine(head[i].text);
        if ((found && found->label == Label::Cover) || listed.match(head[i].text).hasMatch())
            after = i + 1;
    }
    return after;
}

/// The title that the list on the cover gives the first document; empty without a list.
QString firstListed(LineSpan head)
{
    for (const Line &line : head) {
        if (line.text.startsWith("1. "_L1))
            return line.text.sliced(3);
    }
    return {};
}

/// True where something tells a document's head from its text.
bool isUnderstood(LineSpan lines)
{
    const auto opening = lines.first(std::min(lines.size(), mostAboveLabels));
    return std::ranges::any_of(opening, isDayLine) || std::ranges::any_of(lines, [](const Line &line) {
               const auto found = labelledLine(line.text);
               return found && (isHeadLabel(found->label) || found->label == Label::Body);
           });
}

/// What stands above the names of a document, but for a cover's own lines.
Lines linesAbove(LineSpan head, const NexisDocument &document)
{
    const auto isName = [&document](const Line &line) {
        return !document.headline.isEmpty() && document.headline.startsWith(line.text) && line.heading;
    };
    auto end = std::ranges::find_if(head, isName);
    if (end == head.end())
        end = std::ranges::find_if(head, [&document](const Line &line) {
            return !document.headline.isEmpty() && document.headline.startsWith(line.text);
        });
    return end == head.end() ? Lines() : plainLines(LineSpan(head.begin(), end));
}

/// All that the lines hold, for want of a layout.
void takeWhole(LineSpan lines, NexisDocument &document)
{
    constexpr qsizetype longestTitle = 200;
    document.isWhole = true;
    document.body = plainLines(lines);
    if (document.headline.isEmpty() && !document.body.empty() &&
        document.body.front().text.size() <= longestTitle)
        document.headline = document.body.front().text;
}

} // namespace

NexisDocument nexisDocument(const NexisBlock &block, NexisForm form)
{
    NexisDocument document;
    const LineSpan lines = block.lines;
    document.isCut = block.isCut;
    document.isUnmarked = block.isUnmarked;
    if (!isUnderstood(lines)) {
        takeWhole(lines, document);
        return document;
    }
    const Bounds bounds = boundsOf(lines, form);
    LineSpan head = lines.first(bounds.head);
    const QString listed = block.mayHaveCover ? firstListed(head) : QString();
    if (block.mayHaveCover)
        head = head.subspan(afterCover(head));
    const Lines plain = plainLines(head);
    document.above = plainLines(block.above);
    if (form == NexisForm::Marked)
        readOlderNames(plain, document);
    else
        readNewerNames(plain, block.mayHaveCover, listed, document);
    const QHash<Label, QString> above = valuesOf(head);
    const QHash<Label, QString> below = valuesOf(lines.subspan(bounds.end));
    if (above.contains(Label::Headline))
        document.headline = above.value(Label::Headline);
    document.byline = above.value(Label::Byline, below.value(Label::Byline));
    document.language = below.value(Label::Language, above.value(Label::Language));
    document.loaded = leadingDate(below.value(Label::LoadDate, above.value(Label::LoadDate)));
    if (block.mayHaveCover)
        document.above = linesAbove(lines.first(bounds.head), document);
    document.body.assign(lines.begin() + bounds.begin, lines.begin() + bounds.end);
    if (const auto found = bounds.begin > bounds.head ? labelledLine(lines[bounds.head].text) : std::nullopt;
        found && !found->value.isEmpty())
        document.body.insert(document.body.begin(), Line{.text = found->value});
    if (document.body.empty() || (document.headline.isEmpty() && document.publication.isEmpty()))
        takeWhole(lines, document);
    return document;
}

} // namespace demarche::corpus::vendors
