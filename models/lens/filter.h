#pragma once

#include "models/lens/index.h"

#include <optional>

namespace demarche::lens {

/// Which articles a lens lets through, kept one bit a dimension (as crossfilter does), so that a change of
/// one dimension touches only its own bit and a view may leave its own dimension out.
class ArticleFilter
{
public:
    enum Bit : std::uint8_t { Dates = 1, Search = 2, Publisher = 4, Countries = 8 };

    /// Brings the bits up to date with the lens. `hits` are the ids that the lens's search found, ascending;
    /// none while there is no search or its answer is still on its way. `sameHits` tells that they have not
    /// changed since.
    void apply(const EvidenceIndex &index, const Lens &lens, const std::optional<std::vector<qint64>> &hits,
               bool sameHits);
    /// Forgets everything: the next apply() reckons every dimension.
    void reset();

    /// The dimensions that keep an article out; 0 where it is shown.
    [[nodiscard]] std::uint8_t bits(ArticleAt at) const { return m_bits[at]; }
    [[nodiscard]] std::size_t size() const { return m_bits.size(); }

private:
    template <typename Keeps>
    void mark(Bit bit, std::size_t first, Keeps keeps);
    void markSearch(const EvidenceIndex &index, const std::optional<std::vector<qint64>> &hits,
                    std::size_t first);

    std::vector<std::uint8_t> m_bits;
    Lens m_lens;
};

/// For each country number whether the lens lets its evidence through.
[[nodiscard]] std::vector<bool> chosenCountries(const EvidenceIndex &index, const Lens &lens);

} // namespace demarche::lens
