#pragma once

#include "models/corpus/fetch/rules.h"

#include <QHash>
#include <QString>

#include <optional>

namespace demarche::corpus::fetch {

/// Who may be asked when: not too many at once, nor one host too often. Times are milliseconds of any clock
/// that does not go back; nothing here waits itself.
class HostLimits
{
public:
    explicit HostLimits(const Limits &limits)
        : m_limits(limits)
    {
    }

    /// How long a request to the host must wait; 0 where it may begin, nothing where a running one must end
    /// first.
    [[nodiscard]] std::optional<qint64> wait(const QString &host, qint64 now) const;
    void begun(const QString &host, qint64 now);
    void ended(const QString &host);

private:
    struct Host
    {
        int running = 0;
        qint64 next = 0; ///< no request before
    };

    Limits m_limits;
    QHash<QString, Host> m_hosts;
    int m_running = 0;
};

} // namespace demarche::corpus::fetch
