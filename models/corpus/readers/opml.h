#pragma once

#include "models/corpus/readers/reader.h"

namespace demarche::corpus {

/// Lists of feeds (OPML). They hold no articles: the reader says what they are and where they are of use.
class OpmlReader : public Reader
{
public:
    [[nodiscard]] QLatin1StringView name() const override { return QLatin1StringView("OPML"); }
    [[nodiscard]] int likeness(const Source &) const override;
    [[nodiscard]] Result<void> read(const Source &, const Sink &) const override;
};

} // namespace demarche::corpus
