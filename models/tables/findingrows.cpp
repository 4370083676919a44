#include "models/tables/findings.h"

namespace demarche::tables {

using analysis::Analysis;

namespace {

QStringList countriesOf(const Analysis &analysis, const std::vector<analysis::ActorId> &actors)
{
    QStringList countries;
    for (const analysis::ActorId id : actors) {
        if (id < 0 || std::size_t(id) >= analysis.actors.size())
            continue;
        const QString &country = analysis.actors[std::size_t(id)].country;
        if (!country.isEmpty() && !countries.contains(country))
            countries.append(country);
    }
    return countries;
}

QStringList namesOf(const Analysis &analysis, const std::vector<analysis::ActorId> &actors)
{
    QStringList names;
    for (const analysis::ActorId id : actors) {
        if (id >= 0 && std::size_t(id) < analysis.actors.size())
            names.append(analysis.actors[std::size_t(id)].name);
    }
    return names;
}

} // namespace

std::vector<corpus::ActorRow> actorRows(const corpus::StoredArticle &article)
{
    std::vector<corpus::ActorRow> rows;
    rows.reserve(article.analysis.actors.size());
    for (const analysis::Actor &actor : article.analysis.actors)
        rows.push_back({actor.name, actor.kind, actor.country, actor.code, actor.role, 1,
                        int(actor.mentions.size()), article.id});
    return rows;
}

std::vector<corpus::QuoteRow> quoteRows(const corpus::StoredArticle &article)
{
    std::vector<corpus::QuoteRow> rows;
    const Analysis &analysis = article.analysis;
    for (std::size_t i = 0; i < analysis.quotes.size(); ++i) {
        const analysis::Quote &quote = analysis.quotes[i];
        rows.push_back({article.id, int(i), analysis.published.date, actorNames(analysis, {quote.speaker}),
                        countriesOf(analysis, {quote.speaker}).value(0), quote.kind, quote.polarity,
                        quote.span, quote.span.of(article.article.text).toString()});
    }
    return rows;
}

std::vector<corpus::ActionRow> actionRows(const corpus::StoredArticle &article)
{
    std::vector<corpus::ActionRow> rows;
    const Analysis &analysis = article.analysis;
    for (std::size_t i = 0; i < analysis.actions.size(); ++i) {
        const analysis::Action &action = analysis.actions[i];
        corpus::ActionRow row;
        row.article = article.id;
        row.index = int(i);
        row.day = action.date && action.date->isValid() ? action.date->first : analysis.published.date;
        row.source = namesOf(analysis, action.source);
        row.target = namesOf(analysis, action.target);
        row.sourceCountries = countriesOf(analysis, action.source);
        row.targetCountries = countriesOf(analysis, action.target);
        row.cameo = action.cameo;
        row.plover = action.plover;
        row.goldstein = action.goldstein;
        row.realis = action.realis;
        row.span = action.span;
        row.text = action.span.of(article.article.text).toString();
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace demarche::tables
