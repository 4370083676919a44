#include "models/corpus/database.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>

#include <atomic>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr int busyMilliseconds = 10'000;
constexpr int statementsKept = 64;

QString nextConnectionName()
{
    static std::atomic<int> count = 0;
    return u"demarche-%1"_s.arg(++count);
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

Result<std::unique_ptr<Database>> Database::open(const QString &file)
{
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s))
        return std::unexpected(Problem{file, u"cannot be opened, for Qt's SQLite driver is not installed"_s});
    const QFileInfo info(file);
    if (info.isDir())
        return std::unexpected(Problem{file, u"is a folder, not a store"_s});
    if (!info.absoluteDir().exists())
        return std::unexpected(Problem{file, u"cannot be made, for its folder does not exist"_s});
    std::unique_ptr<Database> made(new Database(file, nextConnectionName()));
    made->m_database.setDatabaseName(info.absoluteFilePath());
    made->m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyMilliseconds));
    if (!made->m_database.open())
        return std::unexpected(made->problem(made->m_database.lastError().databaseText()));
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
            return std::unexpected(problem(fresh->lastError().databaseText()));
        query = fresh.release();
        m_statements.insert(sql, query);
    }
    query->finish();
    for (qsizetype i = 0; i < values.size(); ++i) {
        const bool emptyText = values[i].typeId() == QMetaType::QString && values[i].toString().isNull();
        query->bindValue(int(i), emptyText ? QVariant(u""_s) : values[i]);
    }
    if (!query->exec())
        return std::unexpected(problem(query->lastError().databaseText()));
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
    return error.isValid() ? std::unexpected(problem(error.databaseText())) : Result<void>{};
}

Problem Database::problem(const QString &text) const
{
    if (text.contains("not a database"_L1))
        return {m_file, u"is not a store of Démarche"_s};
    if (text.contains("readonly"_L1))
        return {m_file, u"cannot be written (read-only)"_s};
    if (text.contains("full"_L1))
        return {m_file, u"the disk is full; what was stored before is safe"_s};
    return {m_file, u"the store says: "_s + text};
}

} // namespace demarche::corpus
