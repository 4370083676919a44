#pragma once

#include "models/corpus/readers/reader.h"

namespace demarche::corpus {

/// Plain text in UTF-8, UTF-16 or Windows-1252: one article a file. What stands above the body is read by
/// texthead.h; the body's characters are kept as they are.
class TextReader : public Reader
{
public:
    [[nodiscard]] QLatin1StringView name() const override { return QLatin1StringView("plain text"); }
    [[nodiscard]] int likeness(const Source &) const override;
    [[nodiscard]] Result<void> read(const Source &, const Sink &) const override;
};

} // namespace demarche::corpus
