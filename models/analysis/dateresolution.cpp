#include "models/analysis/dates.h"

#include <cstdlib>

namespace demarche::analysis {

namespace {

using Kind = DateExpression::Kind;
using Part = DateExpression::Part;
using Unit = DateExpression::Unit;
using Which = DateExpression::Which;

DateRange between(QDate first, QDate last)
{
    return {first, last, {}};
}

QDate endOfMonth(QDate day)
{
    return QDate(day.year(), day.month(), day.daysInMonth());
}

/// A third of a month: 1–10, 11–20, 21–end.
DateRange monthRange(int year, int month, Part part)
{
    const QDate first(year, month, 1);
    switch (part) {
    case Part::Early:
        return between(first, first.addDays(9));
    case Part::Middle:
        return between(first.addDays(10), first.addDays(19));
    case Part::Late:
        return between(first.addDays(20), endOfMonth(first));
    case Part::All:
        break;
    }
    return between(first, endOfMonth(first));
}

/// A third of a year: January–April, May–August, September–December.
DateRange yearRange(int year, Part part)
{
    const int first = part == Part::Middle ? 5 : part == Part::Late ? 9 : 1;
    const int last = part == Part::Early ? 4 : part == Part::Middle ? 8 : 12;
    return between(QDate(year, first, 1), endOfMonth(QDate(year, last, 1)));
}

int shift(Which which)
{
    return which == Which::Last ? -1 : which == Which::Next ? 1 : 0;
}

DateRange onWeekday(const DateExpression &e, QDate written, bool ahead)
{
    if (e.week != Which::Open) {
        const QDate day = written.addDays(e.weekday - written.dayOfWeek() + 7 * shift(e.week));
        return between(day, day);
    }
    const int back = (written.dayOfWeek() - e.weekday + 7) % 7; // days since the last such day, 0 today
    const int on = (7 - back) % 7;
    QDate day = ahead ? written.addDays(on) : written.addDays(-back);
    if (e.which == Which::Last)
        day = written.addDays(back == 0 ? -7 : -back);
    else if (e.which == Which::Next)
        day = written.addDays(on == 0 ? 7 : on);
    return between(day, day);
}

/// The year of a month and day given without one: the nearest in the direction that the text tells of. What
/// is told as past may lie some days after the article's own date, which is often a day behind, and the other
/// way round.
int yearFor(int month, int day, QDate written, bool ahead)
{
    constexpr int slack = 3;
    const QDate same(written.year(), month, std::max(1, std::min(day, 28)));
    if (ahead)
        return same < written.addDays(-slack) ? written.year() + 1 : written.year();
    return same > written.addDays(slack) ? written.year() - 1 : written.year();
}

DateRange inMonth(const DateExpression &e, QDate written, bool ahead)
{
    if (e.year)
        return monthRange(e.year, e.month, e.part);
    if (e.which == Which::Last)
        return monthRange(e.month >= written.month() ? written.year() - 1 : written.year(), e.month, e.part);
    if (e.which == Which::Next)
        return monthRange(e.month <= written.month() ? written.year() + 1 : written.year(), e.month, e.part);
    const int day = ahead ? 28 : 1;
    return monthRange(yearFor(e.month, day, written, ahead), e.month, e.part);
}

DateRange onMonthDay(const DateExpression &e, QDate written, bool ahead)
{
    const int year = e.year ? e.year : yearFor(e.month, e.first, written, ahead);
    return between(QDate(year, e.month, e.first), QDate(year, e.month, e.last));
}

/// Cuts what lies beyond the day of writing off a range around it: "this week" tells of the days gone, or of
/// those to come.
DateRange around(DateRange range, QDate written, bool ahead)
{
    if (ahead && range.first < written)
        range.first = std::min(written, range.last);
    else if (!ahead && range.last > written)
        range.last = std::max(written, range.first);
    return range;
}

/// The day so many days, weeks, months or years away.
QDate moved(const DateExpression &e, QDate written)
{
    switch (e.unit) {
    case Unit::Day:
        return written.addDays(e.amount);
    case Unit::Week:
        return written.addDays(qint64{7} * e.amount);
    case Unit::Month:
        return written.addMonths(e.amount);
    case Unit::Year:
        break;
    }
    return written.addYears(e.amount);
}

DateRange offset(const DateExpression &e, QDate written)
{
    const QDate day = moved(e, written);
    switch (e.unit) {
    case Unit::Day:
        return between(day, day);
    case Unit::Week:
        return between(day.addDays(-3), day.addDays(3));
    case Unit::Month:
        return between(QDate(day.year(), day.month(), 1), endOfMonth(day));
    case Unit::Year:
        break;
    }
    return yearRange(day.year(), Part::All);
}

DateRange calendar(const DateExpression &e, QDate written, bool ahead)
{
    const int by = shift(e.which);
    if (e.kind == Kind::Week || e.kind == Kind::Weekend) {
        // "last weekend" on a Monday is the one just gone
        const bool gone =
            e.kind == Kind::Weekend && e.which == Which::Open && !ahead && written.dayOfWeek() < 6;
        const int weeks = gone ? -1 : by;
        const QDate monday = written.addDays(1 - written.dayOfWeek() + 7 * weeks);
        return e.kind == Kind::Week ? between(monday, monday.addDays(6))
                                    : between(monday.addDays(5), monday.addDays(6));
    }
    if (e.kind == Kind::CalendarMonth) {
        const QDate day = written.addMonths(by);
        return monthRange(day.year(), day.month(), e.part);
    }
    return yearRange(written.year() + by, e.part);
}

/// From so long ago to the day of writing, or from it to so far ahead.
DateRange stretch(const DateExpression &e, QDate written)
{
    const QDate other = moved(e, written);
    return between(std::min(other, written), std::max(other, written));
}

DateRange inYears(const DateExpression &e)
{
    DateRange range = yearRange(e.year, e.part);
    if (e.lastYear)
        range.last = QDate(e.lastYear, 12, 31);
    return range;
}

DateRange place(const DateExpression &e, QDate written, bool ahead)
{
    switch (e.kind) {
    case Kind::Day:
        return between(e.day, e.day);
    case Kind::Year:
        return inYears(e);
    case Kind::Decade:
        return between(QDate(e.year, 1, 1), QDate(e.year + 9, 12, 31));
    case Kind::Month:
        return e.year || written.isValid() ? inMonth(e, written, ahead) : DateRange();
    case Kind::MonthDay:
        return e.year || written.isValid() ? onMonthDay(e, written, ahead) : DateRange();
    case Kind::Weekday:
        return written.isValid() ? onWeekday(e, written, ahead) : DateRange();
    case Kind::Offset:
    case Kind::Since:
        return written.isValid() ? offset(e, written) : DateRange();
    case Kind::Recent:
        return written.isValid() ? stretch(e, written) : DateRange();
    case Kind::Week:
    case Kind::Weekend:
    case Kind::CalendarMonth:
    case Kind::CalendarYear:
        if (!written.isValid())
            return {};
        return e.which == Which::This ? around(calendar(e, written, ahead), written, ahead)
                                      : calendar(e, written, ahead);
    }
    return {};
}

} // namespace

DateRange resolve(const DateExpression &e, QDate written, bool ahead)
{
    const DateRange range = place(e, written, ahead);
    return range.first.isValid() && range.last.isValid() && range.first <= range.last ? range : DateRange();
}

} // namespace demarche::analysis
