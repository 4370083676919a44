#pragma once

#include "models/corpus/import.h"
#include "models/corpus/sources/gatherer.h"
#include "tests/example/webserver.h"
#include "tests/models/corpus/fetch/fetching.h"

#include <QTemporaryDir>
#include <QTest>

namespace demarche::corpus::sources {

/// A gatherer over a store of its own with a clock that the test holds, its inputs imported as the window
/// would.
class Gathering
{
public:
    explicit Gathering(const QString &store, fetch::Rules rules = fetch::everythingAllowed())
        : m_store(store)
        , m_gatherer(store, {rules, false, 60}, fetch::serverInPublic(), fetch::smallLimits(),
                     [this] { return m_now; })
    {
        QObject::connect(&m_gatherer, &Gatherer::changed,
                         [this](const SubscriptionList &list, const QSet<qint64> &busy) {
                             m_list = list;
                             m_busy = busy;
                             ++m_told;
                         });
        QObject::connect(&m_gatherer, &Gatherer::failed, [this](const QString &line) { m_failures << line; });
        QObject::connect(&m_gatherer, &Gatherer::found,
                         [this](const Found &found) { m_found.push_back(found); });
        QObject::connect(&m_gatherer, &Gatherer::arrived,
                         [this](const std::vector<Input> &inputs) { import(inputs); });
        m_gatherer.start();
    }

    /// Subscribes and waits for the first look.
    void subscribe(const QUrl &address, bool pages = false)
    {
        Subscription feed;
        feed.address = address.toString();
        feed.pages = pages;
        m_gatherer.add({feed});
        settle();
    }

    void refresh(qint64 id = 1)
    {
        m_gatherer.refresh({id});
        settle();
    }

    /// Waits until nothing is being looked at and all is told: a subscription is busy until what its look
    /// found is stored, and news that are asked for now tell all that was stored before.
    void settle()
    {
        QVERIFY(QTest::qWaitFor(
            [this] {
                const int told = m_told;
                m_gatherer.recount();
                return QTest::qWaitFor([this, told] { return m_told > told; }, longest) && m_busy.isEmpty();
            },
            longest));
    }

    [[nodiscard]] Gatherer &gatherer() { return m_gatherer; }
    [[nodiscard]] const Subscription &feed(size_t at = 0) const { return m_list.at(at); }
    [[nodiscard]] const SubscriptionList &list() const { return m_list; }
    [[nodiscard]] const std::vector<Found> &found() const { return m_found; }
    [[nodiscard]] QStringList failures() const { return m_failures; }
    [[nodiscard]] qint64 stored() const { return Store::open(m_store)->count().value_or(-1); }
    [[nodiscard]] Store store() const { return *Store::open(m_store); }
    void setNow(qint64 now) { m_now = now; }
    [[nodiscard]] qint64 now() const { return m_now; }
    /// The next inputs are lost, as where the program is killed or the import cancelled.
    void cancelNextImport() { m_cancel = true; }

private:
    static constexpr int longest = 30'000; ///< ms, on a busy machine

    void import(const std::vector<Input> &inputs)
    {
        ImportReport report;
        if (std::exchange(m_cancel, false))
            report.cancelled = true;
        else
            report = *importInputs(m_store, inputs, 1,
                                   {[](const Article &) { return analysis::Analysis(); }, {}, {}, {}});
        QList<qint64> receipts{inputs.front().receipt};
        QMetaObject::invokeMethod(
            &m_gatherer, [this, receipts, report] { m_gatherer.settle(receipts, report); },
            Qt::QueuedConnection);
    }

    QString m_store;
    qint64 m_now = 1'700'000'000;
    int m_told = 0; ///< news so far
    bool m_cancel = false;
    SubscriptionList m_list;
    QSet<qint64> m_busy;
    std::vector<Found> m_found;
    QStringList m_failures;
    Gatherer m_gatherer;
};

/// RSS with the items given as (path, text).
inline QByteArray rss(const std::vector<std::pair<QByteArray, QByteArray>> &items)
{
    QByteArray feed = "<rss version='2.0'><channel><title>The News</title><link>https://news.example/</link>";
    for (const auto &[path, text] : items)
        feed += "<item><title>Report " + path + "</title><link>" + path + "</link><description>" + text +
                "</description></item>";
    return feed + "</channel></rss>";
}

inline QByteArray articlePage(const QByteArray &about)
{
    return "<html><head><title>" + about + "</title></head><body><article><h1>" + about +
           "</h1><p>Norland recalled its envoy from Sudria on Monday over " + about +
           ", and Ida Holm, its foreign minister, told reporters in the capital that talks would go on.</p>"
           "<p>Officials of both countries said that they would meet again before the end of the month.</p>"
           "</article></body></html>";
}

} // namespace demarche::corpus::sources
