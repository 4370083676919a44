#pragma once

#include <QDate>

#include <cstdint>
#include <vector>

namespace demarche::lens {

/// Lengths of time by which evidence and articles are counted.
enum class Period : std::uint8_t { Day, Week, Month, Quarter, Year };

/// A day as the index keeps it: a Julian day number, or noDay.
using Day = std::int32_t;
inline constexpr Day noDay = INT32_MIN;

[[nodiscard]] Day dayOf(QDate date);
[[nodiscard]] QDate dateOf(Day day);

/// The first day of the period in which a day lies; weeks begin on Monday (ISO 8601).
[[nodiscard]] QDate startOf(Period period, QDate day);
/// The first day of the next period.
[[nodiscard]] QDate next(Period period, QDate start);
/// The shortest period by which a range makes no more than about 80 steps.
[[nodiscard]] Period fitting(QDate first, QDate last);

/// The period for a collection of articles of these days, in any order: what fits the middle 98 hundredths of
/// them, for one mis-dated article must not turn weeks into years; longer where all of them together would
/// make thousands of steps. Days that are noDay do not count.
[[nodiscard]] Period fitting(std::vector<Day> days);

/// The periods of a range, numbered from 0, with a look-up by day that costs one array access.
class Calendar
{
public:
    Calendar() = default;
    Calendar(Period period, QDate first, QDate last);

    [[nodiscard]] Period period() const { return m_period; }
    [[nodiscard]] int size() const { return int(m_starts.size()); }
    [[nodiscard]] QDate start(int index) const { return m_starts[std::size_t(index)]; }
    /// The period's number; -1 for a day outside the range or noDay.
    [[nodiscard]] int indexOf(Day day) const
    {
        const auto at = std::int64_t(day) - m_firstDay;
        return at < 0 || at >= std::int64_t(m_index.size()) ? -1 : m_index[std::size_t(at)];
    }

private:
    Period m_period = Period::Week;
    Day m_firstDay = 0;
    std::vector<QDate> m_starts;
    std::vector<std::int32_t> m_index; ///< by day from m_firstDay
};

} // namespace demarche::lens
