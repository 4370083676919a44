#pragma once

#include "models/corpus/readers/reader.h"

namespace demarche::corpus {

/// JSON: one object a line (JSONL), an array of objects, or an object that holds such an array or is itself a
/// record. Fields by the names of fields.h; the program's own analysis records among them.
class JsonReader : public Reader
{
public:
    [[nodiscard]] QLatin1StringView name() const override { return QLatin1StringView("JSON"); }
    [[nodiscard]] int likeness(const Source &) const override;
    [[nodiscard]] Result<void> read(const Source &, const Sink &) const override;
};

} // namespace demarche::corpus
