#include "models/analysis/exhortations.h"

#include "models/analysis/actions.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;

namespace {

/// The code of a duty by its auxiliary: what must be done is demanded, what should be is asked for. Empty for
/// others.
QString codeOf(const Reading &reading, int verb)
{
    for (const int c : reading.tree.children(verb)) {
        const auto &word = reading.annotation.word(c);
        const int subject = reading.tree.child(verb, {Deprel::Nsubj, Deprel::NsubjPass});
        if (word.deprel != Deprel::Aux || subject > c) // "should he direct us to": a condition
            continue;
        if (word.lemma == u"must")
            return u"100"_s;
        if (word.lemma == u"should" || word.lemma == u"ought")
            return u"020"_s;
    }
    return {};
}

/// "Our countries", "the government's leaders": no party of its own.
bool isOwnGroup(const Reading &reading, ActorId actor)
{
    const Actor &a = reading.analysis.actors[size_t(actor)];
    return a.kind == ActorKind::Group && a.code == a.country;
}

/// Who says it: the subject of the verb of saying above, else the speaker of the quote that it stands in.
std::vector<ActorId> speakersOf(const Reading &reading, const Parties &parties, const Clauses &clauses,
                                int verb, const Standing &standing)
{
    if (standing.said >= 0)
        return parties.at(clauses.surfaceSubject(standing.said), Parties::Reach::Self);
    const qsizetype at = reading.annotation.document.tokens[size_t(verb)].span.begin;
    for (const Quote &quote : reading.analysis.quotes) {
        if (quote.speaker >= 0 && (quote.span.contains(at) || quote.content.contains(at)))
            return {quote.speaker};
    }
    return {};
}

} // namespace

std::vector<Action> exhortations(const Reading &reading, const Parties &parties, const Standings &standings,
                                 const ActionDates &dates, const knowledge::Cameo &cameo)
{
    std::vector<Action> found;
    const Clauses clauses(reading);
    for (int verb = 0; verb < int(reading.annotation.words.size()); ++verb) {
        const QString code = codeOf(reading, verb);
        if (code.isEmpty())
            continue;
        const Standing standing = standings.of(verb);
        Action action;
        action.source = speakersOf(reading, parties, clauses, verb, standing);
        std::erase_if(action.source, [&](ActorId a) { return !parties.political(a); });
        action.target = parties.at(clauses.surfaceSubject(verb), Parties::Reach::Self);
        std::erase_if(action.target, [&](ActorId a) {
            return !parties.political(a) || std::ranges::any_of(action.source, [&](ActorId s) {
                return !parties.opposed(s, a) || parties.colleagues(s, a) ||
                       (parties.sameSide(s, a) && isOwnGroup(reading, a));
            });
        });
        if (standing.content || action.source.empty() || action.target.empty())
            continue;
        setCode(cameo, code, action);
        action.trigger = reading.annotation.document.tokens[size_t(verb)].span;
        action.span = reading.tree.extent(verb);
        const int predicate = standing.said >= 0 ? standing.said : verb;
        action.date = dates.of({predicate, predicate, false, true, action.source});
        found.push_back(std::move(action));
    }
    return found;
}

} // namespace demarche::analysis
