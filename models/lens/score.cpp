#include "models/lens/score.h"

#include "models/analysis/stances.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace demarche::lens {

namespace {

std::int32_t inUnits(double figure)
{
    constexpr double most = std::numeric_limits<std::int32_t>::max();
    return std::int32_t(std::clamp(std::round(figure * fixedUnit), -most, most));
}

} // namespace

FixedEvidence fixed(double value, double weight)
{
    return {inUnits(value * weight), inUnits(weight)};
}

FixedAge fixedAgeWeight(int days)
{
    return FixedAge(std::lround(analysis::ageWeight(days) * ageUnit));
}

double StanceSum::score() const
{
    constexpr double unit = fixedUnit * ageUnit;
    return analysis::stanceScore(double(m_weighted) / unit, double(m_weight) / unit);
}

Certainty certainty(int evidence, int articles)
{
    if (articles >= 5 && evidence >= 10)
        return Certainty::Firm;
    return articles >= 2 && evidence >= 3 ? Certainty::Fair : Certainty::Thin;
}

} // namespace demarche::lens
