#include "models/corpus/storeinner.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus {

Result<QHash<QString, QStringList>> Store::Inner::columnsIn(const QString &file)
{
    QHash<QString, QStringList> columns;
    // "/" and what comes right behind it bound all that lies in an archive.
    const Result<void> read = database->rows(
        u"SELECT path, columns FROM table_columns WHERE path = ? OR (path > ? AND path < ?)"_s,
        {file, QString(file + u'/'), QString(file + QChar(u'/' + 1))}, [&columns](const QSqlQuery &row) {
            columns.insert(row.value(0).toString(), parted(row.value(1).toString()));
        });
    return read ? Result<QHash<QString, QStringList>>(std::move(columns)) : std::unexpected(read.error());
}

Result<void> Store::Inner::keepColumns(const Article &article)
{
    for (auto table = article.columns.cbegin(); table != article.columns.cend(); ++table) {
        const auto kept =
            database->run(u"INSERT OR REPLACE INTO table_columns (path, columns) VALUES (?, ?)"_s,
                          {table.key(), joined(table.value())});
        if (!kept)
            return std::unexpected(kept.error());
    }
    return {};
}

Result<bool> Store::Inner::knowsColumns(const Article &article)
{
    for (auto table = article.columns.cbegin(); table != article.columns.cend(); ++table) {
        const Result<QVariant> kept =
            database->value(u"SELECT columns FROM table_columns WHERE path = ?"_s, {table.key()});
        if (!kept)
            return std::unexpected(kept.error());
        if (kept->toString() != joined(table.value()))
            return false;
    }
    return true;
}

Result<QHash<QString, QStringList>> Store::columnsIn(const QString &file) const
{
    return m->columnsIn(file);
}

} // namespace demarche::corpus
