#include "models/corpus/fetch/hostlimits.h"

#include <algorithm>

namespace demarche::corpus::fetch {

std::optional<qint64> HostLimits::wait(const QString &host, qint64 now) const
{
    const Host state = m_hosts.value(host);
    if (m_running >= m_limits.connections || state.running >= m_limits.connectionsPerHost)
        return std::nullopt;
    return std::max<qint64>(0, state.next - now);
}

void HostLimits::begun(const QString &host, qint64 now)
{
    Host &state = m_hosts[host];
    ++state.running;
    state.next = now + m_limits.betweenRequestsMs;
    ++m_running;
}

void HostLimits::ended(const QString &host)
{
    const auto state = m_hosts.find(host);
    if (state == m_hosts.end() || state->running == 0)
        return;
    --state->running;
    --m_running;
}

} // namespace demarche::corpus::fetch
