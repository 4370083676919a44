#include "models/charts/calendar.h"

#include <QLocale>

#include <array>

namespace demarche::charts {

using namespace Qt::StringLiterals;

namespace {

/// The program speaks English, whatever the machine's locale.
QString text(QDate day, const QString &format)
{
    return QLocale(QLocale::English).toString(day, format);
}

struct Step
{
    int days = 0;
    int months = 0;
};

constexpr std::array<Step, 13> Steps{{{1, 0},
                                      {2, 0},
                                      {7, 0},
                                      {0, 1},
                                      {0, 2},
                                      {0, 3},
                                      {0, 6},
                                      {0, 12},
                                      {0, 24},
                                      {0, 60},
                                      {0, 120},
                                      {0, 240},
                                      {0, 600}}};

QDate firstTick(QDate from, Step step)
{
    if (step.days > 0) {
        // Whole weeks on Mondays, pairs of days and weeks by the same calendar everywhere.
        const qint64 monday = QDate(1970, 1, 5).toJulianDay();
        const qint64 beyond = (from.toJulianDay() - monday) % step.days;
        return from.addDays(beyond == 0 ? 0 : (beyond < 0 ? -beyond : step.days - beyond));
    }
    const int years = std::max(1, step.months / 12);
    const int perYear = std::min(step.months, 12);
    QDate tick(from.year() - from.year() % years, 1, 1);
    while (tick < from)
        tick = tick.addMonths(step.months >= 12 ? step.months : perYear);
    return tick;
}

QDate nextTick(QDate tick, Step step)
{
    return step.days > 0 ? tick.addDays(step.days) : tick.addMonths(step.months);
}

qint64 countOf(QDate first, QDate last, Step step)
{
    const qint64 days = first.daysTo(last) + 1;
    return step.days > 0 ? days / step.days : qint64(days / (step.months * 30.4));
}

QString labelOf(QDate day, Step step)
{
    if (step.days > 0)
        return QString::number(day.day());
    return step.months >= 12 ? QString::number(day.year()) : text(day, u"MMM"_s);
}

QString contextOf(QDate day, Step step)
{
    if (step.days > 0)
        return text(day, u"MMM yyyy"_s);
    return step.months >= 12 ? QString() : QString::number(day.year());
}

} // namespace

QDate startOf(QDate day, Period period)
{
    return lens::startOf(period, day);
}

QDate next(QDate start, Period period)
{
    return lens::next(period, start);
}

QString nameOf(QDate start, Period period)
{
    switch (period) {
    case Period::Day:
        return text(start, u"d MMM yyyy"_s);
    case Period::Week:
        return u"week of "_s + text(start, u"d MMM yyyy"_s);
    case Period::Month:
        return text(start, u"MMMM yyyy"_s);
    case Period::Quarter:
        return u"Q%1 %2"_s.arg((start.month() - 1) / 3 + 1).arg(start.year());
    case Period::Year:
        return QString::number(start.year());
    }
    return {};
}

QString rangeText(QDate first, QDate last)
{
    if (!first.isValid() || !last.isValid())
        return {};
    QString end = text(last, u"d MMM yyyy"_s);
    if (first == last)
        return end;
    return text(first, first.year() == last.year() ? u"d MMM"_s : u"d MMM yyyy"_s) + u" – "_s + end;
}

std::vector<DateTick> dateTicks(QDate first, QDate last, int most)
{
    std::vector<DateTick> ticks;
    if (!first.isValid() || !last.isValid() || first > last || most < 1)
        return ticks;
    const auto step = std::ranges::find_if(Steps, [&](Step s) { return countOf(first, last, s) <= most; });
    const Step chosen = step == Steps.end() ? Steps.back() : *step;
    QString context;
    for (QDate day = firstTick(first, chosen); day <= last; day = nextTick(day, chosen)) {
        const QString now = contextOf(day, chosen);
        ticks.push_back({day, labelOf(day, chosen), now == context ? QString() : now});
        context = now;
    }
    return ticks;
}

std::vector<std::span<const StancePoint>> stretches(std::span<const StancePoint> points, Period period)
{
    std::vector<std::span<const StancePoint>> result;
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= points.size(); ++i) {
        if (i == points.size() || next(points[i - 1].period, period) < points[i].period) {
            result.push_back(points.subspan(begin, i - begin));
            begin = i;
        }
    }
    return result;
}

} // namespace demarche::charts
