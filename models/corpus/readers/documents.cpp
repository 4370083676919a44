#include "models/corpus/readers/documents.h"

#include "models/corpus/document/article.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr qsizetype longestText = 16 * 1024 * 1024; ///< characters; a novel has two million

} // namespace

Result<void> giveDocument(const Result<document::Document> &document, const Source &source, const Sink &sink)
{
    if (!document)
        return std::unexpected(Problem{source.uri, document.error().what});
    Result<Article> article = document::articleOf(*document);
    if (!article)
        return std::unexpected(Problem{source.uri, article.error().what});
    if (article->text.size() > longestText)
        return std::unexpected(Problem{source.uri, u"too long for one article (over 16 million letters)"_s});
    if (article->uri.isEmpty())
        article->uri = source.uri;
    sink.article(std::move(*article));
    return {};
}

} // namespace demarche::corpus
