#include "views/timeline/timelinepainter.h"

#include "models/charts/calendar.h"
#include "models/charts/stancescale.h"
#include "views/timeline/markershapes.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace demarche::views {

using namespace Qt::StringLiterals;

namespace {

constexpr double Dot = 3.2;      // radius of a point
constexpr double TickEvery = 62; // pixels a date label needs

} // namespace

TimelinePainter::TimelinePainter(const charts::TimelineData &data, const Theme &theme,
                                 const TimelineLayout &layout)
    : m_data(data)
    , m_theme(theme)
    , m_layout(layout)
{
    placeMarks();
}

double TimelinePainter::namesWidth(const charts::TimelineData &data)
{
    const QFontMetricsF metrics(pixelFont(12, true));
    double width = QFontMetricsF(pixelFont(11)).horizontalAdvance(u"articles"_s); // beside the bars
    for (const charts::StanceSeries &series : data.series)
        width = std::max(width, metrics.horizontalAdvance(series.name) + 10);
    return width;
}

QPointF TimelinePainter::place(const charts::StancePoint &point) const
{
    return {m_layout.x(middleOf(point.period, m_data.period)), m_layout.y(point.score)};
}

int TimelinePainter::mostArticles() const
{
    int most = 1;
    for (const charts::VolumeBar &bar : m_data.volume)
        most = std::max(most, bar.articles);
    return most;
}

QRectF TimelinePainter::barOf(const charts::VolumeBar &bar) const
{
    const double left = m_layout.x(momentOf(bar.period));
    const double right = m_layout.x(momentOf(charts::next(bar.period, m_data.period)));
    const double gap = std::min(1.5, (right - left) * 0.2);
    const double height = m_layout.volume.height() * bar.articles / mostArticles();
    return {left + gap / 2, m_layout.volume.bottom() - height, std::max(0.6, right - left - gap), height};
}

void TimelinePainter::paint(QPainter &painter, TimelineChart &chart) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_layout.window.isValid()) {
        paintEmpty(painter);
        painter.restore();
        return;
    }
    paintKey(painter);
    paintTicks(painter);
    paintVolume(painter);
    paintStrip(painter);
    chart.setWindow(m_layout.window);
    chart.layOut(m_layout.area.size(), m_layout.plot.translated(-m_layout.area.topLeft()));
    painter.save();
    painter.translate(m_layout.area.topLeft());
    chart.render(painter);
    painter.restore();
    paintUndated(painter);
    paintZero(painter);

    painter.save();
    painter.setClipRect(m_layout.plot.adjusted(-1, -Dot - 2, 1, Dot + 2));
    for (std::size_t i = 0; i < m_data.series.size(); ++i)
        paintLine(painter, i);
    painter.restore();
    for (std::size_t i = 0; i < m_data.marks.size(); ++i) {
        if (m_layout.plot.adjusted(-1, -1, 1, 1).contains(m_markPlaces[i])) // whole, even on the edge
            paintMark(painter, i, markRadius());
    }
    paintNames(painter);
    painter.restore();
}

void TimelinePainter::paintEmpty(QPainter &painter) const
{
    if (!m_data.series.empty())
        return;
    painter.setFont(pixelFont(13));
    painter.setPen(m_theme.muted);
    const QString words = m_layout.window.isValid()
                              ? u"No stance toward %1 in this selection"_s.arg(m_data.targetName)
                              : u"No dated articles in this selection"_s;
    QRectF above = m_layout.plot; // of the line through zero
    above.setHeight(above.height() / 2);
    painter.drawText(m_layout.window.isValid() ? above : m_layout.area, Qt::AlignCenter | Qt::TextWordWrap,
                     words);
}

