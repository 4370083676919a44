#pragma once

#include "models/corpus/fields.h"
#include "models/text/result.h"

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

} // namespace demarche::corpus::csv
