#pragma once

#include "models/corpus/readers/reader.h"

namespace demarche::corpus {

/// Saved web pages: metadata by html/metadata.h, the article's text by html/content.h. Scripts never run and
/// nothing that the page names is fetched.
class HtmlReader : public Reader
{
public:
    [[nodiscard]] QLatin1StringView name() const override { return QLatin1StringView("HTML"); }
    [[nodiscard]] int likeness(const Source &) const override;
    [[nodiscard]] Result<void> read(const Source &, const Sink &) const override;
};

} // namespace demarche::corpus
