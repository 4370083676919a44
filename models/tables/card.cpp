#include "models/tables/card.h"

#include <array>

namespace demarche::tables {

using namespace Qt::StringLiterals;
using analysis::Action;
using analysis::Actor;
using analysis::Analysis;
using analysis::Evidence;
using analysis::MentionForm;
using analysis::Quote;

namespace {

constexpr qsizetype longestClause = 280;
constexpr qsizetype longestLine = 110;

/// Adds lines, leaving out those that have nothing to say.
void put(Card &card, const QString &label, const QString &text)
{
    if (!text.isEmpty())
        card.lines.push_back({label, text});
}

QString quoted(QStringView words)
{
    return words.isEmpty() ? QString() : u"“"_s + shortened(words, longestClause) + u"”"_s;
}

/// What the finding adds to which stance, "Colombia toward Israel: −4.0, weight 1.0".
void putEvidence(Card &card, const Analysis &analysis, Evidence::Kind kind, int finding, const Words &words)
{
    for (const Evidence &evidence : analysis.evidence) {
        if (evidence.kind == kind && evidence.finding == finding)
            put(card, u"Evidence"_s,
                u"%1 toward %2: %3, weight %4"_s.arg(
                    words.country(evidence.country), words.country(evidence.target),
                    signedFigure(evidence.value), QString::number(evidence.weight, 'f', 2)));
    }
}

QString state(const Actor &actor, const Words &words)
{
    if (actor.country.isEmpty())
        return {};
    return words.country(actor.country) + (actor.official ? u", speaks for the state"_s : QString());
}

QString mentions(const Actor &actor)
{
    std::array<int, 4> byForm{};
    for (const analysis::Mention &mention : actor.mentions) {
        if (std::size_t(mention.form) < byForm.size()) // a damaged store may hold any number
            ++byForm[std::size_t(mention.form)];
    }
    static const std::array<QString, 4> forms{u"%1 by name"_s, u"%1 by description"_s, u"%1 by pronoun"_s,
                                              u"%1 by its seat or capital"_s};
    QStringList parts;
    for (std::size_t form = 0; form < forms.size(); ++form) {
        if (byForm[form] > 0)
            parts.append(forms[form].arg(byForm[form]));
    }
    return parts.join(u", "_s);
}

Card actorCard(const Actor &actor, const Words &words)
{
    Card card{u"Actor"_s, actor.name, {}};
    put(card, u"Kind"_s, inWords(actor.kind));
    put(card, u"Role"_s, actor.role);
    put(card, u"State"_s, state(actor, words));
    put(card, u"Code"_s, actor.code);
    put(card, u"Mentions"_s, mentions(actor));
    return card;
}

QString when(const Action &action, const Analysis &analysis)
{
    if (!action.date || !action.date->isValid()) {
        const QString day = dayInWords(analysis.published.date);
        return day.isEmpty() ? u"no day is named"_s : u"no day is named; the article is of "_s + day;
    }
    const QString days = lens::inWords(action.date->first, action.date->last);
    return action.date->text.isEmpty() ? days : days + u", from "_s + quoted(action.date->text);
}

QString code(const Action &action)
{
    QStringList parts{u"CAMEO "_s + action.cameo};
    if (!action.plover.isEmpty())
        parts.append(u"PLOVER "_s + action.plover);
    parts.append(u"Goldstein "_s + signedFigure(action.goldstein));
    return parts.join(u" · "_s);
}

Card actionCard(const Analysis &analysis, const QString &text, int index, const Words &words)
{
    const Action &action = analysis.actions[std::size_t(index)];
    const QString trigger = shortened(action.trigger.of(text), 60);
    Card card{u"Action"_s, words.cameoLabel(action.cameo), {}};
    put(card, u"Who"_s, action.source.empty() ? u"not named"_s : actorNames(analysis, action.source));
    put(card, u"What"_s, quoted(action.span.of(text)));
    put(card, u"To whom"_s, action.target.empty() ? u"not named"_s : actorNames(analysis, action.target));
    put(card, u"When"_s, when(action, analysis));
    put(card, u"Code"_s, code(action));
    put(card, u"Certainty"_s, inWords(action.realis));
    if (action.quote >= 0 && std::size_t(action.quote) < analysis.quotes.size()) {
        const int speaker = analysis.quotes[std::size_t(action.quote)].speaker;
        put(card, u"Said by"_s, speaker < 0 ? u"somebody quoted"_s : actorNames(analysis, {speaker}));
    }
    put(card, u"Why"_s, u"“%1” names an act of code %2"_s.arg(trigger, action.cameo));
    putEvidence(card, analysis, Evidence::Kind::Action, index, words);
    return card;
}

QString tone(double polarity)
{
    const QString word = polarity > 0.1 ? u"friendly"_s : polarity < -0.1 ? u"hostile"_s : u"neutral"_s;
    return word + u" ("_s + signedFigure(polarity) + u" of −1 … +1)"_s;
}

Card quoteCard(const Analysis &analysis, const QString &text, int index, const Words &words)
{
    const Quote &quote = analysis.quotes[std::size_t(index)];
    Card card{
        u"Quote"_s, quote.speaker < 0 ? u"Speaker unknown"_s : actorNames(analysis, {quote.speaker}), {}};
    put(card, u"Words"_s, quoted(quote.span.of(text)));
    if (quote.content != quote.span && !quote.content.isEmpty())
        put(card, u"In full"_s, quoted(quote.content.of(text)));
    put(card, u"About"_s, actorNames(analysis, quote.about));
    put(card, u"Tone"_s, tone(quote.polarity));
    put(card, u"Kind"_s, inWords(quote.kind));
    put(card, u"Why"_s,
        quote.cue.isEmpty() ? u"quotation marks without a word of saying nearby"_s
                            : u"attributed by “%1”"_s.arg(shortened(quote.cue.of(text), 60)));
    putEvidence(card, analysis, Evidence::Kind::Quote, index, words);
    return card;
}

template <typename List>
bool has(const List &list, int index)
{
    return index >= 0 && std::size_t(index) < list.size();
}

} // namespace

QString actorNames(const Analysis &analysis, const std::vector<analysis::ActorId> &actors)
{
    QStringList names;
    for (const analysis::ActorId actor : actors) {
        if (has(analysis.actors, actor))
            names.append(analysis.actors[std::size_t(actor)].name);
    }
    return names.join(u", "_s);
}

Card cardOf(const Analysis &analysis, const QString &text, FindingRef finding, const Words &words)
{
    switch (finding.kind) {
    case FindingKind::Actor:
        return has(analysis.actors, finding.index)
                   ? actorCard(analysis.actors[std::size_t(finding.index)], words)
                   : Card();
    case FindingKind::Action:
        return has(analysis.actions, finding.index) ? actionCard(analysis, text, finding.index, words)
                                                    : Card();
    case FindingKind::Quote:
        return has(analysis.quotes, finding.index) ? quoteCard(analysis, text, finding.index, words) : Card();
    }
    return {};
}

QString inOneLine(const Analysis &analysis, const QString &text, FindingRef finding, const Words &words)
{
    const Card card = cardOf(analysis, text, finding, words);
    if (card.heading.isEmpty())
        return {};
    QString line = card.heading + u": "_s;
    if (finding.kind == FindingKind::Actor) {
        const Actor &actor = analysis.actors[std::size_t(finding.index)];
        QStringList parts{actor.name, actor.role};
        parts.append(actor.country.isEmpty() ? QString() : words.country(actor.country));
        parts.removeAll(QString());
        return shortened(line + parts.join(u", "_s), longestLine);
    }
    if (finding.kind == FindingKind::Action) {
        const Action &action = analysis.actions[std::size_t(finding.index)];
        const QString target = actorNames(analysis, action.target);
        line +=
            actorNames(analysis, action.source) + u" → "_s + (target.isEmpty() ? u"(not named)"_s : target);
        line += u": "_s + action.trigger.of(text).toString();
        return shortened(line, longestLine) + u" ("_s + action.cameo + u", "_s +
               signedFigure(action.goldstein) + u')';
    }
    const Quote &quote = analysis.quotes[std::size_t(finding.index)];
    return shortened(line + card.title + u", “"_s + quote.span.of(text).toString(), longestLine) + u'”';
}

} // namespace demarche::tables
