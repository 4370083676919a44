#include "models/corpus/encoding.h"
#include "models/corpus/metadate.h"
#include "models/corpus/readers/html.h"
#include "models/corpus/readers/json.h"
#include "models/corpus/readers/reader.h"
#include "models/corpus/readers/text.h"
#include "models/corpus/texthead.h"

#include <array>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

/// What any article gets, whoever read it: well-formed text, and a publisher and a day where its own words
/// give them.
void finish(Article &article)
{
    for (QString *part : {&article.uri, &article.title, &article.text, &article.publisher})
        makeWellFormed(*part);
    for (QString &name : article.byline)
        makeWellFormed(name);
    findPublisher(article);
    if (article.published.date.isValid())
        return;
    if (const QDate day = dateInAddress(article.uri); day.isValid() && article.uri.startsWith("http"_L1))
        article.published = {day, analysis::DateBasis::Metadata};
}

} // namespace

std::span<const Reader *const> readers()
{
    static const TextReader text;
    static const JsonReader json;
    static const HtmlReader html;
    static const std::array<const Reader *, 3> all{&json, &html, &text};
    return all;
}

Result<const Reader *> readerFor(const Source &source)
{
    const Reader *best = nullptr;
    int likeness = 0;
    for (const Reader *reader : readers()) {
        if (const int likely = reader->likeness(source); likely > likeness) {
            best = reader;
            likeness = likely;
        }
    }
    if (best == nullptr)
        return std::unexpected(Problem{source.uri, u"is in no format that can be read (binary data)"_s});
    return best;
}

Result<void> readSource(const Source &source, const Sink &sink)
{
    if (source.bytes.isEmpty())
        return std::unexpected(Problem{source.uri, u"is empty"_s});
    const Result<const Reader *> reader = readerFor(source);
    if (!reader)
        return std::unexpected(reader.error());
    const Sink finishing{[&sink](Article &&article) {
                             finish(article);
                             return sink.article(std::move(article));
                         },
                         sink.problem, sink.position};
    return (*reader)->read(source, finishing);
}

} // namespace demarche::corpus
