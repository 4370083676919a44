#include "models/corpus/fetch/networkrequest.h"

#include "models/corpus/fetch/unpacking.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus::fetch {

namespace {

/// Says what the program is, and no more than that.
QByteArray userAgent()
{
    return "Demarche/" DEMARCHE_VERSION " (news reader; fetches what its user subscribed to)";
}

QByteArray accepted(Wanted wanted)
{
    return wanted == Wanted::Feed
               ? "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
                 "text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1"
               : "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5";
}

} // namespace

QNetworkRequest networkRequest(const QUrl &address, const QHostAddress &host, const Request &request)
{
    QUrl pinned = address;
    pinned.setHost(host.toString());
    QNetworkRequest made(pinned);
    made.setRawHeader("Host", address.authority(QUrl::FullyEncoded).toLatin1());
    if (QHostAddress(address.host()).isNull())
        made.setPeerVerifyName(address.host(QUrl::FullyEncoded));
    made.setRawHeader("User-Agent", userAgent());
    made.setRawHeader("Accept", accepted(request.wanted));
    made.setRawHeader("Accept-Language", "en, *;q=0.5");
    made.setRawHeader("Accept-Encoding", packingsTaken.toByteArray()); // so Qt leaves unpacking to us
    if (!request.etag.isEmpty())
        made.setRawHeader("If-None-Match", request.etag);
    if (!request.modified.isEmpty())
        made.setRawHeader("If-Modified-Since", request.modified);
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute,
                      false); // its authority would be the bare address
    return made;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

QString inWords(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return u"its server refuses connections"_s;
    case QNetworkReply::RemoteHostClosedError:
        return u"the connection broke off in the middle"_s;
    case QNetworkReply::HostNotFoundError:
        return u"no such host is known"_s;
    case QNetworkReply::TimeoutError:
        return u"its server does not answer"_s;
    case QNetworkReply::SslHandshakeFailedError:
        return u"no encrypted connection can be made"_s;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return u"its server answers with what is no HTTP"_s;
    default:
        return u"its server cannot be reached"_s;
    }
}

} // namespace demarche::corpus::fetch
