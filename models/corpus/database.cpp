#include "models/corpus/database.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUrl>

#include <atomic>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr int busyMilliseconds = 10'000;
constexpr int statementsKept = 64;
constexpr qint64 leastRoom = 64 * 1024; ///< bytes that SQLite needs beside a file even for reading
const QString fullWords = QStringLiteral("the disk is full; what was stored before is safe");
const QString readOnlyWords = QStringLiteral("cannot be written (read-only)");

QString nextConnectionName()
{
    static std::atomic<int> count = 0;
    return u"demarche-%1"_s.arg(++count);
}

/// Where the disk holds no more, SQLite says of many things that they failed, and seldom why.
bool isFull(const QFileInfo &info)
{
    const QStorageInfo disk(info.absolutePath());
    return disk.isValid() && !disk.isReadOnly() && disk.bytesAvailable() >= 0 &&
           disk.bytesAvailable() < leastRoom;
}

/// A file in WAL mode wants a file beside it even for reading. Where that cannot be made and no writer left
/// its own, nobody writes it, and it is read as what cannot change.
QString nameForReading(const QFileInfo &info)
{
    QUrl name = QUrl::fromLocalFile(info.absoluteFilePath());
    const bool writers = QFileInfo(info.absoluteFilePath() + u"-wal"_s).size() > 0;
    if (!writers && (!QFileInfo(info.absolutePath()).isWritable() || isFull(info)))
        name.setQuery(u"immutable=1"_s);
    return name.toString(QUrl::FullyEncoded);
}

} // namespace

Database::Database(QString file, QString connection)
    : m_file(std::move(file))
    , m_connection(std::move(connection))
    , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection))
{
}

Database::~Database()
{
    qDeleteAll(m_statements);
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, Access access)
{
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s))
        return std::unexpected(Problem{file, u"cannot be opened, for Qt's SQLite driver is not installed"_s});
    const QFileInfo info(file);
    if (info.isDir())
        return std::unexpected(Problem{file, u"is a folder, not a store"_s});
    if (access == Access::Read && !info.exists())
        return std::unexpected(Problem{file, u"no such store"_s});
    if (!info.absoluteDir().exists())
        return std::unexpected(Problem{file, u"cannot be made, for its folder does not exist"_s});
    std::unique_ptr<Database> made(new Database(file, nextConnectionName()));
    made->m_database.setDatabaseName(access == Access::Read ? nameForReading(info) : info.absoluteFilePath());
    made->m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1%2"_s.arg(
        QString::number(busyMilliseconds),
        access == Access::Read ? u";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s : QString()));
    if (!made->m_database.open())
        return std::unexpected(made->problem(made->m_database.lastError()));
    return made;
}

Result<QSqlQuery *> Database::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery *query = m_statements.value(sql);
    if (query == nullptr) {
        if (m_statements.size() >= statementsKept) {
            qDeleteAll(m_statements);
            m_statements.clear();
        }
        auto fresh = std::make_unique<QSqlQuery>(m_database);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql))
            return std::unexpected(problem(fresh->lastError()));
        query = fresh.release();
        m_statements.insert(sql, query);
    }
    query->finish();
    for (qsizetype i = 0; i < values.size(); ++i) {
        const bool emptyText = values[i].typeId() == QMetaType::QString && values[i].toString().isNull();
        query->bindValue(int(i), emptyText ? QVariant(u""_s) : values[i]);
    }
    if (!query->exec())
        return std::unexpected(problem(query->lastError()));
    return query;
}

Result<QVariant> Database::value(const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery *> query = run(sql, values);
    if (!query)
        return std::unexpected(query.error());
    const QVariant first = (*query)->next() ? (*query)->value(0) : QVariant();
    const Result<void> sound = ended(**query);
    return sound ? Result<QVariant>(first) : std::unexpected(sound.error());
}

Result<void> Database::ended(QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    query.finish();
    return error.isValid() ? std::unexpected(problem(error)) : Result<void>{};
}

bool Database::isReadOnly(const Problem &problem)
{
    return problem.what == readOnlyWords;
}

/// By SQLite's result codes (https://sqlite.org/rescode.html), whose low byte is the kind of failure.
Problem Database::problem(const QSqlError &error) const
{
    enum Code {
        Busy = 5,
        Locked = 6,
        ReadOnly = 8,
        Io = 10,
        Corrupt = 11,
        Full = 13,
        CantOpen = 14,
        NotADb = 26
    };
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
    case Locked:
        return {m_file, u"is being written by another process that does not end; nothing was changed"_s};
    case ReadOnly:
        return {m_file, readOnlyWords};
    case Io:
        if (isFull(QFileInfo(m_file)))
            return {m_file, fullWords};
        return {m_file, u"the disk cannot be read or written; what was stored before is safe"_s};
    case Corrupt:
        return {m_file, u"is damaged (%1)"_s.arg(error.databaseText())};
    case Full:
        return {m_file, fullWords};
    case CantOpen:
        return {m_file, u"cannot be opened or made (permission denied, or the folder is read-only)"_s};
    case NotADb:
        return {m_file, u"is not a store of Démarche"_s};
    default:
        return {m_file, u"the store says: "_s + error.databaseText()};
    }
}

} // namespace demarche::corpus
