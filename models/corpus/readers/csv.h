#pragma once

#include "models/corpus/readers/reader.h"

namespace demarche::corpus {

/// Comma-, semicolon-, tab- or bar-separated values (RFC 4180 quoting) with a header that names its columns
/// as fields.h knows them; one article a row. A table without such a header is not taken for one.
class CsvReader : public Reader
{
public:
    [[nodiscard]] QLatin1StringView name() const override { return QLatin1StringView("CSV"); }
    [[nodiscard]] int likeness(const Source &) const override;
    [[nodiscard]] Result<void> read(const Source &, const Sink &) const override;
};

} // namespace demarche::corpus
