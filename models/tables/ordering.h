#pragma once

#include "models/lens/index.h"

#include <cstdint>
#include <numeric>
#include <vector>

namespace demarche::tables {

/// Puts articles in the order of a number below `keys` that each has; those of one number stay as they stand.
/// By counting, so that a list of a large collection is in order between two frames.
template <typename KeyOf>
void arrangeBy(std::vector<lens::ArticleAt> &articles, std::size_t keys, KeyOf keyOf)
{
    std::vector<std::uint32_t> places(keys + 1);
    for (const lens::ArticleAt at : articles)
        ++places[std::size_t(keyOf(at)) + 1];
    std::partial_sum(places.begin(), places.end(), places.begin());
    std::vector<lens::ArticleAt> arranged(articles.size());
    for (const lens::ArticleAt at : articles)
        arranged[places[std::size_t(keyOf(at))]++] = at;
    articles = std::move(arranged);
}

} // namespace demarche::tables
