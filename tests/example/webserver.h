#pragma once

#include <QHash>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <optional>
#include <vector>

class QTcpSocket;

namespace demarche::example {

/// A request as it came in.
struct Asked
{
    QByteArray path;
    QHash<QByteArray, QByteArray> headers; ///< by name in small letters

    [[nodiscard]] QByteArray header(const QByteArray &name) const { return headers.value(name); }
};

/// A small web server on this computer that answers as a test tells it to, well or ill. It runs in the event
/// loop of the test.
class WebServer : public QTcpServer
{
    Q_OBJECT

public:
    /// Writes to the connection; whoever wants it closed does so.
    using Answer = std::function<void(QTcpSocket &, const Asked &)>;

    /// With a configuration of TLS it speaks https.
    explicit WebServer(std::optional<QSslConfiguration> tls = {});

    void on(const QByteArray &path, Answer answer) { m_answers[path] = std::move(answer); }
    [[nodiscard]] QUrl url(const QByteArray &path, const QString &host = QStringLiteral("127.0.0.1")) const;
    /// What was asked for so far, the first first.
    [[nodiscard]] const std::vector<Asked> &asked() const { return m_asked; }
    [[nodiscard]] int askedFor(const QByteArray &path) const;
    [[nodiscard]] int mostConnections() const { return m_most; } ///< that were open at once

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void read(QTcpSocket &socket);

    std::optional<QSslConfiguration> m_tls;
    QHash<QByteArray, Answer> m_answers;
    std::vector<Asked> m_asked;
    int m_open = 0;
    int m_most = 0;
};

using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

/// A whole answer with its length, the connection closed after it.
[[nodiscard]] WebServer::Answer answers(const QByteArray &body, const QByteArray &type = "text/html",
                                        const Headers &headers = {}, int status = 200);
/// These bytes and no others, head included; then the connection is closed.
[[nodiscard]] WebServer::Answer says(const QByteArray &bytes);
[[nodiscard]] WebServer::Answer redirects(const QByteArray &location, int status = 302);
/// Nothing at all, with the connection open.
[[nodiscard]] WebServer::Answer isSilent();
/// These bytes, then a piece every so often, for ever.
[[nodiscard]] WebServer::Answer drips(const QByteArray &first, const QByteArray &piece, int everyMs);

/// Packed as gzip, zlib ("deflate") or bare deflate.
enum class Packing : unsigned char { Gzip, Zlib, Bare };
[[nodiscard]] QByteArray packed(const QByteArray &bytes, Packing packing);

/// TLS of a server that calls itself news.example, by a certificate that this build made and nobody vouches for.
[[nodiscard]] QSslConfiguration exampleTls();

} // namespace demarche::example
