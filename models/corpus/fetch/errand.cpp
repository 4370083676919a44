#include "models/corpus/fetch/errand.h"

#include "models/corpus/fetch/networkrequest.h"

#include <QHostInfo>
#include <QNetworkAccessManager>
#include <QPointer>
#include <QSslError>

using namespace Qt::StringLiterals;

namespace demarche::corpus::fetch {

namespace {

constexpr qint64 readBuffer = 256 * 1024;

void resolveBySystem(const QString &host, std::function<void(const QList<QHostAddress> &)> answer)
{
    auto *listener = new QObject;
    QHostInfo::lookupHost(host, listener, [listener, answer = std::move(answer)](const QHostInfo &info) {
        listener->deleteLater();
        answer(info.addresses());
    });
}

QString inSeconds(int milliseconds)
{
    return u"%1 s"_s.arg(double(milliseconds) / 1000);
}

} // namespace

Surroundings realSurroundings()
{
    return {resolveBySystem, isPublic};
}

Errand::Errand(QNetworkAccessManager &network, const Surroundings &around, const Request &request,
               const Rules &rules, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_around(around)
    , m_request(request)
    , m_rules(rules)
    , m_limits(limits)
{
    m_response.moved = true;
    m_total.setSingleShot(true);
    m_step.setSingleShot(true);
    connect(&m_total, &QTimer::timeout, this,
            [this] { fail(u"took longer than %1 in all"_s.arg(inSeconds(m_limits.totalMs))); });
}

Errand::~Errand()
{
    drop();
}

void Errand::start(Answer answer)
{
    m_answer = std::move(answer);
    m_total.start(m_limits.totalMs);
    QMetaObject::invokeMethod(this, [this] { visit(m_request.address); }, Qt::QueuedConnection);
}

void Errand::visit(const QUrl &address)
{
    const Result<QUrl> checked = checkedAddress(address, m_rules);
    if (!checked) {
        end(std::unexpected(checked.error()));
        return;
    }
    m_address = *checked;
    m_tried = 0;
    disconnect(&m_step, nullptr, this, nullptr);
    connect(&m_step, &QTimer::timeout, this,
            [this] { fail(u"no connection came about within %1"_s.arg(inSeconds(m_limits.connectMs))); });
    m_step.start(m_limits.connectMs);
    if (const QHostAddress literal(m_address.host()); !literal.isNull()) {
        take({literal});
        return;
    }
    m_around.resolve(m_address.host(QUrl::FullyEncoded),
                     [self = QPointer(this), address = m_address](const QList<QHostAddress> &found) {
                         if (self && !self->m_ended && self->m_address == address)
                             self->take(found);
                     });
}

void Errand::take(const QList<QHostAddress> &found)
{
    const Result<QList<QHostAddress>> allowed =
        allowedAddresses(m_address.host(), found, m_rules, m_around.isPublic);
    if (!allowed) {
        fail(allowed.error().what);
        return;
    }
    m_untried = *allowed;
    connectTo(m_untried.takeFirst());
}

void Errand::connectTo(const QHostAddress &address)
{
    drop();
    ++m_tried;
    m_reply = m_network.get(networkRequest(m_address, address, m_request));
    m_reply->setReadBufferSize(readBuffer);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        disconnect(&m_step, nullptr, this, nullptr);
        connect(&m_step, &QTimer::timeout, this,
                [this] { fail(u"sent nothing for %1"_s.arg(inSeconds(m_limits.idleMs))); });
        m_step.start(m_limits.idleMs);
    });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!errors.isEmpty())
            fail(u"its certificate is not to be trusted: "_s + errors.first().errorString());
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Errand::takeHeaders);
    connect(m_reply, &QIODevice::readyRead, this, &Errand::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &Errand::takeEnd);
}

void Errand::takeHeaders()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return;
    m_response.status = status;
    if (isRedirect(status)) {
        m_response.moved = m_response.moved && (status == 301 || status == 308);
        follow(m_reply->rawHeader("Location"));
        return;
    }
    m_response.address = m_address;
    m_response.moved = m_response.moved && !m_response.asked.isEmpty();
    m_response.etag = m_reply->rawHeader("ETag");
    m_response.modified = m_reply->rawHeader("Last-Modified");
    m_response.retryAfter = retryAfter(m_reply->rawHeader("Retry-After"), QDateTime::currentDateTimeUtc());
    if (status != 200) {
        end(m_response);
        return;
    }
    const QByteArray contentType = m_reply->rawHeader("Content-Type");
    m_response.charset = charsetOf(contentType);
    const Result<void> type = checkContentType(contentType, m_request.wanted);
    Result<Unpacking> body = Unpacking::by(m_reply->rawHeader("Content-Encoding"), m_limits);
    if (!type || !body) {
        fail(!type ? type.error().what : body.error().what);
        return;
    }
    m_body = std::make_unique<Unpacking>(std::move(*body));
}

void Errand::takeBytes()
{
    m_step.start();
    if (!m_body)
        return;
    if (const Result<void> added = m_body->add(m_reply->readAll()); !added)
        fail(added.error().what);
}

void Errand::takeEnd()
{
    if (m_reply->error() != QNetworkReply::NoError) {
        if (retriesAnotherAddress())
            connectTo(m_untried.takeFirst());
        else
            fail(inWords(m_reply->error()));
        return;
    }
    if (!m_body) {
        fail(u"its server answers with what is no HTTP"_s);
        return;
    }
    takeBytes();
    if (m_ended)
        return;
    Result<QByteArray> body = m_body->finish();
    if (!body) {
        fail(body.error().what);
        return;
    }
    m_response.body = *std::move(body);
    end(m_response);
}

/// A host with several addresses may be down at one of them; nothing was read yet.
bool Errand::retriesAnotherAddress() const
{
    return m_response.status == 0 && !m_untried.isEmpty() && m_tried < m_limits.addressesTried &&
           m_reply->error() != QNetworkReply::SslHandshakeFailedError;
}

void Errand::follow(const QByteArray &location)
{
    const Result<QUrl> next = redirected(m_address, location, m_rules);
    if (!next) {
        end(std::unexpected(next.error()));
        return;
    }
    m_response.asked.append(m_address);
    if (m_response.asked.size() > m_limits.redirects || m_response.asked.contains(*next)) {
        fail(u"redirects without an end"_s);
        return;
    }
    m_response.status = 0;
    drop();
    visit(*next);
}

void Errand::fail(const QString &what)
{
    end(std::unexpected(Problem{
        m_address.isEmpty() ? m_request.address.toDisplayString() : m_address.toDisplayString(), what}));
}

void Errand::end(const Result<Response> &response)
{
    if (std::exchange(m_ended, true))
        return;
    m_total.stop();
    m_step.stop();
    drop();
    m_answer(response);
}

/// The reply that ran is let go; nothing of it is heard any more.
void Errand::drop()
{
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->deleteLater(); // which ends its connection; it may be in the middle of telling us something
    }
    m_body.reset();
}

} // namespace demarche::corpus::fetch
