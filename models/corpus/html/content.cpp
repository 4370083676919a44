#include "models/corpus/html/content.h"

#include "models/corpus/byline.h"
#include "models/corpus/html/boilerplate.h"
#include "models/corpus/html/place.h"
#include "models/corpus/metadate.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::html {

namespace {

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
    // "Read more" boxes without the words: a short line that is all link.
    return block.linkShare() > 0.7 && (block.text.size() < 200 || !endsLikeProse(block.text));
}

/// Takes away what stands below the last line across the page where that is little: a note on the house.
void eraseBelowRule(std::vector<Block> &blocks)
{
    constexpr double mostBelow = 0.2;
    qsizetype all = 0;
    qsizetype below = 0;
    for (const Block &block : blocks) {
        all += block.text.size();
        below += block.rules == blocks.back().rules ? block.text.size() : 0;
    }
    if (below < all && double(below) < mostBelow * double(all))
        std::erase_if(blocks,
                      [last = blocks.back().rules](const Block &block) { return block.rules == last; });
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
    const Place place = placeOf(body, masses, title);
    const auto skip = [&masses](Node node) { return masses.skips(node); };
    std::vector<Block> blocks;
    for (Node lead : place.leads)
        std::ranges::move(blocksOf(lead, skip), std::back_inserter(blocks));
    std::ranges::move(blocksOf(place.container, skip), std::back_inserter(blocks));
    eraseAsides(blocks);
    eraseBelowRule(blocks);
    std::erase_if(blocks, [bareTitle = bare(title)](const Block &block) { return isOut(block, bareTitle); });
    clearStart(blocks);
    QStringList paragraphs;
    for (const Block &block : cleared(std::move(blocks)))
        paragraphs << block.text;
    return paragraphs.join(u"\n\n"_s);
}

} // namespace demarche::corpus::html
