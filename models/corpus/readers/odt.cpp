#include "models/corpus/readers/odt.h"

#include "models/corpus/readers/documents.h"

namespace demarche::corpus {

int OdtReader::likeness(const Source &source) const
{
    return document::isOdt(source.bytes) ? 95 : 0;
}

Result<void> OdtReader::read(const Source &source, const Sink &sink) const
{
    return giveDocument(document::readOdt(source.bytes), source, sink);
}

} // namespace demarche::corpus
