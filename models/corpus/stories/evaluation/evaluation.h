#pragma once

#include <QString>

#include <span>
#include <vector>

namespace demarche::corpus::stories::evaluation {

/// How the copies of one kind were recognised among all articles and all such copies.
struct Score
{
    QString kind;
    int pairs = 0; ///< article and copy of it; 0 where the kind makes other stories
    int found = 0; ///< of them
    int wrong = 0; ///< made texts that were joined with another story, be it one or many
    int made = 0;  ///< texts made

    [[nodiscard]] double recall() const { return pairs > 0 ? double(found) / pairs : 1; }
    [[nodiscard]] double precision() const { return found + wrong > 0 ? double(found) / (found + wrong) : 1; }
};

struct Scores
{
    std::vector<Score> kinds;
    /// Pairs among the articles as they are that the method joins: true copies, or its mistakes.
    std::vector<std::pair<std::size_t, std::size_t>> natural;

    [[nodiscard]] Score total() const; ///< over all kinds
};

/// Makes of every article one copy of each kind and one impostor of each kind, reproducibly, and looks among
/// them for copies as a store does. Texts of fewer than some 40 words are left out.
[[nodiscard]] Scores evaluate(std::span<const QString> articles);

} // namespace demarche::corpus::stories::evaluation
