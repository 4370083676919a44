#pragma once

#include "models/analysis/attribution.h"
#include "models/analysis/clauses.h"

#include <vector>

namespace demarche::analysis {

/// What grammar says of attributions where the learnt model is silent or wrong about patterns that agencies
/// use in every report and its training texts seldom show.
class AttributionGrammar
{
public:
    AttributionGrammar(const Reading &reading, const CueContext &context)
        : m_reading(reading)
        , m_context(context)
        , m_clauses(reading)
    {
    }

    /// Gives sources to those without; corrects "X, the agency said" and "the agency quoted X as saying Y",
    /// and adds those of them that were not found. Keeps the order by cue.
    void mend(std::vector<Attribution> &all) const;
    /// The one who speaks by a cue's own grammar; -1 for nobody.
    [[nodiscard]] int source(int cue) const;
    /// The same where grammar leaves no doubt, whatever the model says; -1 where it does.
    [[nodiscard]] int sureSource(int cue) const;
    /// Nouns and pronouns speak, days and weeks do not; false for -1.
    [[nodiscard]] bool mayBeSource(int token) const;

private:
    [[nodiscard]] Attribution trailing(int cue) const;
    [[nodiscard]] Attribution thatClause(int cue) const;
    [[nodiscard]] int passedOn(int cue) const;
    [[nodiscard]] bool isInserted(int cue) const;
    [[nodiscard]] int quotedSpeaker(int cue) const;
    [[nodiscard]] int interruptedSubject(int cue) const;
    [[nodiscard]] int subjectStraightBefore(int cue) const;
    [[nodiscard]] int beforeDay(int cue) const;
    [[nodiscard]] int agent(int cue) const;
    [[nodiscard]] bool isRelative(int token) const;
    [[nodiscard]] bool isReportersQuestion(int cue) const;
    [[nodiscard]] bool onlyPassesOn(const Attribution &, const std::vector<Attribution> &all) const;
    void partFromParticiples(std::vector<Attribution> &all) const;
    void endBeforeOuter(std::vector<Attribution> &all) const;
    void settleSource(Attribution &) const;
    void lookBehind(Attribution &) const;
    void takePredicate(Attribution &) const;
    void takeClauseBehind(Attribution &) const;
    void leaveOutCue(Attribution &) const;
    [[nodiscard]] int beforeAsSaying(int cue) const;
    [[nodiscard]] int beforeApposition(int cue) const;
    [[nodiscard]] int endOfNames(int source, int cue) const;
    [[nodiscard]] bool saysAfter(int cue) const;
    [[nodiscard]] bool hasVerb(int first, int end) const;

    const Reading &m_reading;
    const CueContext &m_context;
    Clauses m_clauses;
};

} // namespace demarche::analysis
