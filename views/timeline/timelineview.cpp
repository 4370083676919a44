#include "views/timeline/timelineview.h"

#include "models/charts/calendar.h"

#include <QAccessible>
#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace demarche::views {

using namespace Qt::StringLiterals;

TimelineView::TimelineView(QWidget *parent)
    : QWidget(parent)
    , m_theme(Theme::of(palette()))
{
    setObjectName(u"timeline"_s);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_chart.setTheme(m_theme);
    describe();
}

TimelineView::~TimelineView() = default;

void TimelineView::setData(charts::TimelineData data)
{
    m_data = std::move(data);
    m_looks.assign(m_data.series);
    const TimeWindow whole = wholeWindow(m_data);
    if (!whole.isValid())
        m_window = whole;
    else
        m_window = m_window.isValid() ? m_window.within(whole) : busiestWindow(m_data, whole);
    m_hovered = {};
    m_chart.setData(m_data);
    invalidate();
    describe();
}

void TimelineView::relabelMarks(const std::function<QString(const charts::EventMark &mark)> &label)
{
    for (charts::EventMark &mark : m_data.marks)
        mark.label = label(mark);
    describe();
    if (m_hovered.kind == TimelineHit::Kind::Mark)
        update();
}

void TimelineView::setSelectedRange(QDate first, QDate last)
{
    m_first = first;
    m_last = last;
    describe();
    update();
}

void TimelineView::setWindow(const TimeWindow &window)
{
    if (window == m_window)
        return;
    m_window = window;
    m_hovered = {};
    invalidate();
    emit windowChanged();
}

void TimelineView::zoomIn()
{
    setWindow(m_window.zoomedAt((m_window.begin() + m_window.end()) / 2, 1.5));
}

void TimelineView::zoomOut()
{
    setWindow(m_window.zoomedAt((m_window.begin() + m_window.end()) / 2, 1 / 1.5));
}

void TimelineView::resetZoom()
{
    setWindow(m_window.whole());
}

QPointF TimelineView::positionOf(QDate day, double score) const
{
    const TimelineLayout place = layout();
    return {place.x(momentOf(day) + 0.5), place.y(score)};
}

QDate TimelineView::dayAt(double x) const
{
    const TimelineLayout place = layout();
    const double inside = std::clamp(place.momentAt(x), m_window.begin(), m_window.end() - 1e-6);
    return dayOf(inside);
}

QPointF TimelineView::positionOf(const TimelineHit &hit) const
{
    const TimelineLayout place = layout();
    return TimelinePainter(m_data, m_theme, place).placeOf(hit);
}

TimelineHit TimelineView::hitAt(QPointF position) const
{
    const TimelineLayout place = layout();
    return TimelinePainter(m_data, m_theme, place).hitAt(position);
}

TimelineLayout TimelineView::layout() const
{
    return TimelineLayout(QRectF(rect()), m_window, TimelinePainter::namesWidth(m_data), m_data.undated > 0);
}

void TimelineView::invalidate()
{
    m_layer = {};
    update();
}

void TimelineView::drawLayer()
{
    const double ratio = devicePixelRatioF();
    m_layer = QPixmap((QSizeF(size()) * ratio).toSize());
    m_layer.setDevicePixelRatio(ratio);
    m_layer.fill(m_theme.page);
    QPainter painter(&m_layer);
    const TimelineLayout place = layout();
    TimelinePainter(m_data, m_theme, place).paint(painter, m_chart);
}

void TimelineView::paintEvent(QPaintEvent *)
{
    if (m_layer.isNull())
        drawLayer();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_layer);
    const TimelineLayout place = layout();
    const TimelinePainter timeline(m_data, m_theme, place);
    if (!m_window.isValid()) {
        timeline.paintEmpty(painter);
        return;
    }
    paintRange(painter, place);
    timeline.paintEmpty(painter);
    if (m_drag == Drag::Select)
        paintDrag(painter, place);
    timeline.highlight(painter, m_hovered);
    paintNote(painter, timeline);
}

