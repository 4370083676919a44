#include "models/corpus/readers/pdf.h"

#include "models/corpus/pdf/helper.h"
#include "models/corpus/readers/documents.h"

#include <algorithm>

namespace demarche::corpus {

namespace {

constexpr qsizetype latestMark = 1024; ///< what servers and mailers put before it

} // namespace

int PdfReader::likeness(const Source &source) const
{
    if (source.bytes.startsWith("%PDF-"))
        return 98;
    const QByteArrayView start = source.bytes.first(std::min(source.bytes.size(), latestMark));
    return start.contains("%PDF-1.") && source.bytes.contains("endobj") ? 60 : 0;
}

Result<void> PdfReader::read(const Source &source, const Sink &sink) const
{
    return giveDocument(pdf::readPdf(source.bytes), source, sink);
}

} // namespace demarche::corpus
