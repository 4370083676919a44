#pragma once

#include "models/corpus/readers/reader.h"

namespace demarche::corpus {

/// RSS 0.9x, 1.0 and 2.0 and Atom 1.0, saved to a file: one article an item, its full text where the feed
/// carries it.
class FeedReader : public Reader
{
public:
    [[nodiscard]] QLatin1StringView name() const override { return QLatin1StringView("feed"); }
    [[nodiscard]] int likeness(const Source &) const override;
    [[nodiscard]] Result<void> read(const Source &, const Sink &) const override;
};

} // namespace demarche::corpus
