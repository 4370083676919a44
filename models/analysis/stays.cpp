#include "models/analysis/stays.h"

#include "models/analysis/actions.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;

namespace {

/// Whether a token is the predicate "in PLACE" of a clause.
bool isWhereabouts(const Reading &reading, int token)
{
    return reading.tree.child(token, {Deprel::Cop}) >= 0 &&
           reading.tree.child(token, Deprel::Case, u"in") >= 0;
}

/// "Minister in Nicaragua for talks": a heading without a verb, by the noun that it is about; -1 for none.
int visitorInHeading(const Reading &reading, int place)
{
    const auto &sentence = reading.annotation.document.sentences[size_t(reading.tree.sentenceOf(place))];
    const int about = reading.tree.head(place);
    const bool whereabouts = sentence.heading && about >= 0 && reading.tree.head(about) < 0 &&
                             reading.annotation.word(place).deprel == Deprel::Nmod &&
                             reading.annotation.word(about).upos != language::Upos::Verb &&
                             reading.tree.child(place, Deprel::Case, u"in") >= 0;
    return whereabouts ? about : -1;
}

/// The officials among the subject's actors who are abroad there.
std::vector<ActorId> visitors(const Reading &reading, const Parties &parties, int place)
{
    const ActorId host = parties.self(place);
    const int heading = visitorInHeading(reading, place);
    std::vector<ActorId> found =
        parties.at(heading >= 0 ? heading : Clauses(reading).surfaceSubject(place), Parties::Reach::Self);
    std::erase_if(found, [&](ActorId a) {
        const Actor &actor = reading.analysis.actors[size_t(a)];
        return actor.kind != ActorKind::Person || !actor.official || parties.sameSide(a, host);
    });
    return found;
}

} // namespace

std::vector<Action> stays(const Reading &reading, const Parties &parties, const Standings &standings,
                          const ActionDates &dates, const knowledge::Cameo &cameo)
{
    std::vector<Action> found;
    for (int t = 0; t < int(reading.annotation.words.size()); ++t) {
        const bool there = isWhereabouts(reading, t) || visitorInHeading(reading, t) >= 0;
        const ActorId host = there ? parties.self(t) : -1;
        if (host < 0 || reading.analysis.actors[size_t(host)].country.isEmpty())
            continue;
        const Standing standing = standings.of(t);
        Action action;
        action.source = visitors(reading, parties, t);
        action.target = {host};
        if (action.source.empty() || standing.content)
            continue;
        action.realis = standing.realis;
        setCode(cameo, standing.realis == Realis::Future ? u"036"_s : u"042"_s, action);
        const int verb = reading.tree.child(t, {Deprel::Cop, Deprel::Case});
        action.trigger = reading.annotation.document.tokens[size_t(verb)].span;
        action.span = reading.tree.extent(t);
        action.date = dates.of({t, t, standing.realis == Realis::Future, false, action.source});
        found.push_back(std::move(action));
    }
    return found;
}

} // namespace demarche::analysis
