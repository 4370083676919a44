#pragma once

#include "models/text/span.h"

#include <QStringView>

#include <vector>

namespace demarche::analysis {

/// Turns offsets in UTF-16 units into offsets in Unicode code points and back, for one text. A unit inside a
/// surrogate pair counts as the place after it; a lone surrogate counts as one code point. O(log of the
/// text's pairs) a question, and for most texts, which hold none, O(1).
class CodePoints
{
public:
    explicit CodePoints(QStringView text);

    [[nodiscard]] qsizetype fromUnit(qsizetype unit) const;
    [[nodiscard]] qsizetype toUnit(qsizetype codePoint) const;
    [[nodiscard]] text::Span fromUnits(text::Span units) const
    {
        return {fromUnit(units.begin), fromUnit(units.end)};
    }
    [[nodiscard]] text::Span toUnits(text::Span points) const
    {
        return {toUnit(points.begin), toUnit(points.end)};
    }

private:
    std::vector<qsizetype> m_lows; ///< units of the low halves of all pairs, ascending
};

} // namespace demarche::analysis
