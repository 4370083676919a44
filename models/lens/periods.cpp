#include "models/lens/periods.h"

#include <algorithm>
#include <array>

namespace demarche::lens {

Day dayOf(QDate date)
{
    return date.isValid() ? Day(date.toJulianDay()) : noDay;
}

QDate dateOf(Day day)
{
    return day == noDay ? QDate() : QDate::fromJulianDay(day);
}

QDate startOf(Period period, QDate day)
{
    switch (period) {
    case Period::Day:
        return day;
    case Period::Week:
        return day.addDays(1 - day.dayOfWeek());
    case Period::Month:
        return {day.year(), day.month(), 1};
    case Period::Quarter:
        return {day.year(), (day.month() - 1) / 3 * 3 + 1, 1};
    case Period::Year:
        return {day.year(), 1, 1};
    }
    return day;
}

QDate next(Period period, QDate start)
{
    switch (period) {
    case Period::Day:
        return start.addDays(1);
    case Period::Week:
        return start.addDays(7);
    case Period::Month:
        return start.addMonths(1);
    case Period::Quarter:
        return start.addMonths(3);
    case Period::Year:
        return start.addYears(1);
    }
    return start.addDays(1);
}

Period fitting(QDate first, QDate last)
{
    const qint64 days = first.daysTo(last) + 1;
    if (days <= 62)
        return Period::Day;
    if (days <= 80 * 7)
        return Period::Week;
    if (days <= 80 * 30)
        return Period::Month;
    return days <= 80 * 91 ? Period::Quarter : Period::Year;
}

Period fitting(std::vector<Day> days)
{
    std::erase(days, noDay);
    if (days.empty())
        return Period::Week;
    // One of a hundred may be off at either end, and one of any few.
    const std::size_t margin = days.size() < 5 ? 0 : std::max<std::size_t>(1, days.size() / 100);
    if (!std::ranges::is_sorted(days))
        std::ranges::sort(days);
    const Day first = days[margin];
    const Day last = days[days.size() - 1 - margin];
    Period period = fitting(dateOf(first), dateOf(last));
    constexpr std::int64_t mostSteps = 4000;
    constexpr std::array<int, 5> length{1, 7, 30, 91, 365};
    const std::int64_t all = std::int64_t(days.back()) - days.front();
    while (period != Period::Year && all / length[std::size_t(period)] > mostSteps)
        period = Period(std::uint8_t(period) + 1);
    return period;
}

Calendar::Calendar(Period period, QDate first, QDate last)
    : m_period(period)
{
    if (!first.isValid() || !last.isValid() || last < first)
        return;
    const QDate begin = startOf(period, first);
    m_firstDay = dayOf(begin);
    for (QDate start = begin; start <= last; start = next(period, start)) {
        const auto length = std::size_t(start.daysTo(next(period, start)));
        m_index.insert(m_index.end(), length, std::int32_t(m_starts.size()));
        m_starts.push_back(start);
    }
}

} // namespace demarche::lens
