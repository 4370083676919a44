#pragma once

#include "models/corpus/fields.h"
#include "models/text/result.h"

#include <QHash>
#include <QStringList>

#include <optional>
#include <vector>

namespace demarche::corpus::csv {

/// What a table's columns hold, as a person says it. The others hold nothing.
class ColumnMap
{
public:
    /// "title=Heading of item", "text=5": fields by any of their names, columns by their header, whatever its
    /// case, or by their number from one. A Problem names what is no field or no column.
    [[nodiscard]] static Result<ColumnMap> parsed(const QStringList &assignments);
    /// By the columns' numbers from one.
    [[nodiscard]] static ColumnMap of(const std::vector<std::optional<Field>> &columns);

    /// What parsed() makes the same of.
    [[nodiscard]] QStringList written() const;

    [[nodiscard]] bool isEmpty() const { return m_columns.isEmpty(); }
    [[nodiscard]] bool isByNumber() const; ///< no header is asked for

    /// The same for a table of this first row; nothing where it has not all of the columns.
    [[nodiscard]] std::vector<std::optional<Field>> columnsOf(const QStringList &header) const;

private:
    struct Assignment
    {
        Field field;
        QString column;
    };
    QList<Assignment> m_columns;
};

/// What a person says of the tables of a source: of each of them by its path ("archive.zip/member.csv"), or
/// of all.
class TableColumns
{
public:
    TableColumns() = default;
    /// Not explicit: that one map is of all is the usual case.
    TableColumns(ColumnMap all)
        : m_all(std::move(all))
    {
    }
    /// As they were written(); what cannot be understood is left out.
    [[nodiscard]] static TableColumns kept(const QHash<QString, QStringList> &written);

    void set(const QString &table, const ColumnMap &columns) { m_tables.insert(table, columns); }
    /// Takes what was said earlier, where nothing is said now.
    void completeFrom(const TableColumns &earlier);

    [[nodiscard]] bool isEmpty() const { return m_all.isEmpty() && m_tables.isEmpty(); }
    [[nodiscard]] ColumnMap of(const QString &table) const { return m_tables.value(table, m_all); }

private:
    ColumnMap m_all;
    QHash<QString, ColumnMap> m_tables;
};

} // namespace demarche::corpus::csv
