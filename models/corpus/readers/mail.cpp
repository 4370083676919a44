// GLib has members called "signals", which is a word of Qt's.
#undef signals
#include <gmime/gmime.h>

#include "models/corpus/encoding.h"
#include "models/corpus/html/content.h"
#include "models/corpus/readers/mail.h"

#include <QRegularExpression>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr qsizetype probeLength = 4096;
constexpr int deepestPart = 20;
constexpr int deepestAttachment = 4; ///< in archives and messages

struct Unref
{
    template <typename T>
    void operator()(T *object) const
    {
        g_object_unref(object);
    }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

/// Parts of one message: its words, the first of each kind, and what came with it.
struct Parts
{
    QString plain;
    QString html;
    std::vector<GMimePart *> documents;   ///< attached
    std::vector<GMimeMessage *> messages; ///< forwarded, or gathered in a digest
};

QString utf8(const char *text)
{
    return text == nullptr ? QString() : QString::fromUtf8(text);
}

QByteArray contentOf(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    const Owned<GMimeStream> memory(g_mime_stream_mem_new());
    if (content == nullptr || g_mime_data_wrapper_write_to_stream(content, memory.get()) < 0)
        return {};
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return {reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len)};
}

/// Lines that end with a space go on in the next one (RFC 3676), but for the mark above a signature.
QString unflowed(const QString &text)
{
    QString whole;
    for (const QString &line : text.split(u'\n')) {
        const bool goesOn =
            whole.endsWith(u' ') && !whole.endsWith("\n-- "_L1) && line != "-- "_L1 && !line.isEmpty();
        if (!whole.isEmpty() && !goesOn)
            whole += u'\n';
        whole += line;
    }
    return whole;
}

QString decodedText(GMimeTextPart *part)
{
    const QString text = decode(contentOf(GMIME_PART(part)), g_mime_text_part_get_charset(part)).text;
    const char *format = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "format");
    return utf8(format).compare("flowed"_L1, Qt::CaseInsensitive) == 0 ? unflowed(text) : text;
}

/// Press releases come so; pictures, calendars and signatures do too, and are not read.
bool isDocument(GMimeObject *object)
{
    const GMimeContentType *type = g_mime_object_get_content_type(object);
    const QString name =
        utf8(g_mime_content_type_get_mime_type(const_cast<GMimeContentType *>(type))).toLower();
    const QString file =
        GMIME_IS_PART(object) ? utf8(g_mime_part_get_filename(GMIME_PART(object))) : QString();
    static const QStringList endings{u".pdf"_s, u".docx"_s, u".odt"_s, u".rtf"_s};
    static const QStringList types{
        u"application/pdf"_s, u"application/rtf"_s, u"text/rtf"_s,
        u"application/vnd.oasis.opendocument.text"_s,
        u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s};
    return types.contains(name) || std::ranges::any_of(endings, [&file](const QString &ending) {
               return file.endsWith(ending, Qt::CaseInsensitive);
           });
}

void collect(GMimeObject *object, Parts &parts, int depth)
{
    if (object == nullptr || depth > deepestPart)
        return;
    if (GMIME_IS_MESSAGE_PART(object)) {
        if (GMimeMessage *message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)))
            parts.messages.push_back(message);
        return;
    }
    if (GMIME_IS_PART(object) && isDocument(object)) {
        parts.documents.push_back(GMIME_PART(object));
        return;
    }
    if (GMIME_IS_MULTIPART(object)) {
        const int count = g_mime_multipart_get_count(GMIME_MULTIPART(object));
        for (int i = 0; i < count; ++i)
            collect(g_mime_multipart_get_part(GMIME_MULTIPART(object), i), parts, depth + 1);
        return;
    }
    const GMimeContentDisposition *disposition = g_mime_object_get_content_disposition(object);
    const bool attached = disposition != nullptr && g_mime_content_disposition_is_attachment(
                                                        const_cast<GMimeContentDisposition *>(disposition));
    if (!GMIME_IS_TEXT_PART(object) || attached)
        return;
    const bool isHtml = g_mime_content_type_is_type(g_mime_object_get_content_type(object), "text", "html");
    QString &part = isHtml ? parts.html : parts.plain;
    if (part.isEmpty())
        part = decodedText(GMIME_TEXT_PART(object));
}

/// The article's text of a page, or, as newsletters seldom have one stretch of prose, all of it.
QString textOfHtml(const QString &page, const QString &title)
{
    const Result<html::Tree> tree = html::Tree::parse(page);
    const QString all = html::plainText(page);
    const QString article = tree ? html::articleText(*tree, title) : QString();
    return article.size() * 2 > all.size() ? article : all;
}

/// Signatures and "> " quotations of earlier mail are not the message's own words.
QString withoutQuotations(const QString &plain)
{
    QStringList kept;
    for (const QString &line : plain.split(u'\n')) {
        if (line == "-- "_L1)
            break;
        if (line.startsWith(">From "_L1)) // a mailbox guards such lines so
            kept << line.sliced(1);
        else if (!line.startsWith(u'>'))
            kept << line;
    }
    return kept.join(u'\n').trimmed();
}

void setSender(GMimeMessage *message, Article &article)
{
    InternetAddressList *from = g_mime_message_get_from(message);
    if (from == nullptr || internet_address_list_length(from) == 0)
        return;
    InternetAddress *address = internet_address_list_get_address(from, 0);
    const QString name = utf8(internet_address_get_name(address)).simplified();
    const QString mail = INTERNET_ADDRESS_IS_MAILBOX(address)
                             ? utf8(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)))
                             : QString();
    article.publisher = name.isEmpty() ? mail : name;
}

