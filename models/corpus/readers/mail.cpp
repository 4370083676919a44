#include "models/corpus/readers/mail.h"

#include "models/corpus/encoding.h"
#include "models/corpus/mail/message.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

using mail::Owned;
using mail::Parts;

constexpr qsizetype probeLength = 4096;
constexpr int deepestMessage = 20;
constexpr int deepestAttachment = 4; ///< in archives and messages

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
        const Parts parts = mail::partsOf(message, m_source.charset);
        Article article = mail::articleOf(message, parts);
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
        for (size_t i = 0; i < parts.messages.size() && depth < deepestMessage; ++i) {
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
            const QString name = mail::utf8(g_mime_part_get_filename(part)).simplified();
            const QString uri = place + u'/' + (name.isEmpty() ? u"attached"_s : name);
            if (m_source.depth >= deepestAttachment)
                m_sink.problem({uri, u"lies in too many messages"_s});
            else if (Result<void> read = readSource({uri, mail::contentOf(part), m_source.depth + 1,
                                                     m_source.chosenCharset(), m_source.columns},
                                                    inner);
                     !read)
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

/// The first messages of a mailbox, whole: GMime takes a copy of all that it is given, and no more than 4 GB.
QByteArrayView firstMessages(QByteArrayView box)
{
    constexpr qsizetype most = qsizetype{16} * 1024 * 1024;
    if (box.size() <= most)
        return box;
    qsizetype next = box.lastIndexOf("\nFrom ", most);
    if (next <= 0)
        next = box.indexOf("\nFrom ", most);
    return next < 0 ? box : box.first(next + 1);
}

void startGMime()
{
    static const bool once = (g_mime_init(), true);
    Q_UNUSED(once)
}

/// Gives the message or the messages in a part of the source, which begins at `begin` there; `number` is that
/// of the last message in a mailbox. False where the sink wants no more.
bool giveAll(QByteArrayView part, const Source &source, const Sink &sink, qsizetype begin, int &number)
{
    const bool box = isBox(source.bytes);
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(part.data(), size_t(part.size())));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_format(parser.get(), box ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
    do {
        const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
        if (!message)
            break;
        const QString place = box ? u"%1#%2"_s.arg(source.uri).arg(++number) : source.uri;
        if (!Giving(source, sink).give(message.get(), place, 0))
            return false;
        if (sink.position)
            sink.position(begin + g_mime_parser_tell(parser.get()));
    } while (box && !g_mime_parser_eos(parser.get()));
    return true;
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
    const bool box = isBox(source.bytes);
    int number = 0;
    for (qsizetype begin = 0; begin < source.bytes.size();) {
        const QByteArrayView part = box ? firstMessages(source.bytes.sliced(begin)) : source.bytes;
        if (!giveAll(part, source, sink, begin, number))
            return {};
        begin += part.size();
    }
    return number > 0 || !box ? Result<void>{}
                              : std::unexpected(Problem{source.uri, u"a mailbox without messages"_s});
}

} // namespace demarche::corpus
