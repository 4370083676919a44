#pragma once

#include "models/corpus/readers/reader.h"

namespace demarche::corpus {

/// PDF: one article a file, read by pdf/helper.h in a process of its own.
class PdfReader : public Reader
{
public:
    [[nodiscard]] QLatin1StringView name() const override { return QLatin1StringView("PDF"); }
    [[nodiscard]] int likeness(const Source &) const override;
    [[nodiscard]] Result<void> read(const Source &, const Sink &) const override;
};

} // namespace demarche::corpus
