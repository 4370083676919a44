#include "models/corpus/csv/columns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::csv {

namespace {

/// Of "5" the index 4; -1 for what is no number of a column.
qsizetype indexOf(const QString &column)
{
    bool isNumber = false;
    const int number = column.toInt(&isNumber);
    return isNumber && number > 0 ? number - 1 : -1;
}

} // namespace

Result<ColumnMap> ColumnMap::parsed(const QStringList &assignments)
{
    ColumnMap map;
    for (const QString &assignment : assignments) {
        const QString name = assignment.section(u'=', 0, 0).trimmed();
        const QString column = assignment.section(u'=', 1).trimmed();
        const std::optional<Field> field = fieldByName(name);
        if (column.isEmpty())
            return std::unexpected(Problem{assignment, u"is not FIELD=COLUMN"_s});
        if (!field)
            return std::unexpected(
                Problem{name, u"is no field; there are title, text, summary, date, author, publisher, "
                              "language and url"_s});
        map.m_columns.push_back({*field, column});
    }
    return map;
}

ColumnMap ColumnMap::of(const std::vector<std::optional<Field>> &columns)
{
    ColumnMap map;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (const std::optional<Field> &field = columns[i])
            map.m_columns.push_back({*field, QString::number(i + 1)});
    }
    return map;
}

QStringList ColumnMap::written() const
{
    QStringList assignments;
    for (const Assignment &one : m_columns)
        assignments << nameOf(one.field) + u'=' + one.column;
    return assignments;
}

bool ColumnMap::isByNumber() const
{
    return std::ranges::all_of(m_columns, [](const Assignment &one) { return indexOf(one.column) >= 0; });
}

std::vector<std::optional<Field>> ColumnMap::columnsOf(const QStringList &header) const
{
    std::vector<std::optional<Field>> columns(std::size_t(header.size()));
    for (const Assignment &one : m_columns) {
        const auto named = std::ranges::find_if(header, [&one](const QString &cell) {
            return cell.trimmed().compare(one.column, Qt::CaseInsensitive) == 0;
        });
        const qsizetype at = named != header.end() ? named - header.begin() : indexOf(one.column);
        if (at < 0 || at >= header.size())
            return {};
        columns[std::size_t(at)] = one.field;
    }
    return columns;
}

TableColumns TableColumns::kept(const QHash<QString, QStringList> &written)
{
    TableColumns tables;
    for (auto one = written.cbegin(); one != written.cend(); ++one) {
        if (const Result<ColumnMap> columns = ColumnMap::parsed(one.value()); columns)
            tables.set(one.key(), *columns);
    }
    return tables;
}

void TableColumns::completeFrom(const TableColumns &earlier)
{
    if (!m_all.isEmpty())
        return;
    for (auto one = earlier.m_tables.cbegin(); one != earlier.m_tables.cend(); ++one) {
        if (!m_tables.contains(one.key()))
            m_tables.insert(one.key(), one.value());
    }
}

} // namespace demarche::corpus::csv
