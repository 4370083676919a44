#pragma once

#include "models/lens/index.h"
#include "models/lens/sources.h"

namespace demarche::lens {

/// Which articles a lens lets through, kept one bit a dimension (as crossfilter does), so that a change of
/// one dimension touches only its own bit and a view may leave its own dimension out.
class ArticleFilter
{
public:
    enum Bit : std::uint8_t { Dates = 1, Search = 2, Publisher = 4, Countries = 8, Sources = 16 };

    /// What parts of a lens come to that the index does not know.
    struct Found
    {
        ArticleIds hits = {};    ///< of the search; nothing while its answer is still on its way
        ArticleIds sources = {}; ///< that the lens's sources brought
        bool newHits = true;     ///< they are others than the last time
        bool newSources = true;  ///< the same of the sources
    };
    /// Brings the bits up to date with the lens.
    void apply(const EvidenceIndex &index, const Lens &lens, const Found &found);
    /// Forgets everything: the next apply() reckons every dimension.
    void reset();

    /// The dimensions that keep an article out; 0 where it is shown.
    [[nodiscard]] std::uint8_t bits(ArticleAt at) const { return m_bits[at]; }
    [[nodiscard]] std::size_t size() const { return m_bits.size(); }

private:
    template <typename Keeps>
    void mark(Bit bit, std::size_t first, Keeps keeps);
    void markIds(Bit bit, const EvidenceIndex &index, const ArticleIds &ids);

    std::vector<std::uint8_t> m_bits;
    Lens m_lens;
};

/// For each country number whether the lens lets its evidence through.
[[nodiscard]] std::vector<bool> chosenCountries(const EvidenceIndex &index, const Lens &lens);

} // namespace demarche::lens
