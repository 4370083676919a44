#include "models/corpus/encoding.h"
#include "models/corpus/identity.h"
#include "models/corpus/metadate.h"
#include "models/corpus/provenance.h"
#include "models/corpus/readers/archive.h"
#include "models/corpus/readers/csv.h"
#include "models/corpus/readers/docx.h"
#include "models/corpus/readers/feed.h"
#include "models/corpus/readers/html.h"
#include "models/corpus/readers/json.h"
#include "models/corpus/readers/mail.h"
#include "models/corpus/readers/newsexport.h"
#include "models/corpus/readers/newsxml.h"
#include "models/corpus/readers/odt.h"
#include "models/corpus/readers/opml.h"
#include "models/corpus/readers/pdf.h"
#include "models/corpus/readers/reader.h"
#include "models/corpus/readers/rtf.h"
#include "models/corpus/readers/text.h"
#include "models/corpus/readers/warc.h"
#include "models/corpus/texthead.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

/// "post.example" out of an address: who publishes there is not known better.
QString siteOf(const QString &address)
{
    const QString host = QUrl(address).host().toLower();
    return host.startsWith("www."_L1) ? host.mid(4) : host;
}

/// A day in the address is the publisher's; one in a file's name is somebody's who filed it. The file's own
/// time only says when it was saved, and is not taken.
analysis::Published publishedByAddress(const QString &uri, bool isAddress)
{
    const QDate day = dateInAddress(isAddress ? uri : u'/' + uri.section(u'/', -1));
    if (!day.isValid())
        return {};
    return {day, isAddress ? analysis::DateBasis::Metadata : analysis::DateBasis::File};
}

/// What any article gets, whoever read it: well-formed text, and a publisher and a day where its own words
/// give them.
void finish(Article &article)
{
    for (QString *part : {&article.uri, &article.title, &article.text, &article.publisher})
        makeWellFormed(*part);
    for (QString &name : article.byline)
        makeWellFormed(name);
    if (!article.publisher.isEmpty() && article.publisherBasis == Basis::Unknown)
        article.publisherBasis = Basis::Metadata;
    findPublisher(article);
    if (!article.publisher.isEmpty() && article.publisherBasis == Basis::Unknown)
        article.publisherBasis = Basis::Text;
    const bool isAddress = isWebAddress(article.uri);
    if (article.publisher.isEmpty() && isAddress) {
        article.publisher = siteOf(article.uri);
        article.publisherBasis = article.publisher.isEmpty() ? Basis::Unknown : Basis::Address;
    }
    // A day that a document's properties name is when somebody made it: one in its name or address was meant.
    if (!article.published.date.isValid() || article.published.basis == analysis::DateBasis::File) {
        if (const analysis::Published named = publishedByAddress(article.uri, isAddress);
            named.date.isValid())
            article.published = named;
    }
    findLanguage(article);
}

} // namespace

std::span<const Reader *const> readers()
{
    static const TextReader text;
    static const JsonReader json;
    static const HtmlReader html;
    static const CsvReader csv;
    static const FeedReader feed;
    static const NewsXmlReader newsXml;
    static const ArchiveReader archive;
    static const MailReader mail;
    static const NewsExportReader newsExport;
    static const RtfReader rtf;
    static const DocxReader docx;
    static const OdtReader odt;
    static const PdfReader pdf;
    static const WarcReader warc;
    static const OpmlReader opml;
    static const Reader *const all[]{&text,       &json, &html, &csv, &feed, &newsXml, &archive, &mail,
                                     &newsExport, &rtf,  &docx, &odt, &pdf,  &warc,    &opml};
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
    bool saidAnything = false;
    const auto tell = [&](Problem &&problem) {
        saidAnything = true;
        sink.problem(std::move(problem));
    };
    const Sink finishing{[&](Article &&article) {
                             finish(article);
                             if (article.text.trimmed().isEmpty()) { // control characters only
                                 tell({article.uri, u"holds no text"_s});
                                 return true;
                             }
                             saidAnything = true;
                             return sink.article(std::move(article));
                         },
                         tell, sink.position};
    const Result<void> read = (*reader)->read(source, finishing);
    if (read && !saidAnything)
        return std::unexpected(Problem{source.uri, u"holds no article"_s});
    return read;
}

} // namespace demarche::corpus
