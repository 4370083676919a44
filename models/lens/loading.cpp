#include "models/lens/loading.h"

namespace demarche::lens {

using namespace Qt::StringLiterals;

namespace {

QDate dateOfJulian(std::int32_t day)
{
    return day == 0 ? QDate() : QDate::fromJulianDay(day);
}

Result<void> extendFromState(EvidenceIndex &index, const corpus::Store &store, qint64 after)
{
    const Result<corpus::Names> names = store.names();
    if (!names)
        return std::unexpected(names.error());
    const auto nameAt = [&](std::uint32_t id) { return names->at(id); };
    const Result<void> articles = store.loadArticles(
        [&](const corpus::ArticleColumns &row) {
            ArticleEntry entry{row.article, dateOfJulian(row.day), nameAt(row.publisher), {}, row.unread};
            for (const std::uint32_t country : row.countries)
                entry.countries.append(nameAt(country));
            index.addArticle(entry);
        },
        after);
    if (!articles)
        return articles;
    const Result<void> stories = store.loadStories(
        [&](qint64 article, qint64 story) { index.addCopy(article, story); }, after);
    if (!stories)
        return stories;
    return store.loadEvidence(
        [&](const corpus::EvidenceRow &row) {
            const Kind kind = row.kind == analysis::Evidence::Kind::Action ? Kind::Action : Kind::Quote;
            index.addEvidence({row.article, kind, row.finding, nameAt(row.country), nameAt(row.target),
                               dateOfJulian(row.day), row.value, row.weight});
        },
        after);
}

} // namespace

Result<void> extend(EvidenceIndex &index, const corpus::Store &store, qint64 after)
{
    return store.inOneState([&] { return extendFromState(index, store, after); });
}

corpus::Filter filterOf(const Lens &lens)
{
    corpus::Filter filter;
    filter.search = lens.search;
    filter.publishers = lens.publishers;
    filter.countries = lens.countries;
    filter.from = lens.from;
    filter.to = lens.to;
    return filter;
}

} // namespace demarche::lens
