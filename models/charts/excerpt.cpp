#include "models/charts/excerpt.h"

#include "models/charts/calendar.h"

#include <algorithm>

namespace demarche::charts {

TimelineData excerpt(TimelineData data, QDate from, QDate to)
{
    const QDate first = from.isValid() ? std::max(from, data.first) : data.first;
    const QDate last = to.isValid() ? std::min(to, data.last) : data.last;
    const auto outside = [&](QDate begin, QDate end) { return end < first || begin > last; };
    const auto isOut = [&](const auto &item) {
        return outside(item.period, next(item.period, data.period).addDays(-1));
    };
    for (StanceSeries &series : data.series)
        std::erase_if(series.points, isOut);
    std::erase_if(data.series, [](const StanceSeries &series) { return series.points.empty(); });
    std::erase_if(data.volume, isOut);
    std::erase_if(data.marks, [&](const EventMark &mark) { return outside(mark.day, mark.day); });
    data.first = first;
    data.last = last;
    return data;
}

} // namespace demarche::charts
