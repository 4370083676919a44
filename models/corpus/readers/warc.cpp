#include "models/corpus/readers/warc.h"

#include "models/corpus/metadate.h"
#include "models/corpus/warc/records.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

using warc::Record;
using warc::Response;

constexpr int deepestArchive = 3;
constexpr int mostDamages = 20; ///< lines about damaged records; more say nothing new

/// What may hold an article; styles, scripts, pictures and data that pages fetch do not.
bool isArticleType(const QByteArray &type)
{
    static const QSet<QByteArray> types{
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "application/pdf",
        "application/rtf",
        "text/rtf",
        "application/rss+xml",
        "application/atom+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.oasis.opendocument.text"};
    return types.contains(type);
}

/// "<https://post.example/>": the brackets are a mistake of the standard's first edition.
QString targetOf(const Record &record)
{
    QByteArray target = record.headers.value("warc-target-uri");
    if (target.startsWith('<') && target.endsWith('>'))
        target = target.sliced(1).chopped(1);
    return QString::fromUtf8(target);
}

/// A record's content as if it had been answered: resources and conversions are their content alone.
Result<Response> contentOf(const Record &record)
{
    const QByteArray type = record.headers.value("content-type").toLower();
    if (record.headers.value("warc-type") == "response" && !type.startsWith("text/"))
        return warc::readResponse(record.block);
    Response content;
    content.status = 200;
    content.type = type.split(';').front().trimmed();
    content.body = record.block.toByteArray();
    return content;
}

/// Reads one archive into a sink.
class Reading
{
public:
    Reading(const Source &source, const Sink &sink)
        : m_source(source)
        , m_sink(sink)
    {
    }

    Result<void> run()
    {
        warc::readRecords(m_source.bytes, {[this](const Record &record) { return read(record); },
                                           [this](const QString &what) { damage(what); },
                                           [this](qsizetype done) {
                                               if (m_sink.position)
                                                   m_sink.position(done);
                                           }});
        if (m_damages > mostDamages)
            m_sink.problem(
                {m_source.uri, u"%1 more records that are damaged"_s.arg(m_damages - mostDamages)});
        if (m_without > 0)
            m_sink.problem({m_source.uri, m_without == 1
                                              ? u"one page without an article's text"_s
                                              : u"%1 pages without an article's text"_s.arg(m_without)});
        const bool saidAnything = m_given > 0 || m_damages > 0 || m_without > 0;
        return saidAnything || m_over
                   ? Result<void>{}
                   : std::unexpected(Problem{m_source.uri, u"a web archive without pages"_s});
    }

private:
    bool read(const Record &record)
    {
        static const QSet<QByteArray> kinds{"response", "resource", "conversion"};
        if (!kinds.contains(record.headers.value("warc-type")))
            return true;
        Result<Response> content = contentOf(record);
        if (!content) {
            damage(targetOf(record) + u": "_s + content.error().what);
            return true;
        }
        if (content->type.isEmpty())
            content->type = record.headers.value("warc-identified-payload-type").toLower();
        const bool isAnswer = content->status >= 200 && content->status < 300;
        if (isAnswer && isArticleType(content->type) && !content->body.isEmpty())
            give(record, *content);
        return !m_over;
    }

    void give(const Record &record, const Response &content)
    {
        const int before = m_given;
        const QString target = targetOf(record).simplified();
        const bool isCut = !record.whole || !content.whole || record.headers.contains("warc-truncated");
        const Sink inner{[&](Article &&article) { return deliver(std::move(article), record, isCut); },
                         [](Problem &&) {}};
        const Source page{target.isEmpty() ? m_source.uri : target, content.body, m_source.depth + 1,
                          m_source.charset.orDeclared(content.charset)};
        static_cast<void>(readSource(page, inner));
        m_without += m_given == before;
    }

    bool deliver(Article &&article, const Record &record, bool isCut)
    {
        const QDate stored = metadataDate(QString::fromLatin1(record.headers.value("warc-date")));
        if (!article.published.date.isValid() && stored.isValid()) {
            article.published = {stored, analysis::DateBasis::File};
            article.warnings << u"its day is that on which the page was stored"_s;
        }
        if (isCut)
            article.warnings << u"the archive holds a part of it only"_s;
        ++m_given;
        m_over = !m_sink.article(std::move(article));
        return !m_over;
    }

    void damage(const QString &what)
    {
        if (++m_damages <= mostDamages)
            m_sink.problem({m_source.uri, what.simplified()});
    }

    const Source &m_source;
    const Sink &m_sink;
    int m_given = 0;
    int m_without = 0;
    int m_damages = 0;
    bool m_over = false;
};

} // namespace

int WarcReader::likeness(const Source &source) const
{
    return warc::isWarc(source.bytes) ? 97 : 0;
}

Result<void> WarcReader::read(const Source &source, const Sink &sink) const
{
    if (source.depth >= deepestArchive)
        return std::unexpected(Problem{source.uri, u"an archive inside too many archives"_s});
    return Reading(source, sink).run();
}

} // namespace demarche::corpus
