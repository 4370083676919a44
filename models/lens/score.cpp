#include "models/lens/score.h"

#include <cmath>

namespace demarche::lens {

namespace {
constexpr double unit = 1e6;
constexpr double halfLifeDays = 365.0;
} // namespace

void StanceSum::add(double value, double weight)
{
    m_weighted += std::llround(value * weight * unit);
    m_weight += std::llround(weight * unit);
}

double StanceSum::score() const
{
    return double(m_weighted) / (double(m_weight) + prior * unit);
}

double StanceSum::weight() const
{
    return double(m_weight) / unit;
}

double ageWeight(int days)
{
    return days <= 0 ? 1.0 : std::exp2(-days / halfLifeDays);
}

Certainty certainty(int evidence, int articles)
{
    if (articles >= 5 && evidence >= 10)
        return Certainty::Firm;
    return articles >= 2 && evidence >= 3 ? Certainty::Fair : Certainty::Thin;
}

} // namespace demarche::lens
