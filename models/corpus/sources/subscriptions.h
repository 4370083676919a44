#pragma once

#include "models/corpus/sources/subscription.h"

#include <QHash>
#include <QVariant>

#include <memory>

namespace demarche::corpus {
class Database;
}

namespace demarche::corpus::sources {

/// What is kept of one file of a watched folder.
struct FileMark
{
    qint64 size = 0;
    qint64 changed = 0; ///< milliseconds since 1970

    bool operator==(const FileMark &) const = default;
};

/// The subscriptions in a store. As a Store, it belongs to one thread, and any number may be open on one
/// file.
class Subscriptions
{
public:
    [[nodiscard]] static Result<Subscriptions> open(const QString &file);

    Subscriptions(Subscriptions &&) noexcept;
    Subscriptions &operator=(Subscriptions &&) noexcept;
    ~Subscriptions();

    /// All of them with their counts of articles, in order of their being added.
    [[nodiscard]] Result<SubscriptionList> all();

    /// Adds those whose address is not subscribed yet, in one transaction; their ids.
    [[nodiscard]] Result<std::vector<qint64>> add(const SubscriptionList &);
    /// Keeps what the analyst may change: name, address, groups, interval, pages, recursion. A new address
    /// forgets how the old one fared. A Problem where it is subscribed already.
    [[nodiscard]] Result<void> change(const Subscription &);
    /// Keeps how a look went: state, error, times, counts, validators, title, site, and the address that a
    /// feed moved to.
    [[nodiscard]] Result<void> keepState(const Subscription &);
    /// Their articles stay.
    [[nodiscard]] Result<void> remove(const std::vector<qint64> &ids);
    /// Gives all that lie in a group, or below it, another place for it: renames, moves, dissolves (empty).
    [[nodiscard]] Result<void> moveGroup(const QStringList &from, const QStringList &to);

    /// Keeps pages to be fetched; those known already stay as they are.
    [[nodiscard]] Result<void> wantPages(qint64 id, const QStringList &addresses);
    /// Pages that were neither fetched nor given up, at most so many.
    [[nodiscard]] Result<QStringList> wantedPages(qint64 id, int most);
    [[nodiscard]] Result<void> pagesDone(qint64 id, const QStringList &addresses);
    [[nodiscard]] Result<void> pageFailed(qint64 id, const QString &address);
    static constexpr int mostTries = 3; ///< of a page, before it is given up

    [[nodiscard]] Result<QHash<QString, FileMark>> files(qint64 id);
    [[nodiscard]] Result<void> keepFiles(qint64 id, const QHash<QString, FileMark> &files);

    /// The id of the newest article; and how many this subscription brought after it.
    [[nodiscard]] Result<qint64> newestArticle();
    [[nodiscard]] Result<int> articlesSince(qint64 id, qint64 article);

private:
    explicit Subscriptions(std::unique_ptr<Database> database);
    [[nodiscard]] Result<void> run(const QString &sql, const QVariantList &values);

    std::unique_ptr<Database> m;
};

} // namespace demarche::corpus::sources
