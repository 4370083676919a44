#pragma once

#include "models/corpus/readers/reader.h"

namespace demarche::corpus {

/// Mail: one message (EML, RFC 5322 and MIME) or a box of them (MBOX), by GMime. A message is an article: its
/// subject the title, its sender the publisher; of its text the HTML part is read as a page where there is
/// one. Forwarded messages and those of a digest, and documents attached (PDF, DOCX, ODT, RTF), are articles
/// of their own; other attachments are not read.
class MailReader : public Reader
{
public:
    [[nodiscard]] QLatin1StringView name() const override { return QLatin1StringView("mail"); }
    [[nodiscard]] int likeness(const Source &) const override;
    [[nodiscard]] Result<void> read(const Source &, const Sink &) const override;
};

} // namespace demarche::corpus
