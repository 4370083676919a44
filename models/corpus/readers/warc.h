#pragma once

#include "models/corpus/readers/reader.h"

namespace demarche::corpus {

/// Web archives, WARC 1.0 and 1.1, plain or packed with gzip: each page or document that was answered or
/// stored whole is read as its own format, under its address. Without a day of its own it has that of its
/// storing.
class WarcReader : public Reader
{
public:
    [[nodiscard]] QLatin1StringView name() const override { return QLatin1StringView("WARC"); }
    [[nodiscard]] int likeness(const Source &) const override;
    [[nodiscard]] Result<void> read(const Source &, const Sink &) const override;
};

} // namespace demarche::corpus
