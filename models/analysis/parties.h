#pragma once

#include "models/analysis/clauses.h"
#include "models/knowledge/patterns.h"

namespace demarche::analysis {

/// Adds an actor to a side, unless there is none (-1) or it stands there already.
void addOnce(std::vector<ActorId> &side, ActorId actor);

/// Which actors a word of the text stands for, as parties to an action.
class Parties
{
public:
    Parties(const Reading &reading, const knowledge::Patterns &patterns);

    enum class Reach : std::uint8_t {
        Self,  ///< the actor named, or the state whose troops, officials or envoy are named
        Owner, ///< also the owner of any other thing: "Israel's attacks", "the Polish plan"
        Within ///< also whoever else its phrase names: "a village near the Serb enclave"
    };
    /// The actors that a token and all that is joined to it by "and" stand for, without repetition.
    [[nodiscard]] std::vector<ActorId> at(int token, Reach) const;
    /// The one or several owners of a noun: possessor, demonym, "of …", "by …".
    [[nodiscard]] std::vector<ActorId> owners(int noun) const { return owners(noun, Of::Owns, 0); }
    /// The same for a noun of doing whose "of" tells whom it is done to: "the Iraqi invasion of Kuwait".
    [[nodiscard]] std::vector<ActorId> doers(int noun) const { return owners(noun, Of::Suffers, 0); }
    /// "The two countries", "both sides", "the two": the last two states named before, in text order; else
    /// nothing. Those of the same states as `besides` are none of the two.
    [[nodiscard]] std::vector<ActorId> bothBefore(int token, const std::vector<ActorId> &besides = {}) const;
    /// Whether a word stands for two who are named elsewhere.
    [[nodiscard]] bool isTwo(int token) const;
    /// The two states that the text has told most of so far, in text order; nothing where a third comes up as
    /// often.
    [[nodiscard]] std::vector<ActorId> bothTold(int token) const;
    /// The other state of the two that the text has told most of so far; -1 for none.
    [[nodiscard]] ActorId partner(ActorId side, int token) const;
    /// Whom fighters and soldiers left unnamed stand for: "killed ten rebels" the armed group told of most,
    /// "killed five policemen", by rebels, their state. Nothing where the text tells of none.
    [[nodiscard]] std::vector<ActorId> unnamedForces(int noun, const std::vector<ActorId> &against) const;
    /// The state of a person or group, or -1 where it is of none or the text names that nowhere.
    [[nodiscard]] ActorId stateOf(ActorId) const;
    /// The first political actor named within so many tokens after one, before another verb.
    [[nodiscard]] std::vector<ActorId> next(int token, int reach) const;
    /// The actor that a token itself is a mention of, or -1.
    [[nodiscard]] ActorId self(int token) const;

    /// An actor whose deeds are politics: states, officials, bodies and groups; not a private person of no
    /// state.
    [[nodiscard]] bool political(ActorId) const;
    /// The body for which its unnamed officials act ("European Union leaders"); anybody else himself.
    [[nodiscard]] ActorId principal(ActorId) const;
    /// A union, charity, rights group or newspaper of a state: no actor of politics, but one that speaks to
    /// those who are.
    [[nodiscard]] bool hasVoice(ActorId) const;
    /// Whether one can act toward the other: not itself, not its own state; within a state only where both
    /// are political actors of their own, such as a government and rebels.
    [[nodiscard]] bool opposed(ActorId, ActorId) const;
    /// Of one state's parliament or courts and its officials: what they do together is no act between two
    /// parties.
    [[nodiscard]] bool colleagues(ActorId, ActorId) const;
    /// A court, judge or prosecutor of a state.
    [[nodiscard]] bool judges(ActorId id) const { return branch(id) == u"JUD"; }
    /// An army or armed group, or one of theirs.
    [[nodiscard]] bool armed(ActorId) const;
    /// An armed group of no state's.
    [[nodiscard]] bool rebels(ActorId) const;
    /// Of the same state, or the same actor.
    [[nodiscard]] bool sameSide(ActorId, ActorId) const;

private:
    enum class Of : std::uint8_t { Owns, Suffers };
    struct Told
    {
        ActorId actor;
        int times;
        int first; ///< token
        int last;
    };
    [[nodiscard]] std::vector<Told> toldBefore(int token) const;
    [[nodiscard]] std::vector<ActorId> owners(int noun, Of, int depth) const;
    [[nodiscard]] std::vector<ActorId> sidesWithin(int noun) const;
    [[nodiscard]] bool acts(int noun) const;
    [[nodiscard]] bool areSides(int token) const;
    [[nodiscard]] bool isPair(int token) const;
    void add(std::vector<ActorId> &to, int token, Reach) const;
    [[nodiscard]] ActorId firstWithin(int token, int depth) const;
    [[nodiscard]] ActorId better(int token, ActorId) const;
    [[nodiscard]] bool hasState(ActorId) const;
    [[nodiscard]] QStringView branch(ActorId) const;
    [[nodiscard]] bool isBranch(ActorId) const;
    [[nodiscard]] bool dissents(ActorId) const;
    [[nodiscard]] std::vector<ActorId> twoBefore(int noun) const;
    [[nodiscard]] bool isPartOf(int token, int noun) const;
    [[nodiscard]] bool isBody(ActorId) const;
    [[nodiscard]] std::vector<ActorId> besideEachOther(int noun) const;
    [[nodiscard]] bool isHeaded(const Actor &, const knowledge::WordSet &) const;
    [[nodiscard]] std::vector<ActorId> adjectives(int noun) const;

    const Reading &m_reading;
    const knowledge::WordSet &m_agents;   ///< nouns that act for their owner
    const knowledge::WordSet &m_makes;    ///< participles that tell whose a thing is: "drafted by"
    const knowledge::WordSet &m_suffered; ///< nouns whose "of" names the one harmed
    const knowledge::WordSet &m_powers;   ///< nouns for states: "African nations"
    const knowledge::WordSet &m_leaders;  ///< nouns for those who lead one
    const knowledge::WordSet &m_rebels;   ///< nouns for those who fight a state
    const knowledge::WordSet &m_forces;   ///< nouns for those who fight for one
    Clauses m_clauses;
    std::vector<ActorId> m_covering; ///< for each token the actor whose name covers it
};

} // namespace demarche::analysis
