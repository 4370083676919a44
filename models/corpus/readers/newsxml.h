#pragma once

#include "models/corpus/readers/reader.h"

namespace demarche::corpus {

/// The agencies' XML of the IPTC: NITF 3, and NewsML-G2 with NITF, XHTML or plain text inside.
class NewsXmlReader : public Reader
{
public:
    [[nodiscard]] QLatin1StringView name() const override { return QLatin1StringView("NITF and NewsML"); }
    [[nodiscard]] int likeness(const Source &) const override;
    [[nodiscard]] Result<void> read(const Source &, const Sink &) const override;
};

} // namespace demarche::corpus
