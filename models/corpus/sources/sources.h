#pragma once

#include "models/corpus/import.h"
#include "models/corpus/sources/found.h"
#include "models/corpus/sources/settings.h"
#include "models/corpus/sources/subscription.h"

#include <QObject>
#include <QSet>
#include <QThread>

namespace demarche::corpus::sources {

class Gatherer;

/// The subscriptions as a window sees them: asks return at once, everything happens on a thread of its own,
/// and news come by signals on the caller's thread. What arrives must be imported, and settle() called when
/// that is through.
class Sources : public QObject
{
    Q_OBJECT

public:
    Sources(const QString &storeFile, const Settings &settings, QObject *parent = nullptr);
    /// With a gatherer of one's own; for tests.
    explicit Sources(std::unique_ptr<Gatherer> gatherer, QObject *parent = nullptr);
    ~Sources() override; ///< lets go of what is under way

    void start();
    void setSettings(const Settings &settings);
    void add(const SubscriptionList &list);
    void change(const Subscription &subscription);
    void remove(const std::vector<qint64> &ids);
    void moveGroup(const QStringList &from, const QStringList &to);
    void refresh(const std::vector<qint64> &ids);
    void refreshAll();
    void find(const QString &address);
    void settle(const QList<qint64> &receipts, const ImportReport &report);
    void recount();

    [[nodiscard]] const SubscriptionList &list() const { return m_list; }
    [[nodiscard]] const QSet<qint64> &busy() const { return m_busy; }
    [[nodiscard]] const Settings &settings() const { return m_settings; }

signals:
    void changed();
    void arrived(const std::vector<demarche::corpus::Input> &inputs);
    void found(const demarche::corpus::sources::Found &found);
    void failed(const QString &line);

private:
    template <typename Ask>
    void ask(Ask what); ///< on the gatherer's thread

    Settings m_settings;
    SubscriptionList m_list;
    QSet<qint64> m_busy;
    Gatherer *m_gatherer;
    QThread m_thread;
};

} // namespace demarche::corpus::sources
