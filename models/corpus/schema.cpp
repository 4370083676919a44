#include "models/corpus/schema.h"

#include "models/text/resource.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <array>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr int applicationId = 0x44454D43; ///< "DEMC", in the file's header

constexpr std::array<QLatin1StringView, schemaVersion> migrations{
    QLatin1StringView("0001_articles.sql"), QLatin1StringView("0002_subscriptions.sql"),
    QLatin1StringView("0003_stories.sql"),  QLatin1StringView("0004_metadata.sql"),
    QLatin1StringView("0005_sources.sql"),  QLatin1StringView("0006_columns.sql"),
    QLatin1StringView("0007_fetched.sql")};

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
    const Result<QStringList> statements = migration(number);
    if (!statements)
        return std::unexpected(statements.error());
    for (const QString &statement : *statements) {
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

Result<void> setAll(Database &database, const QStringList &pragmas)
{
    for (const QString &pragma : pragmas) {
        if (const Result<QVariant> set = database.value(u"PRAGMA "_s + pragma); !set)
            return std::unexpected(set.error());
    }
    return {};
}

Problem foreign(const QString &file)
{
    return {file, u"is a database of another program, not a store"_s};
}

Result<StoreForm> judged(const QString &file, int version, int application, bool isEmpty)
{
    if (isEmpty && version == 0)
        return StoreForm{};
    if (application != applicationId)
        return std::unexpected(foreign(file));
    if (version > schemaVersion)
        return std::unexpected(
            Problem{file, u"was written by a newer version of Démarche (form %1; this one knows %2)"_s.arg(
                              QString::number(version), QString::number(schemaVersion))});
    return StoreForm{false, version};
}

/// By SQLite's own answers.
Result<StoreForm> formOf(Database &database)
{
    const Result<QVariant> version = database.value(u"PRAGMA user_version"_s);
    const Result<QVariant> application = database.value(u"PRAGMA application_id"_s);
    const Result<QVariant> tables = database.value(u"SELECT count(*) FROM sqlite_master"_s);
    if (!version || !application || !tables)
        return std::unexpected(!version       ? version.error()
                               : !application ? application.error()
                                              : tables.error());
    return judged(database.file(), version->toInt(), application->toInt(), tables->toInt() == 0);
}

/// By the file's first bytes (https://sqlite.org/fileformat2.html), which tell all where no log lies beside
/// it: so that looking at it leaves no file behind either.
Result<StoreForm> formByHeader(QFile &file)
{
    constexpr int headerSize = 100;
    constexpr int versionAt = 60;
    constexpr int applicationAt = 68;
    const QByteArray header = file.read(headerSize);
    if (header.size() < headerSize || !header.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return std::unexpected(Problem{file.fileName(), u"is not a store of Démarche"_s});
    const int version = qFromBigEndian<qint32>(header.constData() + versionAt);
    const int application = qFromBigEndian<qint32>(header.constData() + applicationAt);
    return judged(file.fileName(), version, application, version == 0 && application == 0);
}

} // namespace

Result<QStringList> migration(int number)
{
    const Result<QByteArray> sql = resource(u"corpus/migrations/"_s + migrations[size_t(number - 1)]);
    if (!sql)
        return std::unexpected(sql.error());
    return statementsOf(QString::fromUtf8(*sql));
}

Result<StoreForm> formOf(const QString &name)
{
    const QFileInfo info(name);
    if (info.isDir())
        return std::unexpected(Problem{name, u"is a folder, not a store"_s});
    if (info.size() == 0)
        return StoreForm{};
    if (QFileInfo(name + u"-wal"_s).size() > 0) {
        const Result<std::unique_ptr<Database>> database = Database::open(name, Access::Read);
        return database ? formOf(**database) : std::unexpected(database.error());
    }
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Problem{name, u"cannot be read: "_s + file.errorString()});
    return formByHeader(file);
}

Result<void> prepareStore(Database &database)
{
    const Result<StoreForm> form = formOf(database);
    if (!form)
        return std::unexpected(form.error());
    const Result<void> tuned =
        setAll(database, {u"journal_mode = WAL"_s, u"synchronous = NORMAL"_s, u"foreign_keys = ON"_s,
                          u"cache_size = -65536"_s, u"mmap_size = 268435456"_s, u"temp_store = MEMORY"_s});
    if (!tuned)
        return tuned;
    return form->version < schemaVersion ? migrate(database) : Result<void>{};
}

Result<void> prepareReading(Database &database)
{
    return setAll(database, {u"mmap_size = 268435456"_s, u"temp_store = MEMORY"_s});
}

} // namespace demarche::corpus
