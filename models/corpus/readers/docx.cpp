#include "models/corpus/readers/docx.h"

#include "models/corpus/readers/documents.h"

namespace demarche::corpus {

int DocxReader::likeness(const Source &source) const
{
    return document::isDocx(source.bytes) ? 95 : 0;
}

Result<void> DocxReader::read(const Source &source, const Sink &sink) const
{
    return giveDocument(document::readDocx(source.bytes), source, sink);
}

} // namespace demarche::corpus
