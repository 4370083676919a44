#include "app/lensfindings.h"

#include "models/lens/background.h"
#include "models/text/interruption.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <spdlog/spdlog.h>

namespace demarche::app {

namespace {

using tables::PagedModel;

constexpr std::size_t rowsOfPage = 200;
constexpr std::size_t articlesAtOnce = 8;

/// How far the articles have been read. Pages are read one after the other, so only one thread uses it.
struct Walk
{
    QString store;
    std::vector<qint64> articles;
    corpus::Copies copies = corpus::Copies::Once;
    std::size_t next = 0;

    [[nodiscard]] std::span<const qint64> take(std::size_t most)
    {
        const auto taken = std::span(articles).subspan(next, std::min(most, articles.size() - next));
        next += taken.size();
        return taken;
    }
};

/// Stops whoever reads for it when the last one who wants to know goes.
class Wanted
{
public:
    Wanted() = default;
    ~Wanted() { m_stop.request_stop(); }
    Wanted(const Wanted &) = delete;
    Wanted &operator=(const Wanted &) = delete;
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
};

/// Articles that cannot be read are left out here; the check of the store names them.
void passOver(const Problem &) {}

template <typename Row, typename Read>
typename PagedModel<Row>::Page nextPage(Walk &walk, const std::stop_token &stop, Read read)
{
    const text::Interruptible interruptible(stop);
    Result<corpus::Store> store = corpus::Store::open(walk.store, corpus::Access::Read);
    if (!store) {
        spdlog::warn("findings could not be read");
        return {};
    }
    store->tellOfDamage(passOver);
    typename PagedModel<Row>::Page page = read(*store, walk);
    page.isLast = walk.next >= walk.articles.size();
    return page;
}

/// `read(store, walk)` gives a page and moves the walk on; on another thread.
template <typename Row, typename Read>
typename PagedModel<Row>::Fetch inBackground(const QString &file, const lens::LensSession &session, Read read)
{
    auto walk = std::make_shared<Walk>();
    walk->store = file;
    walk->copies = session.lens().countCopies ? corpus::Copies::Each : corpus::Copies::Once;
    for (const lens::ArticleAt at : session.aggregates().articles)
        walk->articles.push_back(session.index().id(at));
    return [walk, read, wanted = std::make_shared<Wanted>()](const typename PagedModel<Row>::Take &take) {
        using Page = typename PagedModel<Row>::Page;
        auto *watcher = new QFutureWatcher<Page>;
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, take] {
            watcher->deleteLater();
            take(watcher->future().takeResult());
        });
        watcher->setFuture(QtConcurrent::run(&lens::background(), [walk, read, stop = wanted->token()] {
            return nextPage<Row>(*walk, stop, read);
        }));
    };
}

/// Whole articles, until the page has rows enough.
template <typename Row>
typename PagedModel<Row>::Fetch
listed(const QString &file, const lens::LensSession &session,
       Result<std::vector<Row>> (corpus::Store::*list)(std::span<const qint64>, const QStringList &,
                                                       const corpus::Page &) const)
{
    return inBackground<Row>(file, session, [list](const corpus::Store &store, Walk &walk) {
        typename PagedModel<Row>::Page page;
        while (page.rows.size() < rowsOfPage && walk.next < walk.articles.size() && !text::interrupted()) {
            if (auto rows = (store.*list)(walk.take(articlesAtOnce), {}, {}))
                std::ranges::move(*rows, std::back_inserter(page.rows));
        }
        return page;
    });
}

} // namespace

tables::ActorsModel::Fetch actorsOf(const QString &storeFile, const lens::LensSession &session)
{
    using corpus::ActorRow;
    return inBackground<ActorRow>(storeFile, session, [](const corpus::Store &store, Walk &walk) {
        auto rows = store.actors(walk.take(walk.articles.size()), {}, {}, walk.copies);
        return PagedModel<ActorRow>::Page{rows ? *std::move(rows) : std::vector<ActorRow>(), true};
    });
}

tables::QuotesModel::Fetch quotesOf(const QString &storeFile, const lens::LensSession &session)
{
    return listed<corpus::QuoteRow>(storeFile, session, &corpus::Store::quotes);
}

tables::ActionsModel::Fetch actionsOf(const QString &storeFile, const lens::LensSession &session)
{
    return listed<corpus::ActionRow>(storeFile, session, &corpus::Store::actions);
}

} // namespace demarche::app
