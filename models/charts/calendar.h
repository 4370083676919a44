#pragma once

#include "models/charts/series.h"

#include <span>

/// Periods and date ticks. Days are plain days (no clock, no time zone), so nothing shifts with the local
/// time.
namespace demarche::charts {

/// The first day of the period that holds `day`. Weeks begin on Monday (ISO 8601).
[[nodiscard]] QDate startOf(QDate day, Period period);

/// The first day of the next period. `start` must be a period's first day.
[[nodiscard]] QDate next(QDate start, Period period);

/// "12 Nov 2023", "week of 6 Nov 2023", "November 2023", "Q4 2023", "2023".
[[nodiscard]] QString nameOf(QDate start, Period period);

/// "1 Oct 2023 – 30 Jun 2024", shorter where both lie in one year or on one day.
[[nodiscard]] QString rangeText(QDate first, QDate last);

/// A mark on the time axis, always on the first day of a day, week, month, quarter or year.
struct DateTick
{
    QDate day;
    QString label;      ///< "6", "Nov", "Q4" or "2023"
    QString underneath; ///< the year, or the month of days, where it first holds; else empty
};

/// Ticks within [first, last], as dense as `most` allows: the first step of 1, 2, 7 days, 1, 3, 6 months, 1,
/// 2, 5, 10 … years that gives no more.
[[nodiscard]] std::vector<DateTick> dateTicks(QDate first, QDate last, int most);

/// The line's unbroken stretches: points of periods that follow each other directly. A lone point is one of
/// one.
[[nodiscard]] std::vector<std::span<const StancePoint>> stretches(std::span<const StancePoint> points,
                                                                  Period period);

} // namespace demarche::charts
