#include "models/charts/looks.h"

#include <algorithm>

namespace demarche::charts {

void Looks::assign(std::vector<StanceSeries> &series)
{
    std::array<bool, count> taken{};
    for (StanceSeries &one : series) {
        const auto known = m_known.constFind(one.iso3);
        one.look = known == m_known.cend() || taken[std::size_t(*known)] ? -1 : *known;
        if (one.look >= 0)
            taken[std::size_t(one.look)] = true;
    }
    for (StanceSeries &one : series) {
        if (one.look >= 0)
            continue;
        one.look = freeLook(taken);
        taken[std::size_t(one.look)] = true;
        m_known.insert(one.iso3, one.look);
    }
}

/// One that no country had yet, else one that no line has now.
int Looks::freeLook(const std::array<bool, count> &taken) const
{
    std::array<bool, count> had{};
    for (const int look : m_known)
        had[std::size_t(look)] = true;
    for (int look = 0; look < count; ++look) {
        if (!had[std::size_t(look)] && !taken[std::size_t(look)])
            return look;
    }
    const auto free = std::ranges::find(taken, false);
    return free == taken.end() ? int(m_known.size()) % count : int(free - taken.begin());
}

} // namespace demarche::charts
