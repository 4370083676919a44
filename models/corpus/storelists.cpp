#include "models/corpus/actorcount.h"
#include "models/corpus/findingrows.h"
#include "models/corpus/storeinner.h"
#include "models/text/interruption.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

/// Counts rows against a page.
class Pager
{
public:
    explicit Pager(const Page &page)
        : m_skip(page.offset)
        , m_left(page.limit < 0 ? std::numeric_limits<int>::max() : page.limit)
    {
    }
    [[nodiscard]] bool full() const { return m_left <= 0; }
    /// True for a row that belongs on the page.
    bool take()
    {
        if (m_skip > 0) {
            --m_skip;
            return false;
        }
        return m_left-- > 0;
    }

private:
    int m_skip;
    int m_left;
};

/// Calls with each article until the pager is full; one that cannot be read is told and left out.
template <typename Each>
void walk(const Store &store, std::span<const ArticleId> ids, const Pager &pager,
          const std::function<void(const Problem &)> &damaged, Each each)
{
    for (const ArticleId id : ids) {
        if (pager.full() || text::interrupted())
            break;
        const Result<StoredArticle> stored = store.article(id);
        if (stored)
            each(*stored);
        else if (damaged)
            damaged(stored.error());
    }
}

template <typename Row>
Result<std::vector<Row>> ofFilter(const Store &store, const Filter &filter, const Page &page,
                                  Result<std::vector<Row>> (Store::*list)(std::span<const ArticleId>,
                                                                          const QStringList &, const Page &)
                                      const)
{
    const Result<std::vector<ArticleId>> ids = store.ids(filter);
    if (!ids)
        return std::unexpected(ids.error());
    return (store.*list)(*ids, filter.kinds, page);
}

} // namespace

Result<std::vector<ActorRow>> Store::actors(std::span<const ArticleId> ids, const QStringList &kinds,
                                            const Page &page, Copies copies) const
{
    QHash<ArticleId, ArticleId> stories;
    const Result<void> read =
        copies == Copies::Each
            ? Result<void>{}
            : loadStories([&stories](ArticleId article, ArticleId story) { stories.insert(article, story); });
    if (!read)
        return std::unexpected(read.error());
    ActorCount count;
    walk(*this, ids, Pager({}), m->damaged,
         [&](const StoredArticle &stored) { count.add(stored, stories.value(stored.id, stored.id), kinds); });
    std::vector<ActorRow> rows = count.rows();
    Pager pager(page);
    std::erase_if(rows, [&pager](const ActorRow &) { return !pager.take(); });
    return rows;
}

Result<std::vector<QuoteRow>> Store::quotes(std::span<const ArticleId> ids, const QStringList &kinds,
                                            const Page &page) const
{
    std::vector<QuoteRow> rows;
    Pager pager(page);
    walk(*this, ids, pager, m->damaged, [&](const StoredArticle &stored) {
        for (QuoteRow &row : quotesOf(stored, kinds)) {
            if (pager.take())
                rows.push_back(std::move(row));
        }
    });
    return rows;
}

Result<std::vector<ActionRow>> Store::actions(std::span<const ArticleId> ids, const QStringList &kinds,
                                              const Page &page) const
{
    std::vector<ActionRow> rows;
    Pager pager(page);
    walk(*this, ids, pager, m->damaged, [&](const StoredArticle &stored) {
        for (ActionRow &row : actionsOf(stored, kinds)) {
            if (pager.take())
                rows.push_back(std::move(row));
        }
    });
    return rows;
}

Result<std::vector<ActorRow>> Store::actors(const Filter &filter, const Page &page, Copies copies) const
{
    const Result<std::vector<ArticleId>> ids = this->ids(filter);
    return ids ? actors(*ids, filter.kinds, page, copies) : std::unexpected(ids.error());
}

Result<std::vector<QuoteRow>> Store::quotes(const Filter &filter, const Page &page) const
{
    return ofFilter<QuoteRow>(*this, filter, page, &Store::quotes);
}

Result<std::vector<ActionRow>> Store::actions(const Filter &filter, const Page &page) const
{
    return ofFilter<ActionRow>(*this, filter, page, &Store::actions);
}

} // namespace demarche::corpus
