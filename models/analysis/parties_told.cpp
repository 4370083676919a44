// Whom "the two countries", "the sides" and a partner left unnamed are, by what the text has told before.
#include "models/analysis/parties.h"

#include <QSet>

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;

ActorId Parties::principal(ActorId id) const
{
    const auto &actors = m_reading.analysis.actors;
    const Actor &actor = actors[size_t(id)];
    const bool unnamed =
        std::ranges::all_of(actor.mentions, [](const Mention &m) { return m.form != MentionForm::Name; });
    if (!unnamed || !actor.country.isEmpty() || !actor.code.startsWith(u"IG"))
        return id;
    for (size_t body = 0; body < actors.size(); ++body) {
        const bool within =
            actors[body].kind == ActorKind::Organization && actors[body].country.isEmpty() &&
            std::ranges::any_of(actors[body].mentions, [&](const Mention &name) {
                return name.form == MentionForm::Name &&
                       std::ranges::any_of(actor.mentions, [&](const Mention &m) {
                           return m.span.begin <= name.span.begin && name.span.end <= m.span.end;
                       });
            });
        if (within)
            return ActorId(body);
    }
    return id;
}

/// An armed group of no state's.
bool Parties::rebels(ActorId id) const
{
    const Actor &actor = m_reading.analysis.actors[size_t(id)];
    const QStringView code = branch(id);
    return actor.kind != ActorKind::Person &&
           (code == u"REB" || code == u"UAF" || code == u"SEP" || code == u"INS");
}

ActorId Parties::stateOf(ActorId id) const
{
    const auto &actors = m_reading.analysis.actors;
    const Actor &actor = actors[size_t(id)];
    const bool people = actor.kind == ActorKind::Person || actor.kind == ActorKind::Group || dissents(id);
    if (actor.country.isEmpty() || !people)
        return -1;
    const auto state = std::ranges::find_if(actors, [&](const Actor &a) {
        return a.kind == ActorKind::Country && a.country == actor.country && !a.mentions.empty();
    });
    return state == actors.end() ? -1 : ActorId(state - actors.begin());
}

std::vector<ActorId> Parties::unnamedForces(int noun, const std::vector<ActorId> &against) const
{
    const auto &actors = m_reading.analysis.actors;
    std::vector<ActorId> found;
    if (m_forces.contains(m_reading.annotation.lemma(noun))) {
        for (const ActorId a : against)
            addOnce(found, rebels(a) ? stateOf(a) : -1);
    } else if (m_rebels.contains(m_reading.annotation.lemma(noun))) {
        ActorId most = -1;
        for (ActorId a = 0; a < ActorId(actors.size()); ++a) {
            if (rebels(a) &&
                (most < 0 || actors[size_t(a)].mentions.size() > actors[size_t(most)].mentions.size()))
                most = a;
        }
        addOnce(found, most);
    }
    return found;
}

/// "The sides", "the rivals", "the pair": two without being counted.
bool Parties::isPair(int token) const
{
    const QString &lemma = m_reading.annotation.lemma(token);
    const bool definite = m_reading.tree.child(token, Deprel::Det, u"the") >= 0;
    return definite && m_reading.tree.child(token, {Deprel::Nmod, Deprel::Amod}) < 0 &&
           (lemma == u"pair" || lemma == u"duo" ||
            ((lemma == u"side" || lemma == u"rival" || lemma == u"foe" || lemma == u"neighbour" ||
              lemma == u"neighbor") &&
             m_clauses.isTag(token, QLatin1StringView("NNS"))));
}

/// "The two countries", "both men", "the two": who can stand for a state; not "two residents".
bool Parties::areSides(int token) const
{
    static const QSet<QString> nouns{
        u"army"_s,       u"both"_s,      u"chief"_s,     u"commander"_s, u"envoy"_s,     u"capital"_s,
        u"delegation"_s, u"economy"_s,   u"enemy"_s,     u"foe"_s,       u"head"_s,      u"man"_s,
        u"minister"_s,   u"neighbor"_s,  u"neighbour"_s, u"pair"_s,      u"party"_s,     u"politician"_s,
        u"premier"_s,    u"president"_s, u"rival"_s,     u"side"_s,      u"statesman"_s, u"team"_s,
        u"they"_s,       u"two"_s};
    const QString &lemma = m_reading.annotation.lemma(token);
    return nouns.contains(lemma) || m_powers.contains(lemma) || m_leaders.contains(lemma);
}

