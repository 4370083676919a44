#pragma once

#include "models/corpus/access.h"
#include "models/text/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <utility>

namespace demarche::corpus {

/// One connection to a SQLite file, with its prepared statements. Belongs to the thread that opened it.
class Database
{
public:
    /// Opens the file, or makes it where it is to be written; waits up to some seconds where another process
    /// writes.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &file,
                                                                Access access = Access::Write);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] QString file() const { return m_file; }

    /// Runs a statement with values for its `?`s; only an invalid QVariant is NULL. The query is good until
    /// the same statement is run again.
    [[nodiscard]] Result<QSqlQuery *> run(const QString &sql, const QVariantList &values = {});
    /// The first column of the first row; an invalid QVariant where there is none.
    [[nodiscard]] Result<QVariant> value(const QString &sql, const QVariantList &values = {});

    /// Calls `each` with every row of a statement's answer. A Problem where the answer breaks off: what came
    /// before is then only a part.
    template <typename Each>
    [[nodiscard]] Result<void> rows(const QString &sql, const QVariantList &values, Each each)
    {
        const Result<QSqlQuery *> query = run(sql, values);
        if (!query)
            return std::unexpected(query.error());
        while ((*query)->next())
            each(std::as_const(**query));
        return ended(**query);
    }

    /// Runs `work` inside one transaction, which is taken back where it fails.
    template <typename Work>
    [[nodiscard]] auto transaction(Work work) -> decltype(work())
    {
        if (const Result<QSqlQuery *> begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
            return std::unexpected(begun.error());
        auto result = work();
        const Result<QSqlQuery *> ended = run(result ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK"));
        if (result && !ended) {
            static_cast<void>(run(QStringLiteral("ROLLBACK")));
            return std::unexpected(ended.error());
        }
        return result;
    }

    /// Whether this was the problem: who only reads wanted to write.
    [[nodiscard]] static bool isReadOnly(const Problem &problem);

private:
    Database(QString file, QString connection);
    [[nodiscard]] Problem problem(const QSqlError &error) const;
    /// Frees the statement for its next run; a Problem where its last row was not reached.
    [[nodiscard]] Result<void> ended(QSqlQuery &query) const;

    QString m_file;
    QString m_connection;
    QSqlDatabase m_database;
    QHash<QString, QSqlQuery *> m_statements;
};

} // namespace demarche::corpus
