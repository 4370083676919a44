#include "models/corpus/mail/parts.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::mail {

namespace {

constexpr int deepestPart = 20;

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

Decoded decodedText(GMimeTextPart *part, const Charset &charset)
{
    Decoded decoded =
        decode(contentOf(GMIME_PART(part)), charset.orDeclared(g_mime_text_part_get_charset(part)));
    const char *format = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "format");
    if (utf8(format).compare("flowed"_L1, Qt::CaseInsensitive) == 0)
        decoded.text = unflowed(decoded.text);
    return decoded;
}

/// Press releases come so; pictures, calendars and signatures do too, and are not read.
bool isDocument(GMimeObject *object)
{
    const GMimeContentType *type = g_mime_object_get_content_type(object);
    const QString name =
        takenUtf8(g_mime_content_type_get_mime_type(const_cast<GMimeContentType *>(type))).toLower();
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

void collect(GMimeObject *object, const Charset &charset, Parts &parts, int depth)
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
            collect(g_mime_multipart_get_part(GMIME_MULTIPART(object), i), charset, parts, depth + 1);
        return;
    }
    const GMimeContentDisposition *disposition = g_mime_object_get_content_disposition(object);
    const bool attached = disposition != nullptr && g_mime_content_disposition_is_attachment(
                                                        const_cast<GMimeContentDisposition *>(disposition));
    if (!GMIME_IS_TEXT_PART(object) || attached)
        return;
    const bool isHtml = g_mime_content_type_is_type(g_mime_object_get_content_type(object), "text", "html");
    Decoded &part = isHtml ? parts.html : parts.plain;
    if (part.text.isEmpty())
        part = decodedText(GMIME_TEXT_PART(object), charset);
}

} // namespace

QByteArray contentOf(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    const Owned<GMimeStream> memory(g_mime_stream_mem_new());
    if (content == nullptr || g_mime_data_wrapper_write_to_stream(content, memory.get()) < 0)
        return {};
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return {reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len)};
}

Parts partsOf(GMimeMessage *message, const Charset &charset)
{
    Parts parts;
    collect(g_mime_message_get_mime_part(message), charset, parts, 0);
    return parts;
}

} // namespace demarche::corpus::mail
