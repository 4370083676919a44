#include "models/analysis/codepoints.h"

#include <algorithm>

namespace demarche::analysis {

CodePoints::CodePoints(QStringView text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i].isHighSurrogate() && text[i + 1].isLowSurrogate())
            m_lows.push_back(++i);
    }
}

qsizetype CodePoints::fromUnit(qsizetype unit) const
{
    return unit - (std::ranges::lower_bound(m_lows, unit) - m_lows.begin());
}

qsizetype CodePoints::toUnit(qsizetype codePoint) const
{
    // The pair of index k stands at code point m_lows[k] - 1 - k, which grows with k.
    qsizetype first = 0;
    auto end = qsizetype(m_lows.size());
    while (first < end) {
        const qsizetype k = (first + end) / 2;
        if (m_lows[size_t(k)] - 1 - k < codePoint)
            first = k + 1;
        else
            end = k;
    }
    return codePoint + first;
}

} // namespace demarche::analysis