/// The states that the text has told of before a token, each once: the most often told of first, of those
/// told of alike the latest.
std::vector<Parties::Told> Parties::toldBefore(int token) const
{
    std::vector<Told> counts;
    constexpr int farthest = 4000; // tokens: more than any article
    for (int t = std::max(0, token - farthest); t < m_reading.tree.range(token).first; ++t) {
        const ActorId id = m_reading.actorAt[size_t(t)];
        if (id < 0)
            continue;
        const Actor &actor = m_reading.analysis.actors[size_t(id)];
        const bool counted = actor.kind == ActorKind::Country || actor.kind == ActorKind::Person;
        if (!counted || actor.country.isEmpty())
            continue;
        const auto known = std::ranges::find_if(counts, [&](const Told &c) { return sameSide(c.actor, id); });
        if (known == counts.end())
            counts.push_back({id, 1, t, t});
        else
            *known = {actor.kind == ActorKind::Country ? id : known->actor, known->times + 1, known->first,
                      t};
    }
    std::ranges::sort(counts, [](const Told &a, const Told &b) {
        return a.times != b.times ? a.times > b.times : a.last > b.last;
    });
    return counts;
}

/// Of two states that the text tells of most the one that is not of this side; -1 where the side is none of
/// them.
ActorId Parties::partner(ActorId side, int token) const
{
    const std::vector<Told> counts = toldBefore(token);
    if (counts.size() < 2 || counts[1].times < 2)
        return -1;
    if (sameSide(counts[0].actor, side))
        return counts[1].actor;
    return sameSide(counts[1].actor, side) ? counts[0].actor : -1;
}

std::vector<ActorId> Parties::bothTold(int token) const
{
    std::vector<Told> counts = toldBefore(token);
    if (counts.size() < 2 || counts[1].times < 2 || (counts.size() > 2 && counts[2].times == counts[1].times))
        return {};
    if (counts[1].first < counts[0].first)
        std::swap(counts[0], counts[1]);
    return {counts[0].actor, counts[1].actor};
}

/// "The two countries", "both", "the rivals", and none that are named: not "two of its clans", "two BJP
/// leaders".
bool Parties::isTwo(int token) const
{
    const auto &tree = m_reading.tree;
    const auto counted = [&] {
        return m_reading.annotation.lemma(token) == u"two" ||
               tree.child(token, Deprel::Nummod, u"two") >= 0 ||
               tree.child(token, Deprel::Det, u"both") >= 0 ||
               tree.child(token, Deprel::DetPredet, u"both") >= 0 ||
               tree.child(token, Deprel::CcPreconj, u"both") >= 0;
    };
    if (!(areSides(token) && counted()) && !isPair(token))
        return false;
    return std::ranges::none_of(tree.children(token), [&](int c) {
        const Deprel relation = m_reading.annotation.word(c).deprel;
        const bool named = (relation == Deprel::Compound || relation == Deprel::Amod) && self(c) >= 0;
        return named || relation == Deprel::NmodPoss || m_clauses.preposition(c) == u"of";
    });
}

std::vector<ActorId> Parties::bothBefore(int token, const std::vector<ActorId> &besides) const
{
    if (token < 0 || !isTwo(token))
        return {};
    std::vector<Told> counts = toldBefore(token);
    std::erase_if(counts, [&](const Told &told) {
        return std::ranges::any_of(besides, [&](ActorId a) { return sameSide(a, told.actor); });
    });
    if (counts.size() < 2)
        return {};
    if (counts[1].first < counts[0].first)
        std::swap(counts[0], counts[1]);
    return {counts[0].actor, counts[1].actor};
}

} // namespace demarche::analysis
