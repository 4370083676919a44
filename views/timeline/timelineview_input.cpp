#include "views/timeline/timelineview.h"

#include "models/charts/calendar.h"
#include "views/map/zoomkeys.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

/// The mouse and the keys of the timeline.
namespace demarche::views {

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_window.isValid())
        return;
    m_drag = Drag::Pressed;
    m_pressed = m_at = event->position();
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (m_drag == Drag::Pressed && std::abs(at.x() - m_pressed.x()) >= QApplication::startDragDistance())
        m_drag = event->modifiers().testFlag(Qt::ControlModifier) ? Drag::Pan : Drag::Select;
    if (m_drag == Drag::Pan) {
        const TimelineLayout place = layout();
        setWindow(m_window.moved(place.momentAt(m_at.x()) - place.momentAt(at.x())));
    }
    m_at = at;
    if (m_drag == Drag::Select)
        update();
    else if (m_drag == Drag::None)
        hover(hitAt(at));
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Drag ended = std::exchange(m_drag, Drag::None);
    if (ended == Drag::Select)
        finishSelection();
    else if (ended == Drag::Pressed)
        activate(hitAt(event->position()));
    update();
}

void TimelineView::finishSelection()
{
    const auto [left, right] = std::minmax({m_pressed.x(), m_at.x()}); // by value: x() gives temporaries
    emit rangeSelected(dayAt(left), dayAt(right));
}

void TimelineView::activate(const TimelineHit &hit)
{
    const auto index = static_cast<std::size_t>(hit.index);
    if (hit.kind == TimelineHit::Kind::Point) {
        const charts::StanceSeries &series = m_data.series[static_cast<std::size_t>(hit.series)];
        emit pointClicked(series.iso3, series.points[index].period);
    } else if (hit.kind == TimelineHit::Kind::Mark) {
        emit markClicked(m_data.marks[index].article, m_data.marks[index].action);
    } else if (hit.kind == TimelineHit::Kind::Bar) {
        const QDate start = m_data.volume[index].period;
        emit rangeSelected(start, charts::next(start, m_data.period).addDays(-1));
    }
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_window.isWhole())
        emit rangeCleared();
    else
        resetZoom();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const double turns = event->angleDelta().y() / 120.0;
    if (turns == 0 || !m_window.isValid())
        return;
    setWindow(m_window.zoomedAt(layout().momentAt(event->position().x()), std::pow(1.25, turns)));
    event->accept();
}

void TimelineView::leaveEvent(QEvent *)
{
    hover({});
}

void TimelineView::hover(const TimelineHit &hit)
{
    if (hit == m_hovered)
        return;
    m_hovered = hit;
    setCursor(hit.kind == TimelineHit::Kind::None ? Qt::ArrowCursor : Qt::PointingHandCursor);
    describe();
    update();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (!m_window.isValid() || (!windowKey(*event) && !pointKey(*event)))
        QWidget::keyPressEvent(event);
}

bool TimelineView::windowKey(const QKeyEvent &event)
{
    const bool isSideways = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right;
    if (!isSideways || !event.modifiers().testFlag(Qt::ControlModifier))
        return zoomByKey(*this, event.key());
    setWindow(m_window.moved((event.key() == Qt::Key_Left ? -0.1 : 0.1) * m_window.length()));
    return true;
}

bool TimelineView::pointKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        stepPoint(event.key() == Qt::Key_Left ? -1 : 1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        stepLine(event.key() == Qt::Key_Up ? -1 : 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(m_hovered);
        return true;
    case Qt::Key_Escape:
        emit rangeCleared();
        return true;
    default:
        return false;
    }
}

void TimelineView::stepPoint(int step)
{
    if (m_hovered.kind != TimelineHit::Kind::Point) {
        stepLine(0);
        return;
    }
    TimelineHit hit = m_hovered;
    const auto &points = m_data.series[static_cast<std::size_t>(hit.series)].points;
    hit.index = std::clamp(hit.index + step, 0, static_cast<int>(points.size()) - 1);
    hover(hit);
}

/// To the point of another line that is nearest in time; without a point yet, to the first line's last.
void TimelineView::stepLine(int step)
{
    const int lines = static_cast<int>(m_data.series.size());
    const bool isOnPoint = m_hovered.kind == TimelineHit::Kind::Point;
    QDate day = m_data.last;
    if (isOnPoint)
        day = m_data.series[static_cast<std::size_t>(m_hovered.series)]
                  .points[static_cast<std::size_t>(m_hovered.index)]
                  .period;
    for (int tried = 0, line = isOnPoint ? m_hovered.series + step : 0; tried < lines;
         ++tried, line += step ? step : 1) {
        const int wrapped = (line % lines + lines) % lines;
        const auto &points = m_data.series[static_cast<std::size_t>(wrapped)].points;
        if (points.empty())
            continue;
        const auto nearest = std::ranges::min_element(
            points, {}, [&](const charts::StancePoint &point) { return std::abs(point.period.daysTo(day)); });
        hover({TimelineHit::Kind::Point, wrapped, static_cast<int>(nearest - points.begin())});
        return;
    }
}

} // namespace demarche::views
