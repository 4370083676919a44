#pragma once

#include "models/analysis/findings.h"

namespace demarche::analysis {

/// How evidence adds up to a stance. Pure functions over plain numbers, so that an article's own stances and
/// those of a whole collection are reckoned alike; README.md of this folder explains them on one page.

/// Days after which a piece of evidence counts half.
inline constexpr double halfLife = 365;
/// Weight of the indifference that every stance starts from: draws a score out of little evidence toward 0.
inline constexpr double priorWeight = 1;
/// What words weigh; deeds weigh up to three times as much (see intensity()).
inline constexpr double wordsWeight = 0.5;

/// What remains of a piece of evidence after so many days: 1 today, 0.5 after a half-life; 1 for a negative
/// age.
[[nodiscard]] double ageWeight(double days);
/// The score, -10 … 10, of evidence whose values times weights sum to `weightedSum`, and whose weights to
/// `weights`.
[[nodiscard]] double stanceScore(double weightedSum, double weights);

/// How much an action of this Goldstein value weighs beside others, 0.5 … 1.5: deeds count more than words.
[[nodiscard]] double intensity(double goldstein);
/// How much of an action counts: 1 when it happened, less when it is planned or only possible, none when it
/// did not.
[[nodiscard]] double certainty(Realis);

/// Adds the pieces of one stance up, each aged to a day.
class StanceSum
{
public:
    void add(double value, double weight)
    {
        m_sum += value * weight;
        m_weights += weight;
    }
    [[nodiscard]] double score() const { return stanceScore(m_sum, m_weights); }
    [[nodiscard]] bool isEmpty() const { return m_weights <= 0; }

private:
    double m_sum = 0;
    double m_weights = 0;
};

/// The stances of one article: its evidence by country and target, in the order of their first evidence. Each
/// piece is aged to the day of the article; none is where that day is not known.
[[nodiscard]] std::vector<Stance> stancesOf(const std::vector<Evidence> &, QDate published = {});

} // namespace demarche::analysis
