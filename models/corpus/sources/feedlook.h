#pragma once

#include "models/corpus/fetch/fetcher.h"
#include "models/corpus/sources/settling.h"
#include "models/corpus/sources/subscriptions.h"

namespace demarche::corpus::sources {

/// How a look at a feed ended.
struct Looked
{
    Subscription subscription; ///< with its new state, but for times and counts
    bool good = false;
    std::optional<qint64> retryAfter; ///< seconds, where the server asked for time
    std::vector<Input> inputs;        ///< pages first, then the feed's own items
    QStringList pages;                ///< their addresses, as the feed names them
};

/// One look at a feed: fetches it where it changed, then the article pages that are wanted and were not
/// fetched yet, two at a time. Page by page it gives way to servers that ask for time; what is left is wanted
/// the next time.
class FeedLook : public QObject
{
public:
    using End = std::function<void(Looked)>;

    FeedLook(fetch::Fetcher &fetcher, Subscriptions &subscriptions, Subscription subscription,
             QObject *parent);

    /// `end` is called once, later.
    void start(End end);

    static constexpr int mostPages = 100;                         ///< of one look
    static constexpr qint64 mostBytes = qint64{64} * 1024 * 1024; ///< of their pages together

private:
    void takeFeed(const Result<fetch::Response> &response);
    void takeItems(const fetch::Response &response);
    void fetchPages();
    void fetchNext();
    void takePage(const QString &address, const Result<fetch::Response> &response);
    void keepPage(const QString &address, const fetch::Response &response);
    void fail(const QString &why, State state = State::Failing);
    void finish();

    fetch::Fetcher &m_fetcher;
    Subscriptions &m_subscriptions;
    Looked m_looked;
    End m_end;
    fetch::Response m_feed;
    QHash<QString, qsizetype> m_texts; ///< that the feed itself carries
    QSet<QString> m_without;
    QStringList m_wanted;
    int m_running = 0;
    qint64 m_bytes = 0;
};

} // namespace demarche::corpus::sources
