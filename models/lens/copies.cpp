#include "models/lens/copies.h"

#include <algorithm>
#include <tuple>

namespace demarche::lens {

namespace {

auto said(const CopiedPiece &piece)
{
    return std::tuple(piece.story, piece.who, piece.kind, piece.value);
}

/// A piece and its number among those of its article that say the same.
using Numbered = std::pair<CopiedPiece, int>;

std::vector<Numbered> numbered(std::vector<CopiedPiece> pieces)
{
    std::ranges::sort(pieces, {}, [](const CopiedPiece &piece) {
        return std::tuple(said(piece), piece.article, piece.row);
    });
    std::vector<Numbered> all;
    all.reserve(pieces.size());
    for (const CopiedPiece &piece : pieces) {
        const bool again =
            !all.empty() && all.back().first.article == piece.article && said(all.back().first) == said(piece);
        all.emplace_back(piece, again ? all.back().second + 1 : 0);
    }
    return all;
}

auto group(const Numbered &one)
{
    return std::tuple(said(one.first), one.second);
}

} // namespace

CopiedRows groupedBySaying(std::vector<CopiedPiece> pieces)
{
    std::vector<Numbered> all = numbered(std::move(pieces));
    std::ranges::sort(all, {}, [](const Numbered &one) {
        return std::tuple(group(one), one.first.day == noDay, one.first.day, one.first.article);
    });
    CopiedRows copied;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0 && group(all[i - 1]) != group(all[i]))
            copied.ends.push_back(std::uint32_t(i));
        copied.rows.push_back(all[i].first.row);
    }
    if (!all.empty())
        copied.ends.push_back(std::uint32_t(all.size()));
    return copied;
}

} // namespace demarche::lens
