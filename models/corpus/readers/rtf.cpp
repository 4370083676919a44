#include "models/corpus/readers/rtf.h"

#include "models/corpus/readers/documents.h"

namespace demarche::corpus {

int RtfReader::likeness(const Source &source) const
{
    return document::isRtf(source.bytes) ? 95 : 0;
}

Result<void> RtfReader::read(const Source &source, const Sink &sink) const
{
    return giveDocument(document::readRtf(source.bytes), source, sink);
}

} // namespace demarche::corpus
