#include "models/corpus/findingrows.h"

#include "models/analysis/record.h"

#include <algorithm>

namespace demarche::corpus {

namespace {

using analysis::Actor;

/// An action's kinds are its PLOVER type and the beginnings of its CAMEO code.
bool admits(const QStringList &kinds, const analysis::Action &action)
{
    return kinds.isEmpty() || std::ranges::any_of(kinds, [&](const QString &kind) {
               return kind.compare(action.plover, Qt::CaseInsensitive) == 0 ||
                      (kind.size() >= 2 && action.cameo.startsWith(kind));
           });
}

const Actor *actorAt(const analysis::Analysis &analysis, analysis::ActorId id)
{
    return id >= 0 && size_t(id) < analysis.actors.size() ? &analysis.actors[size_t(id)] : nullptr;
}

QuoteRow quoteRow(const StoredArticle &stored, size_t index)
{
    const analysis::Quote &quote = stored.analysis.quotes[index];
    QuoteRow row;
    row.article = stored.id;
    row.index = int(index);
    row.day = stored.article.published.date;
    if (const Actor *speaker = actorAt(stored.analysis, quote.speaker)) {
        row.speaker = speaker->name;
        row.speakerCountry = speaker->country;
    }
    row.kind = quote.kind;
    row.polarity = quote.polarity;
    row.span = quote.span;
    row.text = quote.span.of(stored.article.text).toString();
    return row;
}

void addParties(const analysis::Analysis &analysis, const std::vector<analysis::ActorId> &ids,
                QStringList &names, QStringList &countries)
{
    for (const analysis::ActorId id : ids) {
        const Actor *actor = actorAt(analysis, id);
        if (actor == nullptr)
            continue;
        names << actor->name;
        if (!actor->country.isEmpty() && !countries.contains(actor->country))
            countries << actor->country;
    }
}

ActionRow actionRow(const StoredArticle &stored, size_t index)
{
    const analysis::Action &action = stored.analysis.actions[index];
    ActionRow row;
    row.article = stored.id;
    row.index = int(index);
    row.day = action.date && action.date->isValid() ? action.date->first : stored.article.published.date;
    addParties(stored.analysis, action.source, row.source, row.sourceCountries);
    addParties(stored.analysis, action.target, row.target, row.targetCountries);
    row.cameo = action.cameo;
    row.plover = action.plover;
    row.goldstein = action.goldstein;
    row.realis = action.realis;
    row.span = action.span;
    row.text = action.span.of(stored.article.text).toString();
    return row;
}

} // namespace

std::vector<QuoteRow> quotesOf(const StoredArticle &stored, const QStringList &kinds)
{
    std::vector<QuoteRow> rows;
    for (size_t i = 0; i < stored.analysis.quotes.size(); ++i) {
        if (admitsKind(kinds, analysis::name(stored.analysis.quotes[i].kind)))
            rows.push_back(quoteRow(stored, i));
    }
    return rows;
}

std::vector<ActionRow> actionsOf(const StoredArticle &stored, const QStringList &kinds)
{
    std::vector<ActionRow> rows;
    for (size_t i = 0; i < stored.analysis.actions.size(); ++i) {
        if (admits(kinds, stored.analysis.actions[i]))
            rows.push_back(actionRow(stored, i));
    }
    return rows;
}

} // namespace demarche::corpus
