#pragma once

#include "models/corpus/fetch/fetcher.h"
#include "models/corpus/import.h"
#include "models/corpus/sources/feedlook.h"
#include "models/corpus/sources/folderwatch.h"
#include "models/corpus/sources/found.h"
#include "models/corpus/sources/schedule.h"
#include "models/corpus/sources/settings.h"

#include <QSet>

#include <map>

namespace demarche::corpus::sources {

/// Gathers what subscriptions bring: looks at feeds and folders when they are due, hands what is new to the
/// import and, once that is safely stored, keeps how it went. Killed at any moment, it fetches again what was
/// not stored. Lives on one thread, which is not the window's; Sources is its front there.
class Gatherer : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<qint64()>; ///< seconds since 1970

    Gatherer(QString storeFile, const Settings &settings,
             fetch::Surroundings around = fetch::realSurroundings(), fetch::Limits limits = {},
             Clock clock = {});
    ~Gatherer() override;

    /// Opens the store and begins. On the gatherer's thread, as all that follows.
    void start();
    void setSettings(const Settings &settings);
    void add(const SubscriptionList &list);
    void change(const Subscription &subscription);
    void remove(const std::vector<qint64> &ids);
    void moveGroup(const QStringList &from, const QStringList &to);
    /// Looks at these now, whatever is due; also at those that are gone or fail.
    void refresh(const std::vector<qint64> &ids);
    void refreshAll();
    /// Looks at what is due.
    void refreshDue();
    /// Fetches what an address holds; found() tells.
    void find(const QString &address);
    /// The import is through with what these receipts stand for.
    void settle(const QList<qint64> &receipts, const ImportReport &report);
    /// Counts articles anew; soon, and once for many calls.
    void recount();

signals:
    /// The subscriptions as they are now, and those that are being looked at.
    void changed(const demarche::corpus::sources::SubscriptionList &list, const QSet<qint64> &busy);
    void arrived(const std::vector<demarche::corpus::Input> &inputs);
    void found(const demarche::corpus::sources::Found &found);
    void failed(const QString &line);

private:
    /// What waits for the import.
    struct Pending
    {
        Subscription subscription;
        QStringList pages;
        FileMarks files;
        qint64 newest = 0; ///< article before it
    };

    /// Tells of a failure; true where there was none.
    template <typename Done>
    bool tell(const Done &done)
    {
        if (!done)
            emit failed(done.error().line());
        return done.has_value();
    }
    void reload();
    void begin(const Subscription &subscription);
    void lookAtFolder(const Subscription &subscription);
    void takeFeed(Looked looked);
    void takeFolder(qint64 id, const Result<FileMarks> &files);
    void hand(std::vector<Input> inputs, Pending pending);
    void finish(Subscription subscription, bool good, std::optional<qint64> retryAfter);
    void settleOne(const Pending &pending, const ImportReport &report);
    void watchFolders();
    void scheduleNext();
    [[nodiscard]] const Subscription *known(qint64 id) const;

    QString m_file;
    Settings m_settings;
    Schedule m_schedule;
    Clock m_clock;
    fetch::Fetcher m_fetcher;
    std::unique_ptr<Subscriptions> m_subscriptions;
    SubscriptionList m_list;
    QSet<qint64> m_busy;
    std::map<qint64, std::unique_ptr<FolderWatch>> m_watches;
    std::map<qint64, Pending> m_pending; ///< by receipt
    qint64 m_receipt = 0;
    QTimer m_due;
    QTimer m_tell; ///< gathers changes, so that many make one news
};

} // namespace demarche::corpus::sources
