#pragma once

#include "models/analysis/parties.h"

namespace demarche::analysis {

/// A pattern that fits a place of the text, with the actors it found there.
struct Match
{
    int trigger = -1;
    const knowledge::Pattern *pattern = nullptr;
    std::vector<ActorId> source;
    std::vector<ActorId> target; ///< may be empty: the text names none
    std::vector<int> consumed;   ///< nouns that the pattern names: no triggers of their own
};

/// Fits the patterns to the trees of one article.
class Matcher
{
public:
    Matcher(const Reading &reading, const knowledge::Patterns &patterns, const Parties &parties);

    /// The most demanding pattern of a token whose conditions hold and that finds a source; nothing where
    /// none does.
    [[nodiscard]] std::optional<Match> match(int token) const;
    /// Who does the same as told before: the subject of "followed suit", "did the same", "made the same
    /// decision".
    [[nodiscard]] std::vector<ActorId> followers(int verb) const;
    /// The verb that carries a noun ("hold talks", "be in talks"), or -1.
    [[nodiscard]] int carrier(int noun) const;

private:
    using Tokens = std::vector<int>;
    [[nodiscard]] bool holds(const knowledge::Condition &, int trigger, Tokens &consumed) const;
    [[nodiscard]] int place(const knowledge::Condition &, int trigger) const;
    [[nodiscard]] bool anyChild(int trigger, std::initializer_list<language::Deprel>, int words,
                                Tokens &) const;
    [[nodiscard]] bool allowed(const knowledge::Condition &, int token, Tokens &consumed) const;
    [[nodiscard]] std::vector<ActorId> party(const knowledge::Pattern &, const knowledge::Role &,
                                             int trigger) const;
    [[nodiscard]] int token(const knowledge::Role &, int trigger) const;
    [[nodiscard]] std::vector<ActorId> othersOfTwo(const knowledge::Role &, int trigger) const;
    [[nodiscard]] int phrase(int trigger, const QStringList &prepositions) const;
    [[nodiscard]] int counted(int noun) const;
    [[nodiscard]] bool isObject(int trigger, std::initializer_list<ActorKind>) const;
    [[nodiscard]] int purpose(int word) const;
    [[nodiscard]] bool near(const knowledge::Condition &, int trigger) const;
    [[nodiscard]] std::vector<ActorId> each(int trigger) const;
    [[nodiscard]] std::vector<ActorId> joinedBefore(int token) const;
    [[nodiscard]] bool fill(const knowledge::Pattern &, Match &) const;
    [[nodiscard]] std::vector<ActorId> authority(int trigger) const;
    [[nodiscard]] std::vector<ActorId> throughMeans(int noun) const;
    [[nodiscard]] bool facesTarget(const Match &) const;
    [[nodiscard]] bool isDealing(const Match &) const;
    [[nodiscard]] std::vector<ActorId> afterwards(int trigger) const;
    [[nodiscard]] std::vector<ActorId> whereBlamed(const knowledge::Pattern &, const Match &) const;
    [[nodiscard]] std::vector<ActorId> sufferers(const Match &) const;

    const Reading &m_reading;
    const knowledge::Patterns &m_patterns;
    const Parties &m_parties;
    Clauses m_clauses;
    const knowledge::WordSet &m_perform;
    const knowledge::WordSet &m_measures;
    const knowledge::WordSet &m_means;
    const knowledge::WordSet &m_attacks;
    const knowledge::WordSet &m_dealings;
};

} // namespace demarche::analysis
