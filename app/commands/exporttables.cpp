#include "app/commands/exporttables.h"

#include "app/commands/tablewriter.h"
#include "models/analysis/codepoints.h"
#include "models/analysis/record.h"
#include "models/corpus/findingrows.h"
#include "models/lens/copies.h"
#include "models/lens/loading.h"
#include "models/lens/score.h"

#include <QHash>
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

using Stories = QHash<corpus::ArticleId, corpus::ArticleId>; ///< of articles with copies

Result<Stories> storiesOf(const Store &store)
{
    Stories stories;
    const Result<void> read =
        store.loadStories([&stories](corpus::ArticleId article, corpus::ArticleId story) {
            stories.insert(article, story);
            stories.insert(story, story);
        });
    return read ? Result<Stories>(std::move(stories)) : std::unexpected(read.error());
}

Result<void> exportArticles(const Store &store, bool csv, const Filter &filter, const Write &write)
{
    const Result<Stories> stories = storiesOf(store);
    if (!stories)
        return std::unexpected(stories.error());
    const auto storyOf = [&stories](const StoredArticle &stored) {
        return qint64{stories->value(stored.id, stored.id)};
    };
    if (!csv) {
        return store.each(filter, [&](const StoredArticle &stored) {
            const QByteArray record = analysis::record(stored.article, stored.analysis).chopped(1);
            return write(record + ",\"story_id\":" + QByteArray::number(storyOf(stored)) + "}\n");
        });
    }
    TableWriter table(
        csv, {"uri", "published", "basis", "title", "byline", "publisher", "language", "story_id", "text"},
        write);
    return store.each(filter, [&](const StoredArticle &stored) {
        const corpus::Article &article = stored.article;
        return table.row({article.uri, iso(article.published.date),
                          QString(analysis::name(article.published.basis)), article.title, article.byline,
                          article.publisher, article.language, storyOf(stored), article.text});
    });
}

Result<void> exportActors(const Store &store, bool csv, const Filter &filter, bool countCopies,
                          const Write &write)
{
    const Result<std::vector<corpus::ActorRow>> actors =
        store.actors(filter, {}, countCopies ? corpus::Copies::Each : corpus::Copies::Once);
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
    corpus::ArticleId lastSource = 0; ///< article, or story, of the last piece
};

using Standings = std::map<std::pair<QString, QString>, Standing>; // in order of country and target

/// Adds pieces of evidence up by country and target, as the map does it.
class Adder
{
public:
    Adder(const corpus::Names &names, const Filter &filter, QDate last)
        : m_names(names)
        , m_filter(filter)
        , m_last(last)
    {
    }

    /// Whether the filter's days, countries and kinds admit it.
    [[nodiscard]] bool admits(const corpus::EvidenceRow &row) const
    {
        const QDate day = dayOf(row);
        const bool dated = m_filter.from.isValid() || m_filter.to.isValid();
        const bool inTime = !dated || (day.isValid() && (!m_filter.from.isValid() || day >= m_filter.from) &&
                                       (!m_filter.to.isValid() || day <= m_filter.to));
        const auto kind = row.kind == analysis::Evidence::Kind::Action ? "action"_L1 : "quote"_L1;
        return inTime && corpus::admitsKind(m_filter.kinds, kind) &&
               (m_filter.countries.isEmpty() || m_filter.countries.contains(m_names.at(row.country)));
    }

    /// `source` is the article that it stands in, or the story.
    void add(const corpus::EvidenceRow &row, corpus::ArticleId source)
    {
        Standing &standing = m_standings[{m_names.at(row.country), m_names.at(row.target)}];
        const QDate day = dayOf(row);
        const lens::FixedAge age =
            day.isValid() && m_last.isValid() ? lens::fixedAgeWeight(int(day.daysTo(m_last))) : lens::ageUnit;
        standing.sum.add(lens::fixed(row.value, row.weight), age);
        ++standing.evidence;
        standing.articles += standing.lastSource != source;
        standing.lastSource = source;
    }

    [[nodiscard]] Standings take() { return std::move(m_standings); }

private:
    static QDate dayOf(const corpus::EvidenceRow &row)
    {
        return row.day == 0 ? QDate() : QDate::fromJulianDay(row.day);
    }

    const corpus::Names &m_names;
    const Filter &m_filter;
    QDate m_last; ///< toward which evidence ages
    Standings m_standings;
};

/// Of the evidence in copies, what several of them say once; story after story.
void addCopied(const std::vector<corpus::EvidenceRow> &rows, const Stories &stories, Adder &adder)
{
    std::vector<lens::CopiedPiece> pieces;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const corpus::EvidenceRow &row = rows[i];
        pieces.push_back({stories.value(row.article), std::uint64_t(row.country) << 32U | row.target,
                          lens::kindOfStored(row.kind), row.value, lens::dayOfStored(row.day), row.article,
                          std::uint32_t(i)});
    }
    const lens::CopiedRows copied = lens::groupedBySaying(std::move(pieces));
    std::size_t first = 0;
    for (const std::size_t end : copied.ends) {
        const corpus::EvidenceRow &row = rows[copied.rows[first]];
        adder.add(row, stories.value(row.article));
        first = end;
    }
}

/// The evidence of the filter's articles added up; with a Problem, as far as it could be read.
Result<void> addUp(const Store &store, const Filter &filter, bool countCopies, Standings &standings)
{
    const Result<std::vector<corpus::ArticleId>> ids = store.ids(filter);
    const Result<corpus::Names> names = store.names();
    const Result<std::vector<corpus::ArticleRow>> newest = store.articles(filter, {.offset = 0, .limit = 1});
    const Result<Stories> stories = countCopies ? Stories() : storiesOf(store);
    if (!ids || !names || !newest || !stories)
        return std::unexpected(!ids      ? ids.error()
                               : !names  ? names.error()
                               : !newest ? newest.error()
                                         : stories.error());
    const QSet<corpus::ArticleId> admitted(ids->begin(), ids->end());
    Adder adder(*names, filter,
                filter.to.isValid() ? filter.to
                : newest->empty()   ? QDate()
                                    : newest->front().published.date);
    std::vector<corpus::EvidenceRow> inCopies;
    bool damaged = false;
    const Result<void> loaded = store.loadEvidence([&](const corpus::EvidenceRow &row) {
        if (!admitted.contains(row.article))
            return;
        if (!names->knows(row.country) || !names->knows(row.target))
            damaged = true;
        else if (adder.admits(row) && stories->contains(row.article))
            inCopies.push_back(row);
        else if (adder.admits(row))
            adder.add(row, row.article);
    });
    addCopied(inCopies, *stories, adder);
    standings = adder.take();
    return loaded && damaged
               ? std::unexpected(Problem{store.file(), u"is damaged: evidence names nobody it knows"_s})
               : loaded;
}

Result<void> exportStances(const Store &store, bool csv, const Filter &filter, bool countCopies,
                           const Write &write)
{
    Standings standings;
    const Result<void> added = store.inOneState([&] { return addUp(store, filter, countCopies, standings); });
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
                         bool countCopies, const Write &write)
{
    if (what == "articles"_L1)
        return exportArticles(store, csv, filter, write);
    if (what == "actors"_L1)
        return exportActors(store, csv, filter, countCopies, write);
    if (what == "quotes"_L1)
        return exportQuotes(store, csv, filter, write);
    return what == "actions"_L1 ? exportActions(store, csv, filter, write)
                                : exportStances(store, csv, filter, countCopies, write);
}

} // namespace demarche::app
