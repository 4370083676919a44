#include "models/corpus/vendors/nexisdocument.h"
#include "models/corpus/vendors/nexislabels.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace demarche::corpus::vendors {

namespace {

constexpr qsizetype shortestRest = 400; ///< what is left over at the end is no article below this

bool hasLabel(LineSpan lines, Label wanted)
{
    return std::ranges::any_of(lines, [wanted](const Line &line) {
        const auto found = labelledLine(line.text);
        return found && found->label == wanted;
    });
}

bool hasBodyHeading(LineSpan lines)
{
    return std::ranges::any_of(lines, [](const Line &line) {
        const auto found = labelledLine(line.text);
        return found && found->label == Label::Body && found->isHeading;
    });
}

/// "The Harbour Post, November 1, 2023": what a printed sheet repeats below its number.
bool isSheetHead(const Line &line)
{
    static const QRegularExpression pattern(u"^\\S.{2,80},\\s\\S.{4,20}\\b(?:19|20)\\d{2}$"_s);
    return line.follows && pattern.match(line.text).hasMatch();
}

/// The headline, repeated on a further sheet.
bool isRepeated(const Line &line, const Lines &above)
{
    constexpr std::size_t mostHead = 24;
    const LineSpan head = LineSpan(above).first(std::min(above.size(), mostHead));
    return line.follows && std::ranges::find(head, line.text, &Line::text) != head.end();
}

NexisBlock blockOf(LineSpan lines)
{
    NexisBlock block;
    bool isBelowMark = false;
    for (const Line &line : lines) {
        const bool isMark = isSheetMark(line.text);
        if (!isMark && !(isBelowMark && (isSheetHead(line) || isRepeated(line, block.lines))))
            block.lines.push_back(line);
        isBelowMark = isMark;
    }
    return block;
}

std::vector<NexisBlock> markedBlocks(LineSpan lines)
{
    std::vector<NexisBlock> blocks;
    const auto isStart = [](const Line &line) { return isStartMark(line.text); };
    const auto first = std::ranges::find_if(lines, isStart);
    for (auto begin = first; begin != lines.end();) {
        const auto next = std::find_if(begin + 1, lines.end(), isStart);
        blocks.push_back(blockOf(LineSpan(begin + 1, next)));
        begin = next;
    }
    if (!blocks.empty())
        blocks.front().above.assign(lines.begin(), first);
    return blocks;
}

std::vector<NexisBlock> endedBlocks(LineSpan lines)
{
    std::vector<NexisBlock> blocks;
    auto begin = lines.begin();
    while (begin != lines.end()) {
        const auto end =
            std::find_if(begin, lines.end(), [](const Line &line) { return isEndMark(line.text); });
        NexisBlock block = blockOf(LineSpan(begin, end));
        block.mayHaveCover = begin == lines.begin();
        block.isCut = end == lines.end();
        if (!block.isCut || hasBodyHeading(block.lines) || textOf(block.lines).size() >= shortestRest)
            blocks.push_back(std::move(block));
        begin = end == lines.end() ? end : end + 1;
    }
    return blocks;
}

/// Behind what ends the first document of these lines where another one's head follows there all the same;
/// the end where none does.
size_t nextUnmarked(LineSpan lines)
{
    size_t at = 0;
    const auto labelAt = [&lines](size_t i) {
        const auto found = labelledLine(lines[i].text);
        return found ? std::optional(found->label) : std::nullopt;
    };
    while (at < lines.size() && labelAt(at) != Label::LoadDate)
        ++at;
    while (at < lines.size() && (labelAt(at) || lines[at].follows))
        ++at;
    const LineSpan rest = lines.subspan(at);
    return hasLabel(rest, Label::Length) || hasBodyHeading(rest) ? at : lines.size();
}

/// Where a mark between documents was lost, they are told by what ends them.
std::vector<NexisBlock> parted(std::vector<NexisBlock> blocks)
{
    std::vector<NexisBlock> all;
    for (NexisBlock &block : blocks) {
        const bool isCut = std::exchange(block.isCut, false);
        for (size_t end = nextUnmarked(block.lines); end < block.lines.size();
             end = nextUnmarked(block.lines)) {
            NexisBlock first = block;
            first.lines.resize(end);
            block.lines.erase(block.lines.begin(), block.lines.begin() + std::ptrdiff_t(end));
            block.mayHaveCover = false;
            block.isUnmarked = true;
            all.push_back(std::move(first));
        }
        block.isCut = isCut;
        all.push_back(std::move(block));
    }
    return all;
}

} // namespace

NexisForm nexisForm(LineSpan lines)
{
    const bool described = hasLabel(lines, Label::Length) || hasLabel(lines, Label::LoadDate) ||
                           hasLabel(lines, Label::PublicationType);
    if (described && std::ranges::any_of(lines, [](const Line &line) { return isStartMark(line.text); }))
        return NexisForm::Marked;
    const bool bodied = hasBodyHeading(lines);
    if ((described || bodied) &&
        std::ranges::any_of(lines, [](const Line &line) { return isEndMark(line.text); }))
        return NexisForm::Ended;
    if (bodied && hasLabel(lines, Label::Cover)) // cut off before its first article's end
        return NexisForm::Ended;
    return bodied && hasLabel(lines, Label::LoadDate) && hasLabel(lines, Label::Length) ? NexisForm::Single
                                                                                        : NexisForm::Unknown;
}

std::vector<NexisBlock> nexisBlocks(LineSpan lines, NexisForm form)
{
    if (form == NexisForm::Marked)
        return parted(markedBlocks(lines));
    if (form == NexisForm::Ended)
        return parted(endedBlocks(lines));
    NexisBlock whole = blockOf(lines);
    whole.mayHaveCover = true;
    return {std::move(whole)};
}

} // namespace demarche::corpus::vendors
