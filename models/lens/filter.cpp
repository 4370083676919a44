#include "models/lens/filter.h"

#include <algorithm>

namespace demarche::lens {

template <typename Keeps>
void ArticleFilter::mark(Bit bit, std::size_t first, Keeps keeps)
{
    for (std::size_t at = first; at < m_bits.size(); ++at)
        m_bits[at] = std::uint8_t(keeps(ArticleAt(at)) ? m_bits[at] & ~bit : m_bits[at] | bit);
}

/// Both the index and the ids ascend: one walk along both.
void ArticleFilter::markIds(Bit bit, const EvidenceIndex &index, const ArticleIds &ids)
{
    if (!ids) {
        mark(bit, 0, [](ArticleAt) { return true; });
        return;
    }
    mark(bit, 0, [&index, next = ids->begin(), end = ids->end()](ArticleAt at) mutable {
        next = std::find_if(next, end, [id = index.id(at)](qint64 one) { return one >= id; });
        return next != end && *next == index.id(at);
    });
}

void ArticleFilter::apply(const EvidenceIndex &index, const Lens &lens, const Found &found)
{
    const std::size_t known = m_bits.size();
    m_bits.resize(index.articleCount(), 0);
    // Where the lens stands as it was, only articles that came since are reckoned.
    const auto firstToDo = [&](bool same) { return same ? known : 0; };

    const Day from = lens.from.isValid() ? dayOf(lens.from) : noDay;
    const Day to = lens.to.isValid() ? dayOf(lens.to) : std::numeric_limits<Day>::max();
    const bool open = !lens.from.isValid() && !lens.to.isValid();
    mark(Dates, firstToDo(lens.from == m_lens.from && lens.to == m_lens.to), [&](ArticleAt at) {
        const Day day = index.day(at);
        return open || (day != noDay && day >= from && day <= to);
    });

    if (found.newHits || known != m_bits.size())
        markIds(Search, index, found.hits);
    if (found.newSources || known != m_bits.size())
        markIds(Sources, index, found.sources);

    std::vector<bool> publishers(index.publisherNames().size(), lens.publishers.isEmpty());
    for (const QString &publisher : lens.publishers) {
        if (const int id = index.publisherNames().find(publisher); id >= 0)
            publishers[std::size_t(id)] = true;
    }
    mark(Publisher, firstToDo(lens.publishers == m_lens.publishers),
         [&](ArticleAt at) { return publishers[index.publisher(at)]; });

    const std::vector<bool> chosen = chosenCountries(index, lens);
    mark(Countries, firstToDo(lens.countries == m_lens.countries), [&](ArticleAt at) {
        return lens.countries.isEmpty() ||
               std::ranges::any_of(index.countries(at), [&](CountryId id) { return chosen[id]; });
    });
    m_lens = lens;
}

void ArticleFilter::reset()
{
    m_bits.clear();
    m_lens = Lens();
}

std::vector<bool> chosenCountries(const EvidenceIndex &index, const Lens &lens)
{
    std::vector<bool> chosen(index.countryNames().size(), lens.countries.isEmpty());
    for (const QString &country : lens.countries) {
        if (const int id = index.countryNames().find(country); id >= 0)
            chosen[std::size_t(id)] = true;
    }
    return chosen;
}

} // namespace demarche::lens
