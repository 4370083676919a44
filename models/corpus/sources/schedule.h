#pragma once

#include "models/corpus/sources/subscription.h"

#include <optional>

/// When a subscription is looked at again. Pure: times are seconds since 1970, chance is given.
namespace demarche::corpus::sources {

struct Schedule
{
    int minutes = 60;          ///< between looks, where a subscription has no interval of its own
    int folderMinutes = 5;     ///< the same for folders, where the system does not tell of changes
    int leastMinutes = 5;      ///< whatever is asked for
    int mostMinutes = 24 * 60; ///< after many failures
    int restDays = 7;          ///< at most, where a server asks for time
    double jitter = 0.1;       ///< share of the time by which looks are spread
};

/// The next look after one that went well. `chance` in [0, 1) spreads subscriptions of one interval.
[[nodiscard]] qint64 dueAfterSuccess(const Schedule &schedule, const Subscription &subscription, qint64 now,
                                     double chance);

/// The next look after a failure: the interval, doubled with each failure in a row up to the most, and never
/// before a server that names a time (seconds from now) wants it.
[[nodiscard]] qint64 dueAfterFailure(const Schedule &schedule, const Subscription &subscription, qint64 now,
                                     std::optional<qint64> retryAfter, double chance);

} // namespace demarche::corpus::sources
