#pragma once

#include "models/corpus/fields.h"

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

} // namespace demarche::corpus::csv
