#pragma once

#include "models/corpus/readers/reader.h"

namespace demarche::corpus {

/// OpenDocument texts, zipped or flat: one article a file, by document/document.h.
class OdtReader : public Reader
{
public:
    [[nodiscard]] QLatin1StringView name() const override { return QLatin1StringView("ODT"); }
    [[nodiscard]] int likeness(const Source &) const override;
    [[nodiscard]] Result<void> read(const Source &, const Sink &) const override;
};

} // namespace demarche::corpus
