#include "models/corpus/database.h"
#include "models/corpus/sources/subscriptions.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus::sources {

Result<void> Subscriptions::wantPages(qint64 id, const QStringList &addresses)
{
    return m->transaction([&]() -> Result<void> {
        for (const QString &address : addresses) {
            if (Result<void> kept =
                    run(u"INSERT OR IGNORE INTO subscription_page (subscription, address) VALUES (?, ?)"_s,
                        {id, address});
                !kept)
                return kept;
        }
        return {};
    });
}

Result<QStringList> Subscriptions::wantedPages(qint64 id, int most)
{
    QStringList addresses;
    const Result<void> read = m->rows(
        u"SELECT address FROM subscription_page WHERE subscription = ? AND done = 0 AND tries < ? "
        "ORDER BY tries, rowid LIMIT ?"_s,
        {id, mostTries, most}, [&addresses](const QSqlQuery &row) { addresses << row.value(0).toString(); });
    return read ? Result<QStringList>(addresses) : std::unexpected(read.error());
}

Result<void> Subscriptions::pagesDone(qint64 id, const QStringList &addresses)
{
    return m->transaction([&]() -> Result<void> {
        for (const QString &address : addresses) {
            if (Result<void> kept =
                    run(u"UPDATE subscription_page SET done = 1 WHERE subscription = ? AND address = ?"_s,
                        {id, address});
                !kept)
                return kept;
        }
        return {};
    });
}

Result<void> Subscriptions::pageFailed(qint64 id, const QString &address)
{
    return run(u"UPDATE subscription_page SET tries = tries + 1 WHERE subscription = ? AND address = ?"_s,
               {id, address});
}

Result<QHash<QString, FileMark>> Subscriptions::files(qint64 id)
{
    QHash<QString, FileMark> files;
    const Result<void> read = m->rows(
        u"SELECT path, size, changed FROM watched_file WHERE subscription = ?"_s, {id},
        [&files](const QSqlQuery &row) {
            files.insert(row.value(0).toString(), {row.value(1).toLongLong(), row.value(2).toLongLong()});
        });
    return read ? Result<QHash<QString, FileMark>>(std::move(files)) : std::unexpected(read.error());
}

Result<void> Subscriptions::keepFiles(qint64 id, const QHash<QString, FileMark> &files)
{
    return m->transaction([&]() -> Result<void> {
        for (const auto &[path, mark] : files.asKeyValueRange()) {
            if (Result<void> kept = run(u"INSERT OR REPLACE INTO watched_file (subscription, path, size, "
                                        "changed) SELECT id, ?, ?, ? FROM subscription WHERE id = ?"_s,
                                        {path, mark.size, mark.changed, id});
                !kept)
                return kept;
        }
        return {};
    });
}

} // namespace demarche::corpus::sources
