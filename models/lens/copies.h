#pragma once

#include "models/lens/lens.h"
#include "models/lens/periods.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace demarche::lens {

/// A piece of evidence that stands in an article with copies.
struct CopiedPiece
{
    qint64 story = 0;      ///< any number that its copies share
    std::uint64_t who = 0; ///< country and target, in any form
    Kind kind = Kind::Action;
    float value = 0;
    Day day = noDay;
    qint64 article = 0;
    std::uint32_t row = 0; ///< what the piece is called by; ascending inside an article
};

/// Such pieces grouped by what they say, so that each group counts once. Two pieces of copies of one story
/// say the same where country, target, kind and value agree; of several such pieces in each copy the first
/// pairs with the first, the second with the second.
struct CopiedRows
{
    std::vector<std::uint32_t>
        rows; ///< group after group, story after story; in a group the earliest day first
    std::vector<std::uint32_t> ends; ///< where each group ends in `rows`
};

/// A piece and its number among those of its article that say the same.
struct NumberedPiece
{
    CopiedPiece piece;
    int number = 0;
};

/// Groups pieces that come story after story.
class SayingGroups
{
public:
    /// All pieces of a story, in any order; leaves them in another.
    void addStory(std::span<CopiedPiece> pieces);
    [[nodiscard]] CopiedRows take() { return std::move(m_copied); }

private:
    CopiedRows m_copied;
    std::vector<NumberedPiece> m_numbered; ///< of the story at work
};

/// The same for pieces of any stories in any order; stories come by their numbers.
[[nodiscard]] CopiedRows groupedBySaying(std::vector<CopiedPiece> pieces);

/// Calls `each(row, first, firstInDates)` for every row that counts: `first` where it is the one of its group
/// that counts whatever its day, `firstInDates` where it is the one that counts among those of the lens's
/// days. `stands(row)` and `inDates(row)` say what the lens shows; `isCopied(row)` whether the row is in
/// `copied`. A copy that the lens hides leaves the counting to the next.
template <typename Stands, typename InDates, typename IsCopied, typename Each>
void eachCounted(std::size_t rows, const CopiedRows &copied, Stands stands, InDates inDates,
                 IsCopied isCopied, Each each)
{
    for (std::size_t row = 0; row < rows; ++row) {
        if (!isCopied(row) && stands(row))
            each(row, true, inDates(row));
    }
    std::size_t at = 0;
    for (const std::size_t end : copied.ends) {
        bool first = true;
        for (; at < end; ++at) {
            const std::size_t row = copied.rows[at];
            if (!stands(row))
                continue;
            const bool dated = inDates(row);
            if (first || dated)
                each(row, first, dated);
            first = false;
            if (dated)
                break;
        }
        at = end;
    }
}

} // namespace demarche::lens
