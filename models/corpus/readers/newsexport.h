#pragma once

#include "models/corpus/readers/reader.h"

namespace demarche::corpus {

/// What Factiva and Nexis export: hundreds of articles in one text, page, RTF or DOCX, split by vendors/.
class NewsExportReader : public Reader
{
public:
    [[nodiscard]] QLatin1StringView name() const override
    {
        return QLatin1StringView("Factiva or Nexis export");
    }
    [[nodiscard]] int likeness(const Source &) const override;
    [[nodiscard]] Result<void> read(const Source &, const Sink &) const override;
};

} // namespace demarche::corpus