void TimelinePainter::paintTicks(QPainter &painter) const
{
    const TimeWindow &window = m_layout.window;
    const int most = std::max(1, static_cast<int>(m_layout.plot.width() / TickEvery));
    const QDate first = dayOf(std::ceil(window.begin()));
    const QRectF dates = m_layout.dates;
    painter.setFont(pixelFont(11));
    double free = m_layout.area.left(); // no label may begin left of this
    for (const charts::DateTick &tick : charts::dateTicks(first, dayOf(window.end() - 1e-6), most)) {
        const double x = m_layout.x(momentOf(tick.day));
        painter.setPen(QPen(m_theme.grid, 1));
        painter.drawLine(QPointF(x, m_layout.plot.top()), QPointF(x, m_layout.volume.bottom() + 4));
        painter.setPen(m_theme.muted);
        const double width = painter.fontMetrics().horizontalAdvance(tick.label);
        if (x < free)
            continue;
        painter.drawText(QPointF(x, dates.top() + 16), tick.label);
        if (!tick.underneath.isEmpty()) {
            painter.setPen(m_theme.ink);
            painter.drawText(QPointF(x, dates.top() + 30), tick.underneath);
        }
        free = x + width + 8;
    }
}

void TimelinePainter::paintVolume(QPainter &painter) const
{
    painter.save();
    painter.setClipRect(m_layout.volume.adjusted(0, -1, 0, 1));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const charts::VolumeBar &bar : m_data.volume)
        painter.fillRect(barOf(bar), m_theme.volume);
    painter.restore();
    painter.setPen(QPen(m_theme.zero, 1));
    painter.drawLine(m_layout.volume.bottomLeft(), m_layout.volume.bottomRight());
    painter.setFont(pixelFont(11));
    painter.setPen(m_theme.muted);
    const QRectF scale(m_layout.area.left(), m_layout.volume.top() - 7,
                       m_layout.plot.left() - m_layout.area.left() - 7, 14);
    painter.drawText(scale, Qt::AlignRight | Qt::AlignVCenter,
                     QLocale(QLocale::English).toString(mostArticles()));
    painter.drawText(QPointF(m_layout.plot.right() + 8, m_layout.volume.bottom() - 2), countedWord(2));
}

void TimelinePainter::paintStrip(QPainter &painter) const
{
    constexpr int steps = 60;
    const QRectF strip = m_layout.strip;
    for (int i = 0; i < steps; ++i) {
        const double score = charts::ScoreLimit - 2 * charts::ScoreLimit * (i + 0.5) / steps;
        const QRectF step(strip.left(), strip.top() + strip.height() * i / steps, strip.width(),
                          strip.height() / steps + 0.6);
        painter.fillRect(step & strip, m_theme.ramp.colour(score));
    }
    painter.setFont(pixelFont(11));
    painter.setPen(m_theme.muted);
    for (const double score : {-10.0, -5.0, 0.0, 5.0, 10.0}) {
        QString figure = charts::scoreText(score);
        figure.chop(2); // whole figures
        const QRectF cell(m_layout.area.left(), m_layout.y(score) - 8,
                          strip.left() - m_layout.area.left() - 5, 16);
        painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter, figure);
    }
}

void TimelinePainter::paintZero(QPainter &painter) const
{
    painter.setPen(QPen(m_theme.zero, 1));
    const double zero = std::round(m_layout.y(0)) + 0.5;
    painter.drawLine(QPointF(m_layout.plot.left(), zero), QPointF(m_layout.plot.right(), zero));
}

void TimelinePainter::paintLine(QPainter &painter, std::size_t index) const
{
    const charts::StanceSeries &series = m_data.series[index];
    const std::size_t look = lookOf(m_data, index);
    const QColor colour = m_theme.seriesColour(look);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const std::span<const charts::StancePoint> run : charts::stretches(series.points, m_data.period)) {
        QPolygonF line;
        for (const charts::StancePoint &point : run)
            line << place(point);
        if (line.size() > 1)
            painter.drawPolyline(line);
    }
    // All points as two fills, rim and dot: stroking each would take ten times as long.
    QPainterPath rims;
    QPainterPath dots;
    rims.setFillRule(Qt::WindingFill);
    dots.setFillRule(Qt::WindingFill);
    for (const charts::StancePoint &point : series.points) {
        rims.addPath(markerShape(look, place(point), Dot + 0.9));
        dots.addPath(markerShape(look, place(point), Dot));
    }
    painter.fillPath(rims, m_theme.page);
    painter.fillPath(dots, colour);
}

} // namespace demarche::views
