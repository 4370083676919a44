#pragma once

#include "models/corpus/readers/reader.h"

namespace demarche::corpus {

/// What is told of a table that only a person understands.
inline const QString columnsUnknown =
    QStringLiteral("a table whose columns are not known; say which holds the text, the title, the date …");

/// Comma-, semicolon-, tab- or bar-separated values (RFC 4180 quoting), one article a row: by what a person
/// says of the columns, by a header that names them, or by what stands in them. A table that is understood by
/// none of these is told as one.
class CsvReader : public Reader
{
public:
    [[nodiscard]] QLatin1StringView name() const override { return QLatin1StringView("CSV"); }
    [[nodiscard]] int likeness(const Source &) const override;
    [[nodiscard]] Result<void> read(const Source &, const Sink &) const override;
};

/// The first rows of a table, which may be a member of archives, for a person who is to say what its columns
/// hold; a Problem where it cannot be read.
[[nodiscard]] Result<std::vector<QStringList>> firstRowsOf(const QString &file);

} // namespace demarche::corpus
