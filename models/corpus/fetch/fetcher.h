#pragma once

#include "models/corpus/fetch/errand.h"
#include "models/corpus/fetch/hostlimits.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QPointer>

#include <deque>

namespace demarche::corpus::fetch {

/// Fetches over HTTP what was asked for by the analyst, and nothing else: it never starts by itself. Requests
/// wait their turn, so that no host is asked too often or by too many at once. Belongs to one thread with an
/// event loop.
class Fetcher : public QObject
{
public:
    explicit Fetcher(const Rules &rules, const Limits &limits = {}, Surroundings around = realSurroundings(),
                     QObject *parent = nullptr);
    ~Fetcher() override; ///< forgets whatever was not answered

    void setRules(const Rules &rules) { m_rules = rules; }
    [[nodiscard]] const Rules &rules() const { return m_rules; }

    /// Answers once, later, on this thread, unless the fetcher or `context` is gone by then.
    void get(const Request &request, QObject *context, Answer answer);

private:
    struct Waiting
    {
        Request request;
        QPointer<QObject> context;
        Answer answer;
    };

    void next();
    void begin(Waiting waiting);

    Rules m_rules;
    Limits m_limits;
    Surroundings m_around;
    HostLimits m_hosts;
    QElapsedTimer m_clock;
    QNetworkAccessManager m_network;
    std::deque<Waiting> m_waiting;
    QTimer m_pause;
};

} // namespace demarche::corpus::fetch
