#include "models/corpus/sources/feedlook.h"

#include "models/corpus/identity.h"
#include "models/corpus/sources/feedinfo.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus::sources {

namespace {

constexpr int pagesAtOnce = 2;

/// The server wants to be asked less, or can serve nothing for a while.
bool asksForTime(int status)
{
    return status == 429 || status == 503;
}

} // namespace

FeedLook::FeedLook(fetch::Fetcher &fetcher, Subscriptions &subscriptions, Subscription subscription,
                   QObject *parent)
    : QObject(parent)
    , m_fetcher(fetcher)
    , m_subscriptions(subscriptions)
{
    m_looked.subscription = std::move(subscription);
}

void FeedLook::start(End end)
{
    m_end = std::move(end);
    const Subscription &feed = m_looked.subscription;
    m_fetcher.get({QUrl(feed.address), fetch::Wanted::Feed, feed.etag, feed.modified}, this,
                  [this](const Result<fetch::Response> &response) { takeFeed(response); });
}

void FeedLook::takeFeed(const Result<fetch::Response> &response)
{
    Subscription &feed = m_looked.subscription;
    if (!response) {
        fail(response.error().where == feed.address ? response.error().what : response.error().line());
        return;
    }
    m_looked.retryAfter = response->retryAfter;
    if (response->status == 200) {
        takeItems(*response);
    } else if (response->status == 304 && !(feed.etag.isEmpty() && feed.modified.isEmpty())) {
        fetchPages();
    } else if (response->status == 410) {
        fail(fetch::statusInWords(410), State::Gone);
    } else {
        fail(response->status == 304
                 ? u"its server says that nothing changed, though nothing was there before"_s
                 : fetch::statusInWords(response->status));
    }
}

void FeedLook::takeItems(const fetch::Response &response)
{
    Subscription &feed = m_looked.subscription;
    const Result<FeedInfo> info = feedInfo(response.body, response.charset, response.address);
    if (!info) {
        fail(info.error().what);
        return;
    }
    if (response.moved)
        feed.address = response.address.toString(QUrl::FullyEncoded);
    feed.etag = response.etag;
    feed.modified = response.modified;
    feed.title = info->title;
    feed.site = info->site;
    m_feed = response;
    if (feed.pages) {
        m_texts = textsIn(feedInput(feed.id, response, {}));
        if (const Result<void> wanted = m_subscriptions.wantPages(feed.id, info->links); !wanted) {
            fail(wanted.error().line());
            return;
        }
    }
    fetchPages();
}

void FeedLook::fetchPages()
{
    if (m_looked.subscription.pages) {
        if (const auto wanted = m_subscriptions.wantedPages(m_looked.subscription.id, mostPages))
            m_wanted = *wanted;
    }
    m_looked.good = true;
    m_looked.subscription.state = State::Good;
    m_looked.subscription.error.clear();
    fetchNext();
}

void FeedLook::fetchNext()
{
    while (m_running < pagesAtOnce && !m_wanted.isEmpty() && m_bytes < mostBytes) {
        const QString address = m_wanted.takeFirst();
        ++m_running;
        m_fetcher.get(
            {QUrl(address), fetch::Wanted::Page, {}, {}}, this,
            [this, address](const Result<fetch::Response> &response) { takePage(address, response); });
    }
    if (m_running == 0)
        finish();
}

void FeedLook::takePage(const QString &address, const Result<fetch::Response> &response)
{
    --m_running;
    if (response && response->status == 200)
        keepPage(address, *response);
    else if (response && asksForTime(response->status))
        m_wanted.clear();
    else
        static_cast<void>(m_subscriptions.pageFailed(m_looked.subscription.id, address));
    fetchNext();
}

/// Only where the page tells more than the feed does.
void FeedLook::keepPage(const QString &address, const fetch::Response &response)
{
    fetch::Response known = response;
    known.asked.prepend(QUrl(address));
    const Input page = pageInput(m_looked.subscription.id, known);
    const QString key = addressKey(address);
    m_looked.pages << address;
    const qsizetype length = textIn(page);
    if (length == 0 || length < m_texts.value(key))
        return;
    m_bytes += response.body.size();
    m_without.insert(key);
    m_looked.inputs.push_back(page);
}

void FeedLook::fail(const QString &why, State state)
{
    Subscription &feed = m_looked.subscription;
    feed.state = state;
    feed.error = why;
    m_end(std::move(m_looked));
}

void FeedLook::finish()
{
    if (!m_feed.body.isNull())
        m_looked.inputs.push_back(feedInput(m_looked.subscription.id, m_feed, m_without));
    m_end(std::move(m_looked));
}

} // namespace demarche::corpus::sources
