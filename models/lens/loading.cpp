#include "models/lens/loading.h"

#include <functional>

namespace demarche::lens {

using namespace Qt::StringLiterals;

namespace {

/// The index's numbers for the store's name ids; each name is looked up once.
class Numbers
{
public:
    using Number = std::optional<std::uint32_t>;

    Numbers(const corpus::Names &names, std::function<Number(const QString &)> number)
        : m_names(names)
        , m_number(std::move(number))
    {
    }

    /// None where the index takes no more names.
    Number of(std::uint32_t id)
    {
        const auto known = m_known.constFind(id);
        return known != m_known.cend() ? *known : *m_known.insert(id, m_number(m_names.at(id)));
    }

private:
    const corpus::Names &m_names;
    std::function<Number(const QString &)> m_number;
    QHash<std::uint32_t, Number> m_known;
};

Result<void> extendArticles(EvidenceIndex &index, const corpus::Store &store, qint64 after,
                            Numbers &countries, Numbers &publishers)
{
    std::vector<CountryId> named;
    return store.loadArticles(
        [&](const corpus::ArticleColumns &row) {
            named.clear();
            for (const std::uint32_t country : row.countries) {
                if (const Numbers::Number number = countries.of(country))
                    named.push_back(CountryId(*number));
            }
            index.add({row.article, dayOfStored(row.day), publishers.of(row.publisher).value_or(0), named,
                       row.unread});
        },
        after);
}

Result<void> extendEvidence(EvidenceIndex &index, const corpus::Store &store, qint64 after,
                            Numbers &countries, Numbers &targets)
{
    return store.loadEvidence(
        [&](const corpus::EvidenceRow &row) {
            const Numbers::Number country = countries.of(row.country);
            const Numbers::Number target = targets.of(row.target);
            if (country && target)
                index.add(NumberedEvidence{row.article, kindOfStored(row.kind), row.finding,
                                           CountryId(*country), TargetId(*target), dayOfStored(row.day),
                                           row.value, row.weight});
        },
        after);
}

Result<void> extendFromState(EvidenceIndex &index, const corpus::Store &store, qint64 after)
{
    const Result<corpus::Names> names = store.names();
    if (!names)
        return std::unexpected(names.error());
    Numbers countries(*names, [&](const QString &name) { return index.countryNumber(name); });
    Numbers targets(*names, [&](const QString &name) { return index.targetNumber(name); });
    Numbers publishers(*names, [&](const QString &name) { return index.publisherNumber(name); });
    if (Result<void> articles = extendArticles(index, store, after, countries, publishers); !articles)
        return articles;
    const Result<void> stories =
        store.loadStories([&](qint64 article, qint64 story) { index.addCopy(article, story); }, after);
    return stories ? extendEvidence(index, store, after, countries, targets) : stories;
}

} // namespace

Kind kindOfStored(analysis::Evidence::Kind kind)
{
    return kind == analysis::Evidence::Kind::Action ? Kind::Action : Kind::Quote;
}

Day dayOfStored(std::int32_t julian)
{
    return julian == 0 ? noDay : julian;
}

Result<void> extend(EvidenceIndex &index, const corpus::Store &store, qint64 after)
{
    return store.inOneState([&] { return extendFromState(index, store, after); });
}

corpus::Filter filterOf(const Lens &lens, const SourceTable &sources)
{
    corpus::Filter filter;
    filter.search = lens.search;
    filter.publishers = lens.publishers;
    filter.countries = lens.countries;
    filter.from = lens.from;
    filter.to = lens.to;
    if (!lens.sources.isEmpty()) {
        filter.subscriptions = sources.subscriptions(lens.sources);
        if (filter.subscriptions.empty())
            filter.subscriptions = {corpus::noSubscription};
    }
    return filter;
}

Result<SourceTable> sourcesOf(const corpus::Store &store)
{
    std::vector<Source> sources;
    const Result<void> read = store.loadSources([&](const corpus::SourceRow &row) {
        sources.push_back({row.id, row.name, row.groups, row.articles});
    });
    return read ? Result<SourceTable>(SourceTable(std::move(sources))) : std::unexpected(read.error());
}

} // namespace demarche::lens
