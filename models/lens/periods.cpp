#include "models/lens/periods.h"

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
