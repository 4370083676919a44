#include "views/timeline/timelinepainter.h"

#include "models/charts/calendar.h"
#include "models/charts/stancescale.h"
#include "views/timeline/markershapes.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

/// Finding, naming and highlighting what the timeline shows.
namespace demarche::views {

using namespace Qt::StringLiterals;

namespace {

constexpr double NearEnough = 9; // pixels

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace

TimelineHit TimelinePainter::hitAt(QPointF position) const
{
    using enum TimelineHit::Kind;
    TimelineHit best;
    if (!m_layout.window.isValid())
        return best;
    double least = NearEnough;
    const auto offer = [&](QPointF at, const TimelineHit &hit) {
        if (const double away = distance(at, position); away < least) {
            least = away;
            best = hit;
        }
    };
    for (std::size_t i = 0; i < m_data.marks.size(); ++i)
        offer(m_markPlaces[i], {Mark, -1, static_cast<int>(i)});
    for (std::size_t s = 0; s < m_data.series.size(); ++s) {
        const auto &points = m_data.series[s].points;
        for (std::size_t i = 0; i < points.size(); ++i)
            offer(place(points[i]), {Point, static_cast<int>(s), static_cast<int>(i)});
    }
    if (best.kind != None || !m_layout.volume.contains(position))
        return best;
    const double moment = m_layout.momentAt(position.x());
    for (std::size_t i = 0; i < m_data.volume.size(); ++i) {
        const QDate start = m_data.volume[i].period;
        if (moment >= momentOf(start) && moment < momentOf(charts::next(start, m_data.period)))
            return {Bar, -1, static_cast<int>(i)};
    }
    return best;
}

QPointF TimelinePainter::placeOf(const TimelineHit &hit) const
{
    const auto index = static_cast<std::size_t>(hit.index);
    switch (hit.kind) {
    case TimelineHit::Kind::Point:
        return place(m_data.series[static_cast<std::size_t>(hit.series)].points[index]);
    case TimelineHit::Kind::Mark:
        return m_markPlaces[index];
    case TimelineHit::Kind::Bar:
        return barOf(m_data.volume[index]).center();
    case TimelineHit::Kind::None:
        break;
    }
    return {};
}

QStringList TimelinePainter::wordsOf(const TimelineHit &hit) const
{
    const auto index = static_cast<std::size_t>(hit.index);
    if (hit.kind == TimelineHit::Kind::Point) {
        const charts::StanceSeries &series = m_data.series[static_cast<std::size_t>(hit.series)];
        const charts::StancePoint &point = series.points[index];
        return {series.name,
                charts::scoreText(point.score) + u", "_s + charts::nameOf(charts::labelOf(point.score)),
                u"%1 · %2 %3"_s.arg(charts::nameOf(point.period, m_data.period))
                    .arg(point.evidence)
                    .arg(point.evidence == 1 ? u"piece of evidence"_s : u"pieces of evidence"_s)};
    }
    if (hit.kind == TimelineHit::Kind::Mark) {
        const charts::EventMark &mark = m_data.marks[index];
        return {mark.label, u"%1 · Goldstein %2"_s.arg(charts::nameOf(mark.day, charts::Period::Day),
                                                       charts::scoreText(mark.goldstein))};
    }
    if (hit.kind == TimelineHit::Kind::Bar) {
        const charts::VolumeBar &bar = m_data.volume[index];
        return {u"%1 %2"_s.arg(bar.articles).arg(countedWord(bar.articles)),
                charts::nameOf(bar.period, m_data.period)};
    }
    return {};
}

void TimelinePainter::highlight(QPainter &painter, const TimelineHit &hit) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto index = static_cast<std::size_t>(hit.index);
    if (hit.kind == TimelineHit::Kind::Mark) {
        paintMark(painter, index, markRadius() + 2.5);
    } else if (hit.kind == TimelineHit::Kind::Point) {
        const auto series = static_cast<std::size_t>(hit.series);
        painter.setPen(QPen(m_theme.ink, 1.5));
        painter.setBrush(m_theme.seriesColour(lookOf(m_data, series)));
        painter.drawPath(markerShape(lookOf(m_data, series), placeOf(hit), 5.5));
    } else if (hit.kind == TimelineHit::Kind::Bar) {
        painter.setClipRect(m_layout.volume);
        painter.fillRect(barOf(m_data.volume[index]), m_theme.muted);
    }
    painter.restore();
}

} // namespace demarche::views
