#pragma once

#include "models/analysis/clauses.h"
#include "models/knowledge/patterns.h"

namespace demarche::analysis {

/// How certain an action is, and what the words it is embedded in make of it.
struct Standing
{
    Realis realis = Realis::Actual;
    /// "agreed to", "threatens to", "refuses to": the saying is the deed. None for a plain statement.
    std::optional<knowledge::Patterns::Turn> turn;
    int turner = -1; ///< the word that makes the turn; the trigger itself where "will not" does
    /// A threat or promise by a word that says so ("vowed"), not only by "will".
    bool solemn = false;
    /// An effort or attempt, which for words is the deed: "efforts to persuade".
    bool tried = false;
    /// "Cannot", "could not": said by whoever should do it, a refusal.
    bool unable = false;
    /// The verb of saying above it, or -1: "said it would attack".
    int said = -1;
    /// Below "accused of", "called on … to": the content of that deed, none of its own.
    bool content = false;
};

/// Reads the standing of triggers off their auxiliaries, negations and embedding words.
class Standings
{
public:
    Standings(const Reading &reading, const knowledge::Patterns &patterns);

    [[nodiscard]] Standing of(int trigger) const;

private:
    void ownModality(int trigger, Standing &) const;
    void embedding(int trigger, Standing &) const;
    void underVerb(int verb, int lower, Standing &) const;
    void underNoun(int noun, Standing &) const;
    static void turn(Standing &, knowledge::Patterns::Turn, int by, bool solemn = false);
    static void weaken(Standing &, Realis);
    [[nodiscard]] bool hasAuxiliary(int verb, std::initializer_list<QStringView> lemmas) const;

    const Reading &m_reading;
    Clauses m_clauses;
    const knowledge::WordSet &m_says, &m_promises, &m_vows, &m_threatens, &m_intends, &m_expects, &m_willing,
        &m_refuses, &m_requests, &m_demands, &m_denies, &m_fails, &m_prevents, &m_doubts, &m_blames,
        &m_avoids, &m_ends, &m_perform, &m_measures, &m_opposes, &m_speechActs;
};

} // namespace demarche::analysis