void TimelineView::paintRange(QPainter &painter, const TimelineLayout &place) const
{
    if (!m_first.isValid() && !m_last.isValid())
        return;
    const QRectF all(place.plot.topLeft(), place.volume.bottomRight());
    const double from =
        m_first.isValid() ? std::clamp(place.x(momentOf(m_first)), all.left(), all.right()) : all.left();
    const double to =
        m_last.isValid() ? std::clamp(place.x(momentOf(m_last) + 1), all.left(), all.right()) : all.right();
    QColor dim = m_theme.page;
    dim.setAlphaF(0.65F);
    painter.fillRect(QRectF(all.left(), all.top(), from - all.left(), all.height()), dim);
    painter.fillRect(QRectF(to, all.top(), all.right() - to, all.height()), dim);
    painter.setPen(QPen(m_theme.muted, 1));
    painter.drawLine(QPointF(from, all.top()), QPointF(from, all.bottom()));
    painter.drawLine(QPointF(to, all.top()), QPointF(to, all.bottom()));
}

void TimelineView::paintDrag(QPainter &painter, const TimelineLayout &place) const
{
    const auto [left, right] = std::minmax({m_pressed.x(), m_at.x()}); // by value: x() gives temporaries
    const QRectF all(place.plot.topLeft(), place.volume.bottomRight());
    const QRectF band = QRectF(left, all.top(), right - left, all.height()) & all;
    QColor fill = m_theme.seriesColour(0);
    fill.setAlphaF(0.16F);
    painter.fillRect(band, fill);
    painter.setPen(QPen(m_theme.seriesColour(0), 1));
    painter.drawLine(band.topLeft(), band.bottomLeft());
    painter.drawLine(band.topRight(), band.bottomRight());
    const QString dates = charts::rangeText(dayAt(left), dayAt(right));
    const QFont font = pixelFont(12, true);
    const double width = QFontMetricsF(font).horizontalAdvance(dates) + 12;
    const double x = std::clamp(band.center().x() - width / 2, 0.0, std::max(0.0, this->width() - width));
    const QRectF label(x, band.top(), width, 20);
    painter.fillRect(label, m_theme.page);
    painter.setFont(font);
    painter.setPen(m_theme.ink);
    painter.drawText(label, Qt::AlignCenter, dates);
}

/// The words of what is under the mouse, on a card beside it.
void TimelineView::paintNote(QPainter &painter, const TimelinePainter &timeline) const
{
    const QStringList words = timeline.wordsOf(m_hovered);
    if (words.isEmpty())
        return;
    double widest = 0;
    for (qsizetype i = 0; i < words.size(); ++i)
        widest = std::max(widest, QFontMetricsF(pixelFont(12, i == 0)).horizontalAdvance(words.at(i)));
    const QPointF at = timeline.placeOf(m_hovered);
    QRectF card(0, 0, std::min(widest + 20, width() - 4.0), 18.0 * static_cast<double>(words.size()) + 12);
    card.moveTopLeft(at + QPointF(12, 12));
    if (card.right() > width())
        card.moveRight(at.x() - 12);
    if (card.bottom() > height())
        card.moveBottom(at.y() - 12);
    card.moveLeft(std::max(2.0, card.left()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.coast, 1));
    painter.setBrush(m_theme.page);
    painter.drawRoundedRect(card, 5, 5);
    QRectF row(card.left() + 10, card.top() + 6, card.width() - 16, 18);
    for (qsizetype i = 0; i < words.size(); ++i) {
        painter.setFont(pixelFont(12, i == 0));
        painter.setPen(i < 2 ? m_theme.ink : m_theme.muted);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(words.at(i), Qt::ElideRight, qRound(row.width())));
        row.translate(0, 18);
    }
}

void TimelineView::resizeEvent(QResizeEvent *)
{
    invalidate();
}

void TimelineView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        m_theme = Theme::of(palette());
        m_chart.setTheme(m_theme);
        invalidate();
    }
    QWidget::changeEvent(event);
}

/// What the timeline shows in words, for those who hear it.
void TimelineView::describe()
{
    setAccessibleName(m_data.targetName.isEmpty()
                          ? u"Timeline of stances"_s
                          : u"Timeline of stances toward %1"_s.arg(m_data.targetName));
    QStringList words;
    if (!m_window.isValid())
        words << u"No dated articles"_s;
    else
        words << charts::rangeText(m_data.first, m_data.last) << u"%1 countries"_s.arg(m_data.series.size());
    if (m_first.isValid() || m_last.isValid())
        words << u"selected "_s + charts::rangeText(m_first, m_last);
    const TimelineLayout place = layout();
    words << TimelinePainter(m_data, m_theme, place).wordsOf(m_hovered);
    setAccessibleDescription(words.join(u", "_s));
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace demarche::views
