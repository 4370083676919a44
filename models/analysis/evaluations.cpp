#include "models/analysis/evaluations.h"

#include "models/analysis/actions.h"
#include "models/analysis/polarity.h"

#include <QSet>

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;

namespace {

/// Below, words criticise; above, they praise. Praise needs stronger words: diplomacy is polite. A single
/// word of the table reaches them with a value of 0.5 and 0.6.
constexpr double criticism = -0.57;
constexpr double praise = 0.63;

/// The actors that a stretch names, each once.
std::vector<ActorId> named(const Reading &reading, const Parties &parties, Span content)
{
    std::vector<ActorId> found;
    const auto &tokens = reading.annotation.document.tokens;
    for (int t = reading.tree.tokenAt(content.begin);
         t < int(tokens.size()) && tokens[size_t(t)].span.begin < content.end; ++t)
        addOnce(found, parties.self(t));
    return found;
}

/// Whether the words are introduced as a request.
bool asks(const Reading &reading, Span cue)
{
    static const QSet<QString> verbs{u"ask"_s,    u"appeal"_s, u"beg"_s,     u"call"_s,
                                     u"demand"_s, u"exhort"_s, u"implore"_s, u"invite"_s,
                                     u"order"_s,  u"plead"_s,  u"request"_s, u"urge"_s};
    const int token = cue.isEmpty() ? -1 : reading.tree.tokenAt(cue.begin);
    return token >= 0 && token < int(reading.annotation.words.size()) &&
           verbs.contains(reading.annotation.lemma(token));
}

/// The police, or officials without a name, who tell of a crime judge nobody by it.
bool reports(const Actor &speaker)
{
    const bool named =
        std::ranges::any_of(speaker.mentions, [](const Mention &m) { return m.form == MentionForm::Name; });
    return (speaker.role == u"official"_s && !named) || speaker.code.endsWith(u"COP"_s) ||
           speaker.role == u"police"_s || speaker.role == u"witness"_s;
}

} // namespace

std::vector<Action> evaluations(const Reading &reading, const Parties &parties, const ActionDates &dates,
                                const knowledge::Cameo &cameo)
{
    std::vector<Action> found;
    for (const Quote &quote : reading.analysis.quotes) {
        if (quote.speaker < 0 || !parties.political(quote.speaker) ||
            reading.analysis.actors[size_t(quote.speaker)].kind == ActorKind::Place)
            continue;
        if (asks(reading, quote.cue))
            continue; // who urges or asks does not judge
        if (reports(reading.analysis.actors[size_t(quote.speaker)]))
            continue;
        const Span content = quote.content.isEmpty() ? quote.span : quote.content;
        for (const ActorId judged : named(reading, parties, content)) {
            if (!parties.political(judged) || parties.sameSide(quote.speaker, judged) ||
                reading.analysis.actors[size_t(judged)].kind == ActorKind::Place)
                continue;
            const double value = polarity(reading, parties, content, judged);
            if (value > criticism && value < praise)
                continue;
            Action action;
            setCode(cameo, value < 0 ? u"111"_s : u"051"_s, action);
            action.trigger = quote.cue.isEmpty() ? quote.span : quote.cue;
            action.span = content;
            action.source = {quote.speaker};
            action.target = {judged};
            const int cue = reading.tree.tokenAt(action.trigger.begin);
            if (!quote.cue.isEmpty() && cue < int(reading.annotation.words.size()))
                action.date = dates.of({cue, dates.predicateOf(cue), false, true, {quote.speaker, judged}});
            found.push_back(std::move(action));
        }
    }
    return found;
}

} // namespace demarche::analysis
