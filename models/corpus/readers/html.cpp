#include "models/corpus/readers/html.h"

#include "models/corpus/encoding.h"
#include "models/corpus/html/content.h"
#include "models/corpus/html/metadata.h"
#include "models/corpus/provenance.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr qsizetype longestPage = 16 * 1024 * 1024;
constexpr qsizetype probeLength = 8 * 1024;

} // namespace

int HtmlReader::likeness(const Source &source) const
{
    if (looksBinary(source.bytes))
        return 0;
    const QString start =
        decode(source.bytes.first(std::min(source.bytes.size(), probeLength))).text.trimmed();
    static const QRegularExpression page(
        u"^(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*(?:<!doctype\\s+html|<html\\b|<head\\b|<body\\b)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    if (page.match(start).hasMatch())
        return 90;
    // A fragment of a page begins with a tag and has several more.
    static const QRegularExpression tag(
        u"<(?:p|div|h[1-6]|span|a|article|section|br|meta|title|ul|table)\\b[^<>]*>"_s,
        QRegularExpression::CaseInsensitiveOption);
    int tags = 0;
    for (auto it = tag.globalMatch(start); it.hasNext() && tags < 4; ++tags)
        it.next();
    return start.startsWith(u'<') && tags >= 2 ? 40 : 0;
}

Result<void> HtmlReader::read(const Source &source, const Sink &sink) const
{
    if (source.bytes.size() > longestPage)
        return std::unexpected(Problem{source.uri, u"too long for a page (over 16 MB)"_s});
    const Decoded page = html::decoded(source.bytes, source.charset);
    const Result<html::Tree> tree = html::Tree::parse(page.text);
    if (!tree)
        return std::unexpected(Problem{source.uri, tree.error().what});
    const html::LinkedData linked = html::linkedData(*tree);
    Article article = html::pageMetadata(*tree, linked);
    article.text = html::articleText(*tree, article.title);
    // Pages that build themselves by script carry their text in the metadata only.
    if (linked.body.size() > 2 * article.text.size()) {
        article.text = linked.body;
        article.warnings << u"the text is the page's metadata's, for its body has none"_s;
    }
    if (article.text.isEmpty())
        return std::unexpected(Problem{source.uri, u"a page without an article's text"_s});
    if (article.uri.isEmpty())
        article.uri = source.uri;
    setEncoding(article, page);
    if (page.replaced > 0)
        article.warnings << u"%1 characters meant nothing in %2 and were replaced"_s.arg(
            QString::number(page.replaced), page.encoding);
    return sink.article(std::move(article)), Result<void>{};
}

} // namespace demarche::corpus
