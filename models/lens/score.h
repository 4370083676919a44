#pragma once

#include <cstdint>

namespace demarche::lens {

/// A piece of evidence in whole numbers, as the index keeps it: ten-thousandths.
struct FixedEvidence
{
    std::int32_t weighted = 0; ///< value times weight
    std::int32_t weight = 0;
};
inline constexpr double fixedUnit = 1e4;
[[nodiscard]] FixedEvidence fixed(double value, double weight);

/// What a piece of evidence still weighs after so many days (analysis::ageWeight), as a whole number; ageUnit
/// is 1.
using FixedAge = std::uint32_t;
inline constexpr FixedAge ageUnit = 1U << 16U;
[[nodiscard]] FixedAge fixedAgeWeight(int days);

/// Adds pieces of evidence up to a stance. Sums are whole numbers, so that the order in which evidence comes
/// and goes never shows in the result.
class StanceSum
{
public:
    void add(FixedEvidence evidence, FixedAge age = ageUnit)
    {
        m_weighted += std::int64_t(evidence.weighted) * age;
        m_weight += std::int64_t(evidence.weight) * age;
    }

    /// The weighted mean, drawn toward 0 by `prior` pieces of neutral evidence: a single report does not make
    /// a stance of ten. 0 for no evidence.
    [[nodiscard]] double score() const;

private:
    std::int64_t m_weighted = 0;
    std::int64_t m_weight = 0;
};

/// How sure a stance is, in three steps that words can say.
enum class Certainty { Thin, Fair, Firm };
[[nodiscard]] Certainty certainty(int evidence, int articles);

} // namespace demarche::lens
