#pragma once

#include "models/corpus/csv/columns.h"
#include "models/corpus/metadate.h"

#include <QByteArrayList>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace demarche::corpus::csv {

/// A table's delimiter and what its columns hold.
struct Layout
{
    char delimiter = ',';
    qsizetype firstRow = 0; ///< bytes before the rows: a "sep=;" line, empty lines, the header
    int firstLine = 1;      ///< number of that row in the table, the header being one
    std::vector<std::optional<Field>> columns;
    bool isGuessed = false; ///< by what stands in the columns, for no header names them

    [[nodiscard]] bool has(Field field) const;
    /// Names enough to be a table of articles.
    [[nodiscard]] bool holdsArticles() const;
};

/// By the header; without one that is understood, by the columns' contents: the long one is the text, and
/// dates, addresses and headlines show themselves.
[[nodiscard]] Layout layoutOf(QByteArrayView bytes);
/// As a person says; without columns where the table has not those that were named.
[[nodiscard]] Layout layoutOf(QByteArrayView bytes, const ColumnMap &columns);

/// How the dates of a table's first rows are written, where all that can be read in one way only agree.
[[nodiscard]] DayOrder dayOrderOf(QByteArrayView bytes, const Layout &layout);

/// Whether it is a table of whose columns layoutOf() understands too little: rows of as many cells each, more
/// of them than prose has by chance.
[[nodiscard]] bool isTable(QByteArrayView bytes);

/// The first rows of a table, for a person who is to say what its columns hold.
[[nodiscard]] std::vector<QByteArrayList> firstRows(QByteArrayView bytes, qsizetype most);

} // namespace demarche::corpus::csv
