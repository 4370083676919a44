// The two states that one noun stands for: "Israeli and Egyptian officials", "delegates from Chad and Peru".
#include "models/analysis/parties.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;

/// "Representatives from Armenia and Azerbaijan": those joined after the preposition, where they are two
/// sides.
std::vector<ActorId> Parties::sidesWithin(int noun) const
{
    for (const int c : m_reading.tree.children(noun)) {
        if (m_reading.annotation.word(c).deprel != Deprel::Nmod)
            continue;
        const QString preposition = m_clauses.preposition(c);
        if (preposition != u"from" && preposition != u"of")
            continue;
        std::vector<ActorId> joined;
        for (const int member : m_reading.tree.conjuncts(c)) {
            const auto owning = self(member) < 0 && acts(member) ? owners(member) : std::vector<ActorId>();
            addOnce(joined, owning.empty() ? self(member) : owning.front());
        }
        if (joined.size() > 1 && !sameSide(joined[0], joined[1]))
            return joined;
    }
    return {};
}

/// An adjective taken for a name, before its noun.
bool Parties::isPartOf(int token, int noun) const
{
    const auto &word = m_reading.annotation.word(token);
    return word.head == noun && (word.deprel == Deprel::Amod || word.deprel == Deprel::Compound);
}

/// A body of many states: "U.N. and Cypriot officials".
bool Parties::isBody(ActorId id) const
{
    const Actor &actor = m_reading.analysis.actors[size_t(id)];
    return actor.kind == ActorKind::Organization && actor.code.startsWith(u"IG");
}

/// The states of two joined adjectives as the words stand, for the parser may hang the first one elsewhere.
/// The noun may be an actor with the second ("Egyptian workers").
std::vector<ActorId> Parties::twoBefore(int noun) const
{
    if (noun < 3 || m_reading.annotation.lemma(noun - 2) != u"and")
        return {};
    const auto &actors = m_reading.analysis.actors;
    const auto stateAt = [&](int token) {
        const ActorId actor = m_reading.actorAt[size_t(token)];
        const bool adjective =
            actor >= 0 && m_reading.tree.child(token, {Deprel::Case, Deprel::Det}) < 0 &&
            (m_reading.annotation.word(token).upos == language::Upos::Adj || isPartOf(token, noun));
        return adjective && (actors[size_t(actor)].kind == ActorKind::Country || isBody(actor)) ? actor : -1;
    };
    const ActorId own = self(noun);
    if (own >= 0 && principal(own) != own && stateAt(noun - 3) >= 0)
        return {stateAt(noun - 3), principal(own)}; // "British and EU negotiators"
    const bool joined =
        own >= 0 && m_reading.actorAt[size_t(noun - 1)] == own && !actors[size_t(own)].country.isEmpty();
    const auto whole = std::ranges::find_if(actors, [&](const Actor &a) {
        return joined && a.kind == ActorKind::Country && a.country == actors[size_t(own)].country;
    });
    const ActorId state = whole == actors.end() ? own : ActorId(whole - actors.begin());
    const ActorId last = joined ? state : stateAt(noun - 1);
    const ActorId first = stateAt(noun - 3);
    return last >= 0 && first >= 0 && first != last ? std::vector{first, last} : std::vector<ActorId>();
}

/// "Chadian and Malian armed forces", both adjectives hung on the noun.
std::vector<ActorId> Parties::besideEachOther(int noun) const
{
    std::vector<ActorId> states;
    int last = -1;
    for (const int c : m_reading.tree.children(noun)) {
        const ActorId actor = c < noun && m_reading.annotation.word(c).deprel == Deprel::Amod
                                  ? m_reading.actorAt[size_t(c)]
                                  : -1;
        if (actor < 0 || m_reading.analysis.actors[size_t(actor)].kind != ActorKind::Country)
            continue;
        if (last >= 0 && (c - last != 2 || m_reading.annotation.lemma(c - 1) != u"and"))
            return {};
        addOnce(states, actor);
        last = c;
    }
    return states.size() == 2 ? states : std::vector<ActorId>();
}

/// "Israeli and Egyptian officials", "Peru and Chile's ministers": the states that joined adjectives or
/// owners name; nothing where there is but one.
std::vector<ActorId> Parties::adjectives(int noun) const
{
    if (auto two = twoBefore(noun); !two.empty())
        return two;
    if (auto two = besideEachOther(noun); !two.empty())
        return two;
    for (const int c : m_reading.tree.children(noun)) {
        const Deprel relation = m_reading.annotation.word(c).deprel;
        if (c > noun || (relation != Deprel::Amod && relation != Deprel::NmodPoss))
            continue;
        std::vector<ActorId> states;
        for (const int joined : m_reading.tree.conjuncts(c)) {
            const ActorId state = joined < noun ? m_reading.actorAt[size_t(joined)] : -1;
            if (state >= 0 && m_reading.analysis.actors[size_t(state)].kind == ActorKind::Country)
                addOnce(states, state);
        }
        if (states.size() > 1)
            return states;
    }
    return {};
}

} // namespace demarche::analysis
