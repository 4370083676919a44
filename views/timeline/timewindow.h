#pragma once

#include "models/charts/series.h"

#include <QDate>

namespace demarche::views {

/// Which days lie between the left and the right edge of the timeline: a value. Counted in days (Julian),
/// halves and all, and without a clock or time zone. It never leaves the whole range, which it covers at
/// first.
class TimeWindow
{
public:
    TimeWindow() = default;
    /// From the beginning of `first` to the end of `last`; both must be valid.
    TimeWindow(QDate first, QDate last);

    [[nodiscard]] bool isValid() const { return m_wholeEnd > m_wholeBegin; }
    [[nodiscard]] bool isWhole() const { return m_begin == m_wholeBegin && m_end == m_wholeEnd; }
    [[nodiscard]] double begin() const { return m_begin; }
    [[nodiscard]] double end() const { return m_end; }
    [[nodiscard]] double length() const { return m_end - m_begin; }

    /// Shorter by `factor` (longer where it is below 1), the moment `fixed` keeping its place.
    [[nodiscard]] TimeWindow zoomedAt(double fixed, double factor) const;
    [[nodiscard]] TimeWindow moved(double days) const;
    [[nodiscard]] TimeWindow whole() const;
    /// The same part of another range, where there is any; else all of it.
    [[nodiscard]] TimeWindow within(const TimeWindow &other) const;

    friend bool operator==(const TimeWindow &, const TimeWindow &) = default;

private:
    [[nodiscard]] TimeWindow placed(double begin, double length) const;

    double m_wholeBegin = 0;
    double m_wholeEnd = 0;
    double m_begin = 0;
    double m_end = 0;
};

/// A day's first moment on this count.
[[nodiscard]] double momentOf(QDate day);
[[nodiscard]] QDate dayOf(double moment);

/// Where a period's point stands: in the middle of its days.
[[nodiscard]] double middleOf(QDate start, charts::Period period);

/// All of the data's days in whole periods, so that the first and the last bar have their full width; invalid
/// where there are none.
[[nodiscard]] TimeWindow wholeWindow(const charts::TimelineData &data);

/// The part of `whole` to look at first: all of it, unless a few articles far from all others (one in a
/// hundred at either end, wrongly dated ones mostly) stretch it to more than three times the length of the
/// rest.
[[nodiscard]] TimeWindow busiestWindow(const charts::TimelineData &data, const TimeWindow &whole);

} // namespace demarche::views
