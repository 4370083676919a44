#pragma once

namespace demarche::lens {

/// Adds pieces of evidence up to a stance. Sums are whole numbers (millionths), so that the order in which
/// evidence comes and goes never shows in the result.
class StanceSum
{
public:
    void add(double value, double weight);

    /// The weighted mean, drawn toward 0 by `prior` pieces of neutral evidence: a single report does not make
    /// a stance of ten. 0 for no evidence.
    [[nodiscard]] double score() const;
    /// The weight of all evidence, aged: how much the score rests on.
    [[nodiscard]] double weight() const;

    static constexpr double prior = 1.0;

private:
    long long m_weighted = 0;
    long long m_weight = 0;
};

/// What a piece of evidence still weighs after so many days: halves every year. Evidence from after the day
/// that is looked at counts in full.
[[nodiscard]] double ageWeight(int days);

/// How sure a stance is, in three steps that words can say.
enum class Certainty { Thin, Fair, Firm };
[[nodiscard]] Certainty certainty(int evidence, int articles);

} // namespace demarche::lens
