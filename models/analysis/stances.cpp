#include "models/analysis/stances.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace demarche::analysis {

double ageWeight(double days)
{
    return days <= 0 ? 1 : std::exp2(-days / halfLife);
}

double stanceScore(double weightedSum, double weights)
{
    if (weights <= 0)
        return 0;
    return std::clamp(weightedSum / (weights + priorWeight), -10.0, 10.0);
}

double intensity(double goldstein)
{
    return wordsWeight + std::min(std::abs(goldstein), 10.0) / 10;
}

double certainty(Realis realis)
{
    switch (realis) {
    case Realis::Actual:
        return 1;
    case Realis::Future:
        return 0.6;
    case Realis::Hypothetical:
        return 0.2;
    case Realis::Negated:
        break;
    }
    return 0;
}

std::vector<Stance> stancesOf(const std::vector<Evidence> &evidence, QDate published)
{
    std::vector<Stance> stances;
    std::vector<StanceSum> sums;
    QHash<std::pair<QString, QString>, size_t> places;
    for (size_t i = 0; i < evidence.size(); ++i) {
        const Evidence &piece = evidence[i];
        if (piece.weight <= 0)
            continue;
        const std::pair key(piece.country, piece.target);
        const auto known = places.constFind(key);
        const size_t at = known == places.cend() ? stances.size() : *known;
        if (known == places.cend()) {
            places.insert(key, at);
            stances.push_back({piece.country, piece.target, 0, {}});
            sums.emplace_back();
        }
        stances[at].evidence.push_back(int(i));
        const bool dated = piece.day.isValid() && published.isValid();
        sums[at].add(piece.value, piece.weight * ageWeight(dated ? double(piece.day.daysTo(published)) : 0));
    }
    for (size_t at = 0; at < stances.size(); ++at)
        stances[at].score = sums[at].score();
    return stances;
}

} // namespace demarche::analysis
