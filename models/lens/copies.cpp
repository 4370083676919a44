#include "models/lens/copies.h"

#include <algorithm>
#include <tuple>

namespace demarche::lens {

namespace {

auto said(const CopiedPiece &piece)
{
    return std::tuple(piece.who, piece.kind, piece.value);
}

auto group(const NumberedPiece &one)
{
    return std::tuple(said(one.piece), one.number);
}

} // namespace

void SayingGroups::addStory(std::span<CopiedPiece> pieces)
{
    std::ranges::sort(pieces, {}, [](const CopiedPiece &piece) {
        return std::tuple(said(piece), piece.article, piece.row);
    });
    m_numbered.clear();
    for (const CopiedPiece &piece : pieces) {
        const bool again = !m_numbered.empty() && m_numbered.back().piece.article == piece.article &&
                           said(m_numbered.back().piece) == said(piece);
        m_numbered.push_back({piece, again ? m_numbered.back().number + 1 : 0});
    }
    std::ranges::sort(m_numbered, {}, [](const NumberedPiece &one) {
        return std::tuple(group(one), one.piece.day == noDay, one.piece.day, one.piece.article);
    });
    for (std::size_t i = 0; i < m_numbered.size(); ++i) {
        if (i > 0 && group(m_numbered[i - 1]) != group(m_numbered[i]))
            m_copied.ends.push_back(std::uint32_t(m_copied.rows.size()));
        m_copied.rows.push_back(m_numbered[i].piece.row);
    }
    if (!pieces.empty())
        m_copied.ends.push_back(std::uint32_t(m_copied.rows.size()));
}

CopiedRows groupedBySaying(std::vector<CopiedPiece> pieces)
{
    std::ranges::stable_sort(pieces, {}, &CopiedPiece::story);
    SayingGroups groups;
    for (auto begin = pieces.begin(); begin != pieces.end();) {
        const auto end = std::ranges::find_if(
            begin, pieces.end(), [&](const CopiedPiece &piece) { return piece.story != begin->story; });
        groups.addStory({begin, end});
        begin = end;
    }
    return groups.take();
}

} // namespace demarche::lens
