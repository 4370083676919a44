#include "app/commands/chartpicture.h"

#include "app/commands/sourceoption.h"
#include "models/charts/excerpt.h"
#include "models/lens/chartdata.h"
#include "models/lens/loading.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::app {

namespace {

Result<std::optional<std::vector<qint64>>> hitsOf(const corpus::Store &store, const QString &search)
{
    if (search.isEmpty())
        return std::nullopt;
    corpus::Filter filter;
    filter.search = search;
    Result<std::vector<corpus::ArticleId>> found = store.ids(filter);
    if (!found)
        return std::unexpected(found.error());
    std::ranges::sort(*found);
    return std::optional(*std::move(found));
}

/// The target as the index knows it: by its key, else by the name that people read.
Result<QString> targetOf(const lens::EvidenceIndex &index, const QString &wanted, const lens::NameOf &nameOf)
{
    const std::vector<std::pair<QString, int>> targets = index.targets();
    if (targets.empty())
        return std::unexpected(Problem{{}, u"the store holds no evidence of any stance"_s});
    if (wanted.isEmpty())
        return targets.front().first;
    const auto found = std::ranges::find_if(targets, [&](const auto &target) {
        return target.first.compare(wanted, Qt::CaseInsensitive) == 0 ||
               nameOf(target.first).compare(wanted, Qt::CaseInsensitive) == 0;
    });
    if (found != targets.end())
        return found->first;
    QStringList known;
    for (std::size_t i = 0; i < std::min<std::size_t>(5, targets.size()); ++i)
        known << targets[i].first;
    return std::unexpected(Problem{
        {},
        u"the store holds no evidence toward \"%1\"; most is toward %2"_s.arg(wanted, known.join(u", "_s))});
}

QString markLabel(const corpus::Store &store, qint64 article, int action, const QString &parties)
{
    const Result<corpus::StoredArticle> stored = store.article(article);
    if (!stored || action < 0 || std::size_t(action) >= stored->analysis.actions.size())
        return parties;
    const text::Span trigger = stored->analysis.actions[std::size_t(action)].trigger;
    return parties + u": "_s + tables::shortened(trigger.of(stored->article.text), 40);
}

} // namespace

Result<views::Picture> pictureOf(const corpus::Store &store, lens::Lens lens, const QStringList &sources,
                                 const tables::Words &words)
{
    const Result<lens::SourceTable> known = sources.isEmpty() ? lens::SourceTable() : lens::sourcesOf(store);
    if (!known)
        return std::unexpected(known.error());
    const Result<QStringList> keys = sourceKeys(*known, sources);
    if (!keys)
        return std::unexpected(keys.error());
    lens.sources = *keys;
    lens::EvidenceIndex index;
    if (const Result<void> done = lens::extend(index, store); !done)
        return std::unexpected(done.error());
    const Result<QString> target = targetOf(index, lens.target, words.country);
    if (!target)
        return std::unexpected(target.error());
    const auto hits = hitsOf(store, lens.search);
    if (!hits)
        return std::unexpected(hits.error());

    lens.target = *target;
    lens::ArticleFilter filter;
    filter.apply(index, lens, {.hits = *hits, .sources = known->articles(lens.sources)});
    const lens::Aggregates shown = lens::aggregate(index, filter, lens, *target);
    views::Picture picture;
    picture.map = lens::mapData(index, shown, words.country);
    picture.timeline = charts::excerpt(
        lens::timelineData(index, shown, words.country,
                           [&](qint64 article, int action, const QString &country) {
                               return markLabel(store, article, action,
                                                words.country(country) + u" → "_s + words.country(*target));
                           }),
        lens.from, lens.to);
    picture.caption = lens::caption(
        index, shown, lens, {words.country, [&known](const QString &key) { return known->nameOf(key); }});
    picture.selected = lens.countries;
    return picture;
}

} // namespace demarche::app
