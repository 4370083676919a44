#pragma once

#include "models/corpus/fetch/rules.h"

namespace demarche::corpus::sources {

/// What the analyst settled for all subscriptions.
struct Settings
{
    fetch::Rules rules;
    bool byItself = true; ///< refresh when due; otherwise only when asked to
    int minutes = 60;     ///< between looks at feeds that have no interval of their own
    int settledMs = 2000; ///< that a watched folder's file stays as it is before it is taken

    bool operator==(const Settings &) const = default;
};

} // namespace demarche::corpus::sources
