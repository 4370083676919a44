#include "models/corpus/schema.h"

#include "models/text/resource.h"

#include <array>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr int applicationId = 0x44454D43; ///< "DEMC", in the file's header

constexpr std::array<QLatin1StringView, schemaVersion> migrations{
    QLatin1StringView("0001_articles.sql"), QLatin1StringView("0002_subscriptions.sql"),
    QLatin1StringView("0003_stories.sql")};

/// Statements of a migration file; none of ours holds a ";" inside a string or a comment.
QStringList statementsOf(const QString &sql)
{
    QString bare;
    for (const QString &line : sql.split(u'\n'))
        bare += line.section(u"--"_s, 0, 0) + u'\n';
    QStringList statements;
    for (const QString &statement : bare.split(u';')) {
        if (!statement.trimmed().isEmpty())
            statements << statement.trimmed();
    }
    return statements;
}

Result<void> apply(Database &database, int number)
{
    const Result<QByteArray> sql = resource(u"corpus/migrations/"_s + migrations[size_t(number - 1)]);
    if (!sql)
        return std::unexpected(sql.error());
    for (const QString &statement : statementsOf(QString::fromUtf8(*sql))) {
        if (const Result<QSqlQuery *> done = database.run(statement); !done)
            return std::unexpected(done.error());
    }
    return {};
}

Result<void> migrate(Database &database)
{
    return database.transaction([&]() -> Result<void> {
        // Asked again inside: another process may have migrated meanwhile.
        const Result<QVariant> from = database.value(u"PRAGMA user_version"_s);
        if (!from)
            return std::unexpected(from.error());
        for (int number = from->toInt() + 1; number <= schemaVersion; ++number) {
            if (Result<void> applied = apply(database, number); !applied)
                return applied;
        }
        for (const QString &pragma : {u"PRAGMA user_version = %1"_s.arg(schemaVersion),
                                      u"PRAGMA application_id = %1"_s.arg(applicationId)}) {
            if (const Result<QSqlQuery *> set = database.run(pragma); !set)
                return std::unexpected(set.error());
        }
        return {};
    });
}

Result<void> tune(Database &database)
{
    for (const QString &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s,
                                  u"PRAGMA foreign_keys = ON"_s, u"PRAGMA cache_size = -65536"_s,
                                  u"PRAGMA mmap_size = 268435456"_s, u"PRAGMA temp_store = MEMORY"_s}) {
        if (const Result<QVariant> set = database.value(pragma); !set)
            return std::unexpected(set.error());
    }
    return {};
}

} // namespace

Result<void> prepareStore(Database &database)
{
    const Result<QVariant> version = database.value(u"PRAGMA user_version"_s);
    const Result<QVariant> application = database.value(u"PRAGMA application_id"_s);
    const Result<QVariant> tables = database.value(u"SELECT count(*) FROM sqlite_master"_s);
    if (!version || !application || !tables)
        return std::unexpected(!version       ? version.error()
                               : !application ? application.error()
                                              : tables.error());
    const bool isNew = tables->toInt() == 0 && version->toInt() == 0;
    if (!isNew && application->toInt() != applicationId)
        return std::unexpected(Problem{database.file(), u"is a database of another program, not a store"_s});
    if (version->toInt() > schemaVersion)
        return std::unexpected(Problem{
            database.file(), u"was written by a newer version of Démarche (form %1; this one knows %2)"_s.arg(
                                 QString::number(version->toInt()), QString::number(schemaVersion))});
    if (Result<void> tuned = tune(database); !tuned)
        return tuned;
    return version->toInt() < schemaVersion ? migrate(database) : Result<void>{};
}

} // namespace demarche::corpus
