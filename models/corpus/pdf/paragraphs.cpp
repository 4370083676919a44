#include "models/corpus/pdf/paragraphs.h"

#include "models/corpus/pdf/joining.h"
#include "models/corpus/pdf/lines.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace demarche::corpus::pdf {

namespace {

using document::Document;
using document::Paragraph;

constexpr double titleSize = 1.2;    ///< of the size of most letters, at least
constexpr double headingSize = 1.12; ///< the same
constexpr qsizetype longestHeading = 200;
constexpr qsizetype longestLead = 60; ///< of a line above the title: a rubric, a date
constexpr int mostLeads = 6;

/// Lines of a paragraph.
struct Block
{
    QString text;
    double size = 0;
    bool bold = false;
    int page = 0;
};

/// The distance from line to line that most lines keep.
double lineDistance(const std::vector<Line> &lines)
{
    std::vector<double> distances;
    for (size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].column == lines[i - 1].column && std::abs(lines[i].size - lines[i - 1].size) < 0.6)
            distances.push_back(lines[i].box.bottom() - lines[i - 1].box.bottom());
    }
    if (distances.empty())
        return 0;
    const auto middle = distances.begin() + qsizetype(distances.size() / 2);
    std::ranges::nth_element(distances, middle);
    return *middle;
}

std::vector<Block> blocksOf(const std::vector<Line> &lines)
{
    const double distance = lineDistance(lines);
    const Joining joining(lines);
    std::vector<Block> blocks;
    for (size_t i = 0; i < lines.size(); ++i) {
        const Line &line = lines[i];
        const bool isNew = i == 0 || beginsParagraph(lines[i - 1], line, distance);
        if (isNew)
            blocks.push_back({line.text, line.size, line.bold, line.page});
        else
            joining.append(blocks.back().text, line.text);
        if (!isNew)
            blocks.back().bold = blocks.back().bold && line.bold;
    }
    return blocks;
}

bool endsSentence(const QString &text)
{
    return text.endsWith(u'.') || text.endsWith(u'?') || text.endsWith(u'!') || text.endsWith(u'”');
}

/// The index of the title: the largest letters of the first page, where they are larger than the text's.
size_t titleOf(const std::vector<Block> &blocks, double body)
{
    size_t best = blocks.size();
    for (size_t i = 0; i < blocks.size() && blocks[i].page == 0; ++i) {
        const Block &block = blocks[i];
        if (block.size >= titleSize * body && block.text.size() >= 8 && block.text.size() <= longestHeading &&
            (best == blocks.size() || block.size > blocks[best].size))
            best = i;
    }
    return best;
}

/// Puts the title first; what stood above it follows where it is short, as its head, or keeps its place
/// before.
void putTitleFirst(std::vector<Block> &blocks, size_t title)
{
    const auto begin = blocks.begin();
    const auto at = begin + qsizetype(title);
    const bool areLeads = title <= mostLeads && std::all_of(begin, at, [](const Block &block) {
                              return block.text.size() <= longestLead && !endsSentence(block.text);
                          });
    if (areLeads)
        std::rotate(begin, at, at + 1);
}

Paragraph paragraphOf(const Block &block, double body, bool isTitle)
{
    Paragraph paragraph;
    paragraph.runs.push_back({block.text, block.bold, {}});
    const bool isShort = block.text.size() <= longestHeading && !block.text.endsWith(u'.');
    if (isTitle)
        paragraph.heading = 1;
    else if (isShort && (block.size >= headingSize * body || block.bold))
        paragraph.heading = 2;
    return paragraph;
}

} // namespace

Document documentOf(const Pages &pages)
{
    Document document;
    document.title = pages.title;
    if (!pages.author.isEmpty())
        document.authors = authorsOf(pages.author);
    document.created = pages.created;
    std::vector<Line> lines = linesOf(pages);
    const double body = bodySize(lines);
    if (const int footnotes = removeFurniture(lines, int(pages.pages.size())); footnotes > 0)
        document.warnings << u"footnotes were left out (%1)"_s.arg(footnotes);
    if (pages.leftOut > 0)
        document.warnings << u"too long; its last %1 pages were left out"_s.arg(pages.leftOut);
    std::vector<Block> blocks = blocksOf(lines);
    const size_t title = titleOf(blocks, body);
    const bool isTitled = title < blocks.size();
    if (isTitled)
        putTitleFirst(blocks, title);
    for (const Block &block : blocks)
        document.paragraphs.push_back(paragraphOf(block, body, isTitled && &block == &blocks.front()));
    return document;
}

} // namespace demarche::corpus::pdf
