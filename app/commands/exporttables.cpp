#include "app/commands/exporttables.h"

#include "app/commands/tablewriter.h"
#include "models/analysis/codepoints.h"
#include "models/analysis/record.h"
#include "models/corpus/findingrows.h"
#include "models/lens/score.h"

#include <QSet>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

using corpus::Filter;
using corpus::Store;
using corpus::StoredArticle;
using Write = TableWriter::Write;

QString iso(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

Result<void> exportArticles(const Store &store, bool csv, const Filter &filter, const Write &write)
{
    if (!csv) {
        return store.each(filter, [&write](const StoredArticle &stored) {
            return write(analysis::record(stored.article, stored.analysis) + '\n');
        });
    }
    TableWriter table(csv, {"uri", "published", "basis", "title", "byline", "publisher", "language", "text"},
                      write);
    return store.each(filter, [&table](const StoredArticle &stored) {
        const corpus::Article &article = stored.article;
        return table.row({article.uri, iso(article.published.date),
                          QString(analysis::name(article.published.basis)), article.title, article.byline,
                          article.publisher, article.language, article.text});
    });
}

Result<void> exportActors(const Store &store, bool csv, const Filter &filter, const Write &write)
{
    const Result<std::vector<corpus::ActorRow>> actors = store.actors(filter);
    if (!actors)
        return std::unexpected(actors.error());
    TableWriter table(csv, {"name", "kind", "country", "code", "role", "articles", "mentions"}, write);
    for (const corpus::ActorRow &actor : *actors) {
        if (!table.row({actor.name, QString(analysis::name(actor.kind)), actor.country, actor.code,
                        actor.role, qint64{actor.articles}, qint64{actor.mentions}}))
            break;
    }
    return {};
}

Result<void> exportQuotes(const Store &store, bool csv, const Filter &filter, const Write &write)
{
    TableWriter table(
        csv, {"uri", "published", "id", "start", "end", "kind", "speaker", "country", "polarity", "text"},
        write);
    return store.each(filter, [&](const StoredArticle &stored) {
        const analysis::CodePoints points(stored.article.text);
        return std::ranges::all_of(corpus::quotesOf(stored, filter.kinds), [&](const corpus::QuoteRow &row) {
            return table.row({stored.article.uri, iso(row.day), u"q%1"_s.arg(row.index + 1),
                              qint64{points.fromUnit(row.span.begin)}, qint64{points.fromUnit(row.span.end)},
                              QString(analysis::name(row.kind)), row.speaker, row.speakerCountry,
                              row.polarity, row.text});
        });
    });
}

Result<void> exportActions(const Store &store, bool csv, const Filter &filter, const Write &write)
{
    TableWriter table(csv,
                      {"uri", "date", "id", "start", "end", "source", "target", "source_country",
                       "target_country", "cameo", "plover", "goldstein", "realis", "text"},
                      write);
    return store.each(filter, [&](const StoredArticle &stored) {
        const analysis::CodePoints points(stored.article.text);
        return std::ranges::all_of(
            corpus::actionsOf(stored, filter.kinds), [&](const corpus::ActionRow &row) {
                return table.row({stored.article.uri, iso(row.day), u"e%1"_s.arg(row.index + 1),
                                  qint64{points.fromUnit(row.span.begin)},
                                  qint64{points.fromUnit(row.span.end)}, row.source, row.target,
                                  row.sourceCountries, row.targetCountries, row.cameo, row.plover,
                                  row.goldstein, QString(analysis::name(row.realis)), row.text});
            });
    });
}

struct Standing
{
    lens::StanceSum sum;
    int evidence = 0;
    int articles = 0;
    corpus::ArticleId lastArticle = 0;
};

using Standings = std::map<std::pair<QString, QString>, Standing>; // in order of country and target

/// The evidence of the filter's articles added up by country and target, as the map does it.
Result<void> addUp(const Store &store, const Filter &filter, Standings &standings)
{
    const Result<std::vector<corpus::ArticleId>> ids = store.ids(filter);
    const Result<corpus::Names> names = store.names();
    const Result<std::vector<corpus::ArticleRow>> newest = store.articles(filter, {.offset = 0, .limit = 1});
    if (!ids || !names || !newest)
        return std::unexpected(!ids ? ids.error() : !names ? names.error() : newest.error());
    const QSet<corpus::ArticleId> admitted(ids->begin(), ids->end());
    const QDate last = filter.to.isValid() ? filter.to
                       : newest->empty()   ? QDate()
                                           : newest->front().published.date;
    const bool dated = filter.from.isValid() || filter.to.isValid();
    bool damaged = false;
    const Result<void> loaded = store.loadEvidence([&](const corpus::EvidenceRow &row) {
        if (!admitted.contains(row.article))
            return;
        if (!names->knows(row.country) || !names->knows(row.target)) {
            damaged = true;
            return;
        }
        const QDate day = row.day == 0 ? QDate() : QDate::fromJulianDay(row.day);
        const bool inTime = !dated || (day.isValid() && (!filter.from.isValid() || day >= filter.from) &&
                                       (!filter.to.isValid() || day <= filter.to));
        const QString country = names->at(row.country);
        if (!inTime || (!filter.countries.isEmpty() && !filter.countries.contains(country)))
            return;
        Standing &standing = standings[{country, names->at(row.target)}];
        const lens::FixedAge age =
            day.isValid() && last.isValid() ? lens::fixedAgeWeight(int(day.daysTo(last))) : lens::ageUnit;
        standing.sum.add(lens::fixed(row.value, row.weight), age);
        ++standing.evidence;
        standing.articles += standing.lastArticle != row.article;
        standing.lastArticle = row.article;
    });
    return loaded && damaged
               ? std::unexpected(Problem{store.file(), u"is damaged: evidence names nobody it knows"_s})
               : loaded;
}

Result<void> exportStances(const Store &store, bool csv, const Filter &filter, const Write &write)
{
    Standings standings;
    const Result<void> added = store.inOneState([&] { return addUp(store, filter, standings); });
    TableWriter table(csv, {"country", "target", "score", "label", "evidence", "articles"}, write);
    for (const auto &[who, standing] : standings) {
        const double score = standing.sum.score();
        if (!table.row({who.first, who.second, score, QString(analysis::stanceLabel(score)),
                        qint64{standing.evidence}, qint64{standing.articles}}))
            break;
    }
    return added;
}

} // namespace

QStringList exportTables()
{
    return {u"articles"_s, u"actors"_s, u"quotes"_s, u"actions"_s, u"stances"_s};
}

Result<void> exportTable(const Store &store, const QString &what, bool csv, const Filter &filter,
                         const Write &write)
{
    if (what == "articles"_L1)
        return exportArticles(store, csv, filter, write);
    if (what == "actors"_L1)
        return exportActors(store, csv, filter, write);
    if (what == "quotes"_L1)
        return exportQuotes(store, csv, filter, write);
    return what == "actions"_L1 ? exportActions(store, csv, filter, write)
                                : exportStances(store, csv, filter, write);
}

} // namespace demarche::app