void setDate(GMimeMessage *message, Article &article)
{
    GDateTime *date = g_mime_message_get_date(message);
    if (date == nullptr)
        return;
    const QDate day(g_date_time_get_year(date), g_date_time_get_month(date),
                    g_date_time_get_day_of_month(date));
    if (day.isValid() && day.year() >= 1970)
        article.published = {day, analysis::DateBasis::Metadata};
}

Article articleOf(GMimeMessage *message, const Parts &parts)
{
    Article article;
    article.title = utf8(g_mime_message_get_subject(message)).simplified();
    setSender(message, article);
    setDate(message, article);
    article.text =
        parts.html.isEmpty() ? withoutQuotations(parts.plain) : textOfHtml(parts.html, article.title);
    if (article.text.isEmpty())
        article.text = withoutQuotations(parts.plain);
    return article;
}

/// Gives a message, the messages in it and the documents attached to it.
class Giving
{
public:
    Giving(const Source &source, const Sink &sink)
        : m_source(source)
        , m_sink(sink)
    {
    }

    /// False where the sink wants no more.
    bool give(GMimeMessage *message, const QString &place, int depth)
    {
        Parts parts;
        collect(g_mime_message_get_mime_part(message), parts, 0);
        Article article = articleOf(message, parts);
        article.uri = place;
        const bool hasText = !article.text.trimmed().isEmpty();
        if (!hasText && parts.messages.empty() && parts.documents.empty())
            m_sink.problem({place, u"a message without a text"_s});
        if (hasText && !m_sink.article(std::move(article)))
            return false;
        return giveMessages(parts, place, depth) && giveDocuments(parts, place);
    }

private:
    bool giveMessages(const Parts &parts, const QString &place, int depth)
    {
        for (size_t i = 0; i < parts.messages.size() && depth < deepestPart; ++i) {
            if (!give(parts.messages[i], place + u'#' + QString::number(i + 1), depth + 1))
                return false;
        }
        return true;
    }

    /// As if they lay in a folder of the message's name.
    bool giveDocuments(const Parts &parts, const QString &place)
    {
        bool isOver = false;
        const Sink inner{[&](Article &&article) {
                             isOver = !m_sink.article(std::move(article));
                             return !isOver;
                         },
                         m_sink.problem};
        for (GMimePart *part : parts.documents) {
            const QString name = utf8(g_mime_part_get_filename(part)).simplified();
            const QString uri = place + u'/' + (name.isEmpty() ? u"attached"_s : name);
            if (m_source.depth >= deepestAttachment)
                m_sink.problem({uri, u"lies in too many messages"_s});
            else if (Result<void> read = readSource({uri, contentOf(part), m_source.depth + 1}, inner); !read)
                m_sink.problem(std::move(read.error()));
            if (isOver)
                return false;
        }
        return true;
    }

    const Source &m_source;
    const Sink &m_sink;
};

bool isBox(QByteArrayView bytes)
{
    return bytes.startsWith("From ");
}

void startGMime()
{
    static const bool once = (g_mime_init(), true);
    Q_UNUSED(once)
}

} // namespace

int MailReader::likeness(const Source &source) const
{
    if (looksBinary(source.bytes))
        return 0;
    static const QRegularExpression envelope(u"\\AFrom \\S+ .*\\d{4}\\r?\\n[A-Za-z-]+:"_s);
    static const QRegularExpression header(
        u"^(?:from|to|subject|date|message-id|received|return-path|mime-version|content-type|delivered-to|reply-to|x-[\\w-]+|dkim-signature|list-[\\w-]+):"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString start = QString::fromLatin1(source.bytes.first(std::min(source.bytes.size(), probeLength)));
    if (envelope.match(start).hasMatch())
        return 95;
    int known = 0;
    bool isMessage = false; ///< a date and a title alone are a press text's head; mail says whence it came
    for (const QString &line : start.split(u'\n')) {
        if (line.trimmed().isEmpty())
            break;
        if (line.front().isSpace())
            continue;
        if (!line.contains(u':') || line.section(u':', 0, 0).contains(u' '))
            return 0;
        known += header.match(line).hasMatch();
        isMessage = isMessage || line.startsWith("from:"_L1, Qt::CaseInsensitive);
    }
    return isMessage && known >= 3 ? 90 : 0;
}

Result<void> MailReader::read(const Source &source, const Sink &sink) const
{
    if (source.bytes.isEmpty())
        return std::unexpected(Problem{source.uri, u"is empty"_s});
    startGMime();
    const Owned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(source.bytes.data(), size_t(source.bytes.size())));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const bool box = isBox(source.bytes);
    g_mime_parser_set_format(parser.get(), box ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
    int number = 0;
    do {
        const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
        if (!message)
            break;
        const QString place = box ? u"%1#%2"_s.arg(source.uri).arg(++number) : source.uri;
        if (!Giving(source, sink).give(message.get(), place, 0))
            return {};
        if (sink.position)
            sink.position(g_mime_parser_tell(parser.get()));
    } while (box && !g_mime_parser_eos(parser.get()));
    return number > 0 || !box ? Result<void>{}
                              : std::unexpected(Problem{source.uri, u"a mailbox without messages"_s});
}

} // namespace demarche::corpus
