#include "models/corpus/readers/text.h"

#include "models/corpus/encoding.h"
#include "models/corpus/metadate.h"
#include "models/corpus/provenance.h"
#include "models/corpus/texthead.h"
#include "models/corpus/xml/element.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr qsizetype longestText = 16 * 1024 * 1024; ///< bytes; a novel has two million

void addWarnings(const Decoded &decoded, Article &article)
{
    if (decoded.replaced > 0)
        article.warnings << u"%1 characters meant nothing in %2 and were replaced"_s.arg(
            QString::number(decoded.replaced), decoded.encoding);
    if (decoded.basis == Decoded::Basis::Fallback)
        article.warnings << u"read as Windows-1252, for it is not UTF-8"_s;
    if (decoded.basis == Decoded::Basis::Letters)
        article.warnings << u"read as %1, which its letters look like"_s.arg(decoded.encoding);
}

} // namespace

int TextReader::likeness(const Source &source) const
{
    return looksBinary(source.bytes) ? 0 : 10;
}

Result<void> TextReader::read(const Source &source, const Sink &sink) const
{
    if (source.bytes.size() > longestText)
        return std::unexpected(Problem{source.uri, u"too long for one article (over 16 MB of text)"_s});
    const Decoded decoded = decode(source.bytes, source.charset);
    if (decoded.text.trimmed().startsWith("<?xml"_L1)) // its tags are nobody's words
        return std::unexpected(Problem{
            source.uri, u"is XML in a form that is not known (<%1>)"_s.arg(xml::rootName(source.bytes))});
    TextHead head = readTextHead(decoded.text);
    Article &article = head.article;
    article.text = head.body.of(decoded.text).toString();
    if (article.text.isEmpty())
        return std::unexpected(Problem{source.uri, u"holds no text"_s});
    if (article.uri.isEmpty())
        article.uri = source.uri;
    setEncoding(article, decoded);
    addWarnings(decoded, article);
    sink.article(std::move(article));
    return {};
}

} // namespace demarche::corpus
