#include "models/corpus/readers/opml.h"

#include "models/corpus/sources/opml.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus {

int OpmlReader::likeness(const Source &source) const
{
    return sources::isOpml(source.bytes) ? 95 : 0;
}

Result<void> OpmlReader::read(const Source &source, const Sink &) const
{
    const Result<sources::Opml> list = sources::readOpml(source.bytes, source.uri);
    if (!list)
        return std::unexpected(list.error());
    return std::unexpected(
        Problem{source.uri, u"is a list of %1 feeds, not of articles; the workbench subscribes to them"_s.arg(
                                list->feeds.size())});
}

} // namespace demarche::corpus
