#include "tests/example/webserver.h"

#include <QFile>
#include <QPointer>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

#include <zlib.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace demarche::example {

WebServer::WebServer(std::optional<QSslConfiguration> tls)
    : m_tls(std::move(tls))
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
}

QUrl WebServer::url(const QByteArray &path, const QString &host) const
{
    return QUrl(u"%1://%2:%3%4"_s.arg(m_tls ? u"https"_s : u"http"_s, host, QString::number(serverPort()),
                                      QString::fromLatin1(path)));
}

int WebServer::askedFor(const QByteArray &path) const
{
    return int(std::ranges::count(m_asked, path, &Asked::path));
}

void WebServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this); // without encryption begun it is a plain one
    socket->setSocketDescriptor(descriptor);
    m_most = std::max(m_most, ++m_open);
    connect(socket, &QAbstractSocket::disconnected, this, [this, socket] {
        --m_open;
        socket->deleteLater();
    });
    connect(socket, &QIODevice::readyRead, this, [this, socket] { read(*socket); });
    if (m_tls) {
        socket->setSslConfiguration(*m_tls);
        socket->startServerEncryption();
    }
}

void WebServer::read(QTcpSocket &socket)
{
    QByteArray waiting = socket.property("waiting").toByteArray() + socket.readAll();
    const qsizetype end = waiting.indexOf("\r\n\r\n");
    socket.setProperty("waiting", end < 0 ? waiting : waiting.mid(end + 4));
    if (end < 0)
        return;
    const QList<QByteArray> lines = waiting.first(end).split('\n');
    Asked asked{lines.first().split(' ').value(1), {}};
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        asked.headers.insert(line.first(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    m_asked.push_back(asked);
    const Answer answer = m_answers.value(asked.path, answers("not here", "text/plain", {}, 404));
    answer(socket, asked);
}

WebServer::Answer answers(const QByteArray &body, const QByteArray &type, const Headers &headers, int status)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) +
                      " Told\r\nContent-Length: " + QByteArray::number(body.size()) +
                      "\r\nConnection: close\r\n";
    if (!type.isEmpty())
        head += "Content-Type: " + type + "\r\n";
    for (const auto &[name, value] : headers)
        head += name + ": " + value + "\r\n";
    return says(head + "\r\n" + body);
}

WebServer::Answer says(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket, const Asked &) {
        socket.write(bytes);
        socket.disconnectFromHost();
    };
}

WebServer::Answer redirects(const QByteArray &location, int status)
{
    return answers({}, {}, {{"Location", location}}, status);
}

WebServer::Answer isSilent()
{
    return [](QTcpSocket &, const Asked &) {};
}

WebServer::Answer drips(const QByteArray &first, const QByteArray &piece, int everyMs)
{
    return [=](QTcpSocket &socket, const Asked &) {
        socket.write(first);
        auto *timer = new QTimer(&socket);
        QObject::connect(timer, &QTimer::timeout, &socket, [&socket, piece] {
            if (socket.bytesToWrite() < 1'000'000)
                socket.write(piece);
        });
        timer->start(everyMs);
    };
}

QByteArray packed(const QByteArray &bytes, Packing packing)
{
    z_stream z{};
    const int header = packing == Packing::Gzip   ? MAX_WBITS + 16
                       : packing == Packing::Zlib ? MAX_WBITS
                                                  : -MAX_WBITS;
    deflateInit2(&z, 9, Z_DEFLATED, header, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&z, uLong(bytes.size()))), '\0');
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    z.avail_in = uInt(bytes.size());
    z.next_out = reinterpret_cast<Bytef *>(out.data());
    z.avail_out = uInt(out.size());
    deflate(&z, Z_FINISH);
    out.resize(qsizetype(z.total_out));
    deflateEnd(&z);
    return out;
}

QSslConfiguration exampleTls()
{
    const QString folder = QStringLiteral(DEMARCHE_TLS);
    QFile key(folder + u"/news.example.key"_s);
    QFile certificate(folder + u"/news.example.pem"_s);
    if (!key.open(QIODevice::ReadOnly) || !certificate.open(QIODevice::ReadOnly))
        qFatal("no certificate for the tests");
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    tls.setLocalCertificate(QSslCertificate(&certificate));
    return tls;
}

} // namespace demarche::example
