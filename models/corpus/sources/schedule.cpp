#include "models/corpus/sources/schedule.h"

#include <algorithm>

namespace demarche::corpus::sources {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 day = 24 * 60 * minute;
constexpr int mostDoublings = 20; ///< beyond which the most holds anyway

qint64 interval(const Schedule &schedule, const Subscription &subscription)
{
    const int usual = subscription.kind == Kind::Folder ? schedule.folderMinutes : schedule.minutes;
    const int wanted = subscription.minutes > 0 ? subscription.minutes : usual;
    return std::max(wanted, schedule.leastMinutes) * minute;
}

/// Spread to either side by the schedule's share.
qint64 spread(const Schedule &schedule, qint64 seconds, double chance)
{
    return seconds + qint64(double(seconds) * schedule.jitter * (2 * std::clamp(chance, 0.0, 1.0) - 1));
}

} // namespace

qint64 dueAfterSuccess(const Schedule &schedule, const Subscription &subscription, qint64 now, double chance)
{
    return now + spread(schedule, interval(schedule, subscription), chance);
}

qint64 dueAfterFailure(const Schedule &schedule, const Subscription &subscription, qint64 now,
                       std::optional<qint64> retryAfter, double chance)
{
    const qint64 usual = interval(schedule, subscription);
    const int doublings = std::clamp(subscription.failures - 1, 0, mostDoublings);
    const qint64 most = std::max(usual, schedule.mostMinutes * minute);
    const qint64 wait = spread(schedule, std::min(usual << doublings, most), chance);
    const qint64 asked = std::clamp<qint64>(retryAfter.value_or(0), 0, schedule.restDays * day);
    return now + std::max(wait, asked);
}

} // namespace demarche::corpus::sources
