#include "models/corpus/fetch/fetcher.h"

#include <QNetworkProxy>

#include <algorithm>

namespace demarche::corpus::fetch {

Fetcher::Fetcher(const Rules &rules, const Limits &limits, Surroundings around, QObject *parent)
    : QObject(parent)
    , m_rules(rules)
    , m_limits(limits)
    , m_around(std::move(around))
    , m_hosts(limits)
    , m_network(this) // children, so that they go to another thread with it
    , m_pause(this)
{
    m_clock.start();
    m_network.setProxy(QNetworkProxy::NoProxy); // a proxy would connect to addresses that nobody checked
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Fetcher::next);
}

Fetcher::~Fetcher() = default;

void Fetcher::get(const Request &request, QObject *context, Answer answer)
{
    m_waiting.push_back({request, context, std::move(answer)});
    QMetaObject::invokeMethod(this, &Fetcher::next, Qt::QueuedConnection);
}

/// Begins whatever may begin now, in the order of asking, and comes back when the next may.
void Fetcher::next()
{
    std::optional<qint64> soonest;
    for (auto waiting = m_waiting.begin(); waiting != m_waiting.end();) {
        const qint64 now = m_clock.elapsed();
        const std::optional<qint64> wait = m_hosts.wait(waiting->request.address.host(), now);
        if (wait == 0) {
            Waiting chosen = std::move(*waiting);
            waiting = m_waiting.erase(waiting);
            if (chosen.context)
                begin(std::move(chosen));
            continue;
        }
        if (wait)
            soonest = std::min(soonest.value_or(*wait), *wait);
        ++waiting;
    }
    if (soonest)
        m_pause.start(int(*soonest));
}

void Fetcher::begin(Waiting waiting)
{
    const QString host = waiting.request.address.host();
    m_hosts.begun(host, m_clock.elapsed());
    auto *errand = new Errand(m_network, m_around, waiting.request, m_rules, m_limits, this);
    errand->start([this, errand, host, context = waiting.context,
                   answer = std::move(waiting.answer)](const Result<Response> &response) {
        errand->deleteLater();
        m_hosts.ended(host);
        QMetaObject::invokeMethod(this, &Fetcher::next, Qt::QueuedConnection);
        if (context)
            answer(response);
    });
}

} // namespace demarche::corpus::fetch
