#pragma once

#include "models/corpus/fetch/addresses.h"
#include "models/corpus/fetch/response.h"
#include "models/corpus/fetch/rules.h"
#include "models/corpus/fetch/unpacking.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace demarche::corpus::fetch {

/// Finds a host's addresses, none where there is no such host. Answers once, then or later.
using Resolve =
    std::function<void(const QString &host, std::function<void(const QList<QHostAddress> &)> answer)>;

using Answer = std::function<void(const Result<Response> &)>;

/// What an errand knows of the world; tests give it one of their own.
struct Surroundings
{
    Resolve resolve;
    IsPublic isPublic;
};

/// What the system knows.
[[nodiscard]] Surroundings realSurroundings();

/// One request from its address to its answer: looks up the host, connects to none but the checked addresses
/// (so that a name cannot mean another the second time), follows redirects, and ends at every limit.
class Errand : public QObject
{
public:
    Errand(QNetworkAccessManager &network, const Surroundings &around, const Request &request,
           const Rules &rules, const Limits &limits, QObject *parent);
    ~Errand() override;

    /// `answer` is called once at the end, never inside start(); not at all where the errand is destroyed
    /// before.
    void start(Answer answer);

private:
    void visit(const QUrl &address);
    void take(const QList<QHostAddress> &found);
    void connectTo(const QHostAddress &address);
    void takeHeaders();
    void takeBytes();
    void takeEnd();
    void follow(const QByteArray &location);
    void end(const Result<Response> &response);
    void fail(const QString &what);
    void drop();
    [[nodiscard]] bool retriesAnotherAddress() const;

    QNetworkAccessManager &m_network;
    Surroundings m_around;
    Request m_request;
    Rules m_rules;
    Limits m_limits;
    Response m_response;
    QUrl m_address;                ///< being visited, by name
    QList<QHostAddress> m_untried; ///< further ones of its host
    int m_tried = 0;
    QNetworkReply *m_reply = nullptr;
    std::unique_ptr<Unpacking> m_body;
    QTimer m_total;
    QTimer m_step; ///< of connecting, then of waiting for bytes
    Answer m_answer;
    bool m_ended = false;
};

} // namespace demarche::corpus::fetch
