#pragma once

#include "models/charts/series.h"

namespace demarche::charts {

/// What lies between two days, both included: an invalid one leaves its end open. A period belongs to it when
/// any of its days does.
[[nodiscard]] TimelineData excerpt(TimelineData data, QDate from, QDate to);

} // namespace demarche::charts
