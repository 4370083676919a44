#include "views/timeline/linelabels.h"

#include <algorithm>
#include <numeric>

namespace demarche::views {

namespace {

/// Labels that touch move as one.
struct Block
{
    double centre = 0; ///< the mean of what its labels want
    int count = 0;
};

} // namespace

std::vector<double> spreadLabels(const std::vector<double> &wanted, double spacing, double top, double bottom)
{
    std::vector<double> placed(wanted.size());
    if (wanted.empty())
        return placed;
    spacing = std::min(spacing, (bottom - top) / static_cast<double>(wanted.size()));
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wanted[i]; });

    const auto half = [&](const Block &block) { return block.count * spacing / 2; };
    const auto clamped = [&](Block block) {
        block.centre =
            std::clamp(block.centre, top + half(block), std::max(top + half(block), bottom - half(block)));
        return block;
    };
    std::vector<Block> blocks;
    for (const std::size_t i : order) {
        blocks.push_back(clamped({wanted[i], 1}));
        while (blocks.size() > 1) {
            const Block &above = blocks[blocks.size() - 2];
            const Block &below = blocks.back();
            if (above.centre + half(above) <= below.centre - half(below))
                break;
            const int count = above.count + below.count;
            const Block joined{(above.centre * above.count + below.centre * below.count) / count, count};
            blocks.pop_back();
            blocks.back() = clamped(joined);
        }
    }
    std::size_t next = 0;
    for (const Block &block : blocks) {
        for (int k = 0; k < block.count; ++k)
            placed[order[next++]] = block.centre - half(block) + (k + 0.5) * spacing;
    }
    return placed;
}

} // namespace demarche::views
