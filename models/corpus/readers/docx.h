#pragma once

#include "models/corpus/readers/reader.h"

namespace demarche::corpus {

/// Word's documents (Office Open XML): one article a file, by document/document.h.
class DocxReader : public Reader
{
public:
    [[nodiscard]] QLatin1StringView name() const override { return QLatin1StringView("DOCX"); }
    [[nodiscard]] int likeness(const Source &) const override;
    [[nodiscard]] Result<void> read(const Source &, const Sink &) const override;
};

} // namespace demarche::corpus
