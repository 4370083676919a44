#pragma once

#include "models/analysis/dates.h"

#include <optional>

/// The words that dates are told in, in lower case and without a final stop. Months are in dates.h.
namespace demarche::analysis {

/// "monday", "mon": 1 Monday … 7 Sunday, or 0.
[[nodiscard]] int weekdayOf(QStringView word);
/// "3", "three", "a": 1 … 999, or 0.
[[nodiscard]] int numberOf(QStringView word);
/// "day", "weeks".
[[nodiscard]] std::optional<DateExpression::Unit> unitOf(QStringView word);

} // namespace demarche::analysis
