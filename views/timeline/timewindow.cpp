#include "views/timeline/timewindow.h"

#include "models/charts/calendar.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace demarche::views {

namespace {

constexpr double Shortest = 3; // days

} // namespace

double momentOf(QDate day)
{
    return static_cast<double>(day.toJulianDay());
}

QDate dayOf(double moment)
{
    return QDate::fromJulianDay(static_cast<qint64>(std::floor(moment)));
}

double middleOf(QDate start, charts::Period period)
{
    return (momentOf(start) + momentOf(charts::next(start, period))) / 2;
}

TimeWindow wholeWindow(const charts::TimelineData &data)
{
    if (!data.first.isValid() || !data.last.isValid() || data.first > data.last)
        return {};
    const QDate begin = charts::startOf(data.first, data.period);
    const QDate end = charts::next(charts::startOf(data.last, data.period), data.period);
    return {begin, end.addDays(-1)};
}

TimeWindow::TimeWindow(QDate first, QDate last)
    : m_wholeBegin(momentOf(first))
    , m_wholeEnd(momentOf(last) + 1)
    , m_begin(m_wholeBegin)
    , m_end(m_wholeEnd)
{
}

TimeWindow TimeWindow::placed(double begin, double length) const
{
    const double whole = m_wholeEnd - m_wholeBegin;
    TimeWindow window = *this;
    const double fitting = std::min(whole, std::max(length, std::min(Shortest, whole)));
    window.m_begin = std::clamp(begin, m_wholeBegin, m_wholeEnd - fitting);
    window.m_end = window.m_begin + fitting;
    return window;
}

TimeWindow TimeWindow::zoomedAt(double fixed, double factor) const
{
    const double wanted = std::max(length() / factor, std::min(Shortest, m_wholeEnd - m_wholeBegin));
    const double share = length() > 0 ? (fixed - m_begin) / length() : 0;
    return placed(fixed - share * wanted, wanted);
}

TimeWindow TimeWindow::moved(double days) const
{
    return placed(m_begin + days, length());
}

TimeWindow TimeWindow::whole() const
{
    return placed(m_wholeBegin, m_wholeEnd - m_wholeBegin);
}

TimeWindow TimeWindow::within(const TimeWindow &other) const
{
    const bool overlaps = m_begin < other.m_wholeEnd && m_end > other.m_wholeBegin;
    return isWhole() || !overlaps ? other : other.placed(m_begin, length());
}

TimeWindow busiestWindow(const charts::TimelineData &data, const TimeWindow &whole)
{
    int all = 0;
    for (const charts::VolumeBar &bar : data.volume)
        all += bar.articles;
    const int few = all / 100;
    if (few == 0)
        return whole;
    const auto edge = [few](const auto &bars) {
        int passed = 0;
        return std::ranges::find_if(
                   bars, [&](const charts::VolumeBar &bar) { return (passed += bar.articles) > few; })
            ->period;
    };
    const double begin = momentOf(edge(data.volume));
    const double end = momentOf(charts::next(edge(std::views::reverse(data.volume)), data.period));
    if ((end - begin) * 3 > whole.length())
        return whole;
    return whole.zoomedAt(whole.begin(), whole.length() / (end - begin)).moved(begin - whole.begin());
}

} // namespace demarche::views
