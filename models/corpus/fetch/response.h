#pragma once

#include "models/corpus/encoding.h"
#include "models/text/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QUrl>

#include <optional>

namespace demarche::corpus::fetch {

/// What a body is wanted for; says which content types are taken.
enum class Wanted : unsigned char {
    Feed, ///< XML, JSON or text
    Page, ///< the same, and documents that may be articles
};

/// What is asked for. The validators are those of the last answer (RFC 9110): with them, an unchanged feed
/// costs nothing.
struct Request
{
    QUrl address;
    Wanted wanted = Wanted::Page;
    QByteArray etag;
    QByteArray modified;
};

/// An answer, of whatever status; its body only where that is 200.
struct Response
{
    int status = 0;
    QUrl address;       ///< where it came from in the end
    QList<QUrl> asked;  ///< the addresses before that redirected, the first first
    bool moved = false; ///< all those redirects were permanent (301, 308)
    QByteArray body;    ///< unpacked
    Charset charset;    ///< of the body, as the server declares it
    QByteArray etag;
    QByteArray modified;
    std::optional<qint64> retryAfter; ///< seconds, where the answer names a sensible time
};

/// The seconds that a Retry-After header asks for; nothing where it is missing, in the past or senseless.
[[nodiscard]] std::optional<qint64> retryAfter(const QByteArray &header, const QDateTime &now);

/// A Problem where a content type says that the body is nothing wanted: a picture, a film, a program. Servers
/// that name none, or text, are believed and the bytes looked at later.
[[nodiscard]] Result<void> checkContentType(const QByteArray &header, Wanted wanted);

/// What a status other than 200 and 304 means, in one line.
[[nodiscard]] QString statusInWords(int status);

} // namespace demarche::corpus::fetch
