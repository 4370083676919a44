#include "models/analysis/reading.h"
#include "models/knowledge/knowledge.h"

#include <algorithm>

namespace demarche::analysis {

using knowledge::Sense;
using language::Deprel;
using language::Upos;

namespace {

bool isPlural(const Reading &reading, int token)
{
    const auto tag = language::xposName(reading.annotation.word(token).xpos);
    return tag == QLatin1StringView("NNPS") || tag == QLatin1StringView("NNS");
}

/// The state that an adjective like "Danish", or people counted ("5,000 Danes"), name; empty for any other
/// word.
QString stateOf(const Reading &reading, int token)
{
    const auto &word = reading.annotation.word(token);
    if (isPlural(reading, token) && reading.annotation.form(token).at(0).isUpper()) {
        for (const Sense &sense : reading.knowledge.lookUp(reading.annotation.form(token))) {
            if (sense.kind == Sense::Kind::People && reading.knowledge.people(sense).ofState)
                return reading.knowledge.people(sense).country;
        }
        return {};
    }
    const bool modifies = word.deprel == Deprel::Amod || word.deprel == Deprel::Compound ||
                          word.deprel == Deprel::Conj || word.deprel == Deprel::NmodPoss;
    const QStringView form = reading.annotation.form(token);
    if (!modifies || (word.upos != Upos::Adj && word.upos != Upos::Propn) || !form.at(0).isUpper())
        return {};
    // "Latin American", "North African": not the state's own
    if (token > 0 && word.head == reading.tree.head(token - 1) &&
        reading.annotation.form(token - 1).at(0).isUpper() &&
        (reading.annotation.word(token - 1).upos == Upos::Adj ||
         reading.annotation.word(token - 1).upos == Upos::Propn))
        return {};
    for (const Sense &sense : reading.knowledge.lookUp(form)) {
        if (sense.kind == Sense::Kind::Adjective && reading.knowledge.people(sense).ofState)
            return reading.knowledge.people(sense).country;
    }
    return {};
}

ActorId stateActor(Reading &reading, const QString &country)
{
    auto &actors = reading.analysis.actors;
    const auto known = std::ranges::find_if(
        actors, [&](const Actor &a) { return a.kind == ActorKind::Country && a.country == country; });
    if (known != actors.end())
        return ActorId(known - actors.begin());
    const knowledge::State *state = reading.knowledge.state(country);
    if (!state)
        return -1;
    Actor actor;
    actor.name = state->name;
    actor.kind = ActorKind::Country;
    actor.country = country;
    actor.code = country;
    actor.official = true;
    actors.push_back(std::move(actor));
    return ActorId(actors.size()) - 1;
}

/// Only ever spoken of by an adjective: "the German government" says more than that.
bool isOnlyAdjective(const Reading &reading, const Actor &actor)
{
    return actor.kind == ActorKind::Country && std::ranges::all_of(actor.mentions, [&](const Mention &m) {
               return m.form == MentionForm::Nominal && !stateOf(reading, m.headToken).isEmpty();
           });
}

} // namespace

void findDemonyms(Reading &reading)
{
    const auto &tokens = reading.annotation.document.tokens;
    for (int t = 0; t < int(tokens.size()); ++t) {
        if (reading.actorAt[size_t(t)] >= 0)
            continue;
        const QString country = stateOf(reading, t);
        const ActorId state = country.isEmpty() ? -1 : stateActor(reading, country);
        if (state < 0)
            continue;
        reading.actorAt[size_t(t)] = state;
        Actor &actor = reading.analysis.actors[size_t(state)];
        if (isOnlyAdjective(reading, actor))
            actor.mentions.push_back({tokens[size_t(t)].span, MentionForm::Nominal, t});
    }
}

void dropIdleDemonyms(Reading &reading)
{
    Analysis &analysis = reading.analysis;
    std::vector<bool> busy(analysis.actors.size(), false);
    const auto mark = [&](const std::vector<ActorId> &ids) {
        for (const ActorId id : ids)
            busy[size_t(id)] = true;
    };
    for (const Action &action : analysis.actions) {
        mark(action.source);
        mark(action.target);
    }
    for (const Quote &quote : analysis.quotes) {
        mark(quote.about);
        if (quote.speaker >= 0)
            busy[size_t(quote.speaker)] = true;
    }
    for (size_t a = 0; a < analysis.actors.size(); ++a) {
        if (!busy[a] && isOnlyAdjective(reading, analysis.actors[a]))
            analysis.actors[a]
                .mentions.clear(); // an actor without a mention is dropped when the lists are ordered
    }
}

} // namespace demarche::analysis
