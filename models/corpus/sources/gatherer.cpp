#include "models/corpus/sources/gatherer.h"

#include "models/corpus/fetch/addresses.h"

#include <QDateTime>
#include <QFileInfo>
#include <QRandomGenerator>

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace demarche::corpus::sources {

namespace {

constexpr int betweenNewsMs = 150;
constexpr qint64 longestSleep = 3600; ///< seconds; clocks are set and machines sleep

double chance()
{
    return QRandomGenerator::global()->generateDouble();
}

/// What of a subscription's articles could not be read, in one line; empty where all could.
QString unreadable(const QString &address, const ImportReport &report)
{
    const auto isOurs = [&address](const Problem &problem) { return problem.where.startsWith(address); };
    const auto first = std::ranges::find_if(report.problems, isOurs);
    const auto count = std::ranges::count_if(report.problems, isOurs);
    if (count == 0)
        return {};
    return count == 1 ? first->what : u"%1 could not be read; the first: %2"_s.arg(count).arg(first->what);
}

} // namespace

Gatherer::Gatherer(QString storeFile, const Settings &settings, fetch::Surroundings around,
                   fetch::Limits limits, Clock clock)
    : m_file(std::move(storeFile))
    , m_settings(settings)
    , m_clock(clock ? std::move(clock) : Clock(QDateTime::currentSecsSinceEpoch))
    , m_fetcher(settings.rules, limits, std::move(around), this)
    , m_due(this)
    , m_tell(this)
{
    m_schedule.minutes = settings.minutes;
    m_due.setSingleShot(true);
    m_tell.setSingleShot(true);
    m_tell.setInterval(betweenNewsMs);
    connect(&m_due, &QTimer::timeout, this, &Gatherer::refreshDue);
    connect(&m_tell, &QTimer::timeout, this, &Gatherer::reload);
}

Gatherer::~Gatherer() = default;

void Gatherer::start()
{
    Result<Subscriptions> opened = Subscriptions::open(m_file);
    if (!tell(opened))
        return;
    m_subscriptions = std::make_unique<Subscriptions>(std::move(*opened));
    reload();
    watchFolders();
    refreshDue();
}

void Gatherer::setSettings(const Settings &settings)
{
    m_settings = settings;
    m_schedule.minutes = settings.minutes;
    m_fetcher.setRules(settings.rules);
    scheduleNext();
}

/// Reads the list anew and tells it.
void Gatherer::reload()
{
    m_tell.stop();
    if (!m_subscriptions)
        return;
    Result<SubscriptionList> list = m_subscriptions->all();
    if (!tell(list))
        return;
    m_list = *std::move(list);
    emit changed(m_list, m_busy);
    scheduleNext();
}

void Gatherer::recount()
{
    if (!m_tell.isActive())
        m_tell.start();
}

void Gatherer::add(const SubscriptionList &list)
{
    if (!m_subscriptions)
        return;
    const auto ids = m_subscriptions->add(list);
    if (!tell(ids))
        return;
    reload();
    watchFolders();
    refresh(*ids);
}

void Gatherer::change(const Subscription &subscription)
{
    if (!m_subscriptions || !tell(m_subscriptions->change(subscription)))
        return;
    m_watches.erase(subscription.id); // it may be another folder now
    reload();
    watchFolders();
    refreshDue();
}

void Gatherer::remove(const std::vector<qint64> &ids)
{
    if (!m_subscriptions || !tell(m_subscriptions->remove(ids)))
        return;
    for (const qint64 id : ids)
        m_watches.erase(id);
    reload();
}

void Gatherer::moveGroup(const QStringList &from, const QStringList &to)
{
    if (m_subscriptions && tell(m_subscriptions->moveGroup(from, to)))
        reload();
}

void Gatherer::refresh(const std::vector<qint64> &ids)
{
    for (const qint64 id : ids) {
        if (const Subscription *one = known(id))
            begin(*one);
    }
}

void Gatherer::refreshAll()
{
    for (const Subscription &one : SubscriptionList(m_list)) {
        if (one.state != State::Gone)
            begin(one);
    }
}

void Gatherer::refreshDue()
{
    if (m_settings.byItself) {
        for (const Subscription &one : SubscriptionList(m_list)) {
            if (one.state != State::Gone && one.due <= m_clock())
                begin(one);
        }
    }
    scheduleNext();
}

void Gatherer::begin(const Subscription &subscription)
{
    if (m_busy.contains(subscription.id))
        return;
    m_busy.insert(subscription.id);
    recount();
    if (subscription.kind == Kind::Folder) {
        lookAtFolder(subscription);
        return;
    }
    auto *look = new FeedLook(m_fetcher, *m_subscriptions, subscription, this);
    look->start([this, look](Looked looked) {
        look->deleteLater();
        takeFeed(std::move(looked));
    });
}

void Gatherer::takeFeed(Looked looked)
{
    // It may have been removed, or changed, while it was looked at.
    const Subscription *now = known(looked.subscription.id);
    if (now == nullptr) {
        m_busy.remove(looked.subscription.id);
        return;
    }
    if (looked.inputs.empty()) {
        tell(m_subscriptions->pagesDone(looked.subscription.id, looked.pages));
        finish(std::move(looked.subscription), looked.good, looked.retryAfter);
        return;
    }
    hand(std::move(looked.inputs), {std::move(looked.subscription), looked.pages, {}, 0});
}

/// Gives to the import; the rest follows when that is through.
void Gatherer::hand(std::vector<Input> inputs, Pending pending)
{
    const Result<qint64> newest = m_subscriptions->newestArticle();
    if (!tell(newest)) {
        m_busy.remove(pending.subscription.id);
        return;
    }
    pending.newest = *newest;
    ++m_receipt;
    for (Input &input : inputs)
        input.receipt = m_receipt;
    m_pending.emplace(m_receipt, std::move(pending));
    emit arrived(inputs);
}

void Gatherer::settle(const QList<qint64> &receipts, const ImportReport &report)
{
    for (const qint64 receipt : receipts) {
        if (auto pending = m_pending.extract(receipt); !pending.empty())
            settleOne(pending.mapped(), report);
    }
}

void Gatherer::settleOne(const Pending &pending, const ImportReport &report)
{
    Subscription subscription = pending.subscription;
    if (report.cancelled) { // as if it had not been looked at, until it is due again
        const Subscription *before = known(subscription.id);
        m_busy.remove(subscription.id);
        if (before != nullptr) {
            subscription = *before;
            subscription.due = dueAfterSuccess(m_schedule, subscription, m_clock(), chance());
            tell(m_subscriptions->keepState(subscription));
        }
        recount();
        return;
    }
    const Result<int> fresh = m_subscriptions->articlesSince(subscription.id, pending.newest);
    subscription.fresh = fresh.value_or(0);
    subscription.error = unreadable(subscription.address, report);
    tell(m_subscriptions->pagesDone(subscription.id, pending.pages));
    if (!pending.files.isEmpty()) {
        tell(m_subscriptions->keepFiles(subscription.id, pending.files));
        if (const auto watch = m_watches.find(subscription.id); watch != m_watches.end())
            watch->second->imported(pending.files);
    }
    finish(std::move(subscription), true, {});
}

void Gatherer::finish(Subscription subscription, bool good, std::optional<qint64> retryAfter)
{
    subscription.checked = m_clock();
    subscription.failures = good ? 0 : subscription.failures + 1;
    subscription.due =
        good ? dueAfterSuccess(m_schedule, subscription, subscription.checked, chance())
             : dueAfterFailure(m_schedule, subscription, subscription.checked, retryAfter, chance());
    if (!good)
        spdlog::info("subscription {}: look failed", subscription.id);
    tell(m_subscriptions->keepState(subscription));
    m_busy.remove(subscription.id);
    recount();
}

void Gatherer::find(const QString &address)
{
    const Result<QUrl> url = fetch::checkedAddress(address, m_settings.rules);
    if (!url) {
        Found nothing;
        nothing.asked = address;
        nothing.problem = url.error().what;
        emit found(nothing);
        return;
    }
    m_fetcher.get(
        {*url, fetch::Wanted::Page, {}, {}}, this, [this, address](const Result<fetch::Response> &response) {
            Found nothing;
            nothing.asked = address;
            if (response && response->status == 200) {
                emit found(foundAt(address, *response));
                return;
            }
            nothing.problem = response ? fetch::statusInWords(response->status) : response.error().what;
            emit found(nothing);
        });
}

/// Sleeps until the next is due, but never long.
void Gatherer::scheduleNext()
{
    m_due.stop();
    if (!m_settings.byItself || m_list.empty())
        return;
    const qint64 now = m_clock();
    qint64 wait = longestSleep;
    for (const Subscription &one : m_list) {
        if (one.state != State::Gone && !m_busy.contains(one.id))
            wait = std::min(wait, std::max<qint64>(1, one.due - now));
    }
    m_due.start(int(wait * 1000));
}

const Subscription *Gatherer::known(qint64 id) const
{
    const auto found = std::ranges::find(m_list, id, &Subscription::id);
    return found == m_list.end() ? nullptr : &*found;
}

} // namespace demarche::corpus::sources
