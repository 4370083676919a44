#include "models/corpus/fetch/response.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace demarche::corpus::fetch {

namespace {

constexpr qint64 longestRest = qint64{366} * 24 * 3600; ///< whoever asks for more is not serious

/// IMF-fixdate, the one form of HTTP's dates that is still written.
QDateTime httpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

bool isOneOf(const QByteArray &type, std::initializer_list<QByteArrayView> names)
{
    return std::ranges::any_of(names, [&](QByteArrayView name) { return type == name; });
}

bool isMarkup(const QByteArray &type)
{
    return type.startsWith("text/") || type.endsWith("/xml") || type.endsWith("+xml") ||
           type.endsWith("/json") || type.endsWith("+json") || type.endsWith("json-seq");
}

} // namespace

std::optional<qint64> retryAfter(const QByteArray &header, const QDateTime &now)
{
    const QByteArray text = header.trimmed();
    bool isNumber = false;
    qint64 seconds = text.toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime date = httpDate(text);
        if (!date.isValid())
            return std::nullopt;
        seconds = now.secsTo(date);
    }
    return seconds >= 0 && seconds <= longestRest ? std::optional(seconds) : std::nullopt;
}

Result<void> checkContentType(const QByteArray &header, Wanted wanted)
{
    const QByteArray type = header.split(';').first().trimmed().toLower();
    const bool document =
        isOneOf(type, {"application/pdf", "application/rtf", "application/msword",
                       "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                       "application/vnd.oasis.opendocument.text", "message/rfc822"});
    if (type.isEmpty() || isMarkup(type) || (document && wanted == Wanted::Page))
        return {};
    return std::unexpected(
        Problem{{},
                (wanted == Wanted::Feed ? u"is no feed but %1"_s : u"is no article but %1"_s)
                    .arg(QString::fromLatin1(type.left(60)))});
}

QString statusInWords(int status)
{
    struct Status
    {
        int code;
        QLatin1StringView words;
    };
    static constexpr std::array<Status, 9> known{
        {{401, QLatin1StringView("wants a password (401)")},
         {403, QLatin1StringView("is refused by the server (403)")},
         {404, QLatin1StringView("is not there (404)")},
         {410, QLatin1StringView("is gone for good (410)")},
         {429, QLatin1StringView("was asked for too often (429)")},
         {451, QLatin1StringView("is withheld for legal reasons (451)")},
         {500, QLatin1StringView("cannot be served: an error of the server (500)")},
         {502, QLatin1StringView("cannot be served for the moment (502)")},
         {503, QLatin1StringView("cannot be served for the moment (503)")}}};
    const auto *found = std::ranges::find(known, status, &Status::code);
    return found == known.end() ? u"answers with status %1"_s.arg(status) : QString(found->words);
}

} // namespace demarche::corpus::fetch
