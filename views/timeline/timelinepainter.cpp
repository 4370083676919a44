#include "views/timeline/timelinepainter.h"

#include "models/charts/calendar.h"
#include "models/charts/stancescale.h"
#include "views/timeline/linelabels.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace demarche::views {

using namespace Qt::StringLiterals;

namespace {

constexpr double Dot = 3.2;              // radius of a point
constexpr double MarkSize = 6;           // half-diagonal of an action's diamond
constexpr double NumberedMarkSize = 9.5; // of one that holds its number
constexpr double TickEvery = 62;         // pixels a date label needs

QPainterPath polygon(std::initializer_list<QPointF> points, QPointF centre)
{
    QPainterPath path;
    QPolygonF corners;
    for (const QPointF &point : points)
        corners << point + centre;
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

QPainterPath diamond(QPointF centre, double r)
{
    return polygon({{0, -r}, {r, 0}, {0, r}, {-r, 0}}, centre);
}

} // namespace

QPainterPath markerShape(std::size_t series, QPointF centre, double r)
{
    QPainterPath path;
    switch (series % 4) {
    case 0:
        path.addEllipse(centre, r, r);
        return path;
    case 1:
        path.addRect(QRectF(centre.x() - r * 0.9, centre.y() - r * 0.9, r * 1.8, r * 1.8));
        return path;
    case 2:
        return polygon({{0, -r * 1.2}, {r * 1.15, r * 0.85}, {-r * 1.15, r * 0.85}}, centre);
    default:
        return polygon({{0, r * 1.2}, {r * 1.15, -r * 0.85}, {-r * 1.15, -r * 0.85}}, centre);
    }
}

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
    double width = 0;
    for (const charts::StanceSeries &series : data.series)
        width = std::max(width, metrics.horizontalAdvance(series.name));
    return width + (data.series.empty() ? 0 : 10);
}

QPointF TimelinePainter::place(const charts::StancePoint &point) const
{
    return {m_layout.x(middleOf(point.period, m_data.period)), m_layout.y(point.score)};
}

double TimelinePainter::markRadius() const
{
    return m_isNumbered ? NumberedMarkSize : MarkSize;
}

void TimelinePainter::setNumbered(bool isNumbered)
{
    m_isNumbered = isNumbered;
    placeMarks();
}

/// On its day and score, or just right of those that are there already.
void TimelinePainter::placeMarks()
{
    m_markPlaces.clear();
    const double width = 2 * markRadius() * 0.9;
    for (const charts::EventMark &mark : m_data.marks) {
        QPointF at(m_layout.x(momentOf(mark.day) + 0.5), m_layout.y(std::clamp(mark.goldstein, -10.0, 10.0)));
        const auto isTaken = [&](QPointF other) { return (other - at).manhattanLength() < width; };
        while (std::ranges::any_of(m_markPlaces, isTaken))
            at.rx() += width / 4;
        m_markPlaces.push_back(at);
    }
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
    paintTicks(painter);
    paintVolume(painter);
    paintStrip(painter);
    chart.setWindow(m_layout.window);
    chart.layOut(m_layout.area.size(), m_layout.plot.translated(-m_layout.area.topLeft()));
    painter.save();
    painter.translate(m_layout.area.topLeft());
    chart.render(painter);
    painter.restore();
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
    if (m_data.series.empty())
        paintEmpty(painter);
    painter.restore();
}

void TimelinePainter::paintEmpty(QPainter &painter) const
{
    painter.setFont(pixelFont(13));
    painter.setPen(m_theme.muted);
    const QString words = m_layout.window.isValid()
                              ? u"No stance toward %1 in this selection"_s.arg(m_data.targetName)
                              : u"No dated articles in this selection"_s;
    painter.drawText(m_layout.window.isValid() ? m_layout.plot : m_layout.area,
                     Qt::AlignCenter | Qt::TextWordWrap, words);
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
    painter.drawText(scale, Qt::AlignRight | Qt::AlignVCenter, QString::number(mostArticles()));
    painter.drawText(QPointF(m_layout.plot.right() + 8, m_layout.volume.bottom() - 2), u"articles"_s);
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
    const QColor colour = m_theme.seriesColour(index);
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
        rims.addPath(markerShape(index, place(point), Dot + 0.9));
        dots.addPath(markerShape(index, place(point), Dot));
    }
    painter.fillPath(rims, m_theme.page);
    painter.fillPath(dots, colour);
}

void TimelinePainter::paintMark(QPainter &painter, std::size_t index, double radius) const
{
    const QPointF at = m_markPlaces[index];
    const QColor fill = m_theme.ramp.colour(m_data.marks[index].goldstein);
    painter.setPen(QPen(m_theme.ink, 1.3));
    painter.setBrush(fill);
    painter.drawPath(diamond(at, radius));
    if (!m_isNumbered)
        return;
    painter.setFont(pixelFont(10, true));
    painter.setPen(inkOn(fill));
    painter.drawText(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius), Qt::AlignCenter,
                     QString::number(index + 1));
}

void TimelinePainter::paintNames(QPainter &painter) const
{
    std::vector<std::size_t> shown;
    std::vector<QPointF> ends;
    std::vector<double> heights;
    for (std::size_t i = 0; i < m_data.series.size(); ++i) {
        const auto &points = m_data.series[i].points;
        const auto last =
            std::ranges::find_if(points.rbegin(), points.rend(), [&](const charts::StancePoint &point) {
                return m_layout.plot.adjusted(-1, -1, 1, 1).contains(place(point));
            });
        if (last == points.rend())
            continue;
        shown.push_back(i);
        ends.push_back(place(*last));
        heights.push_back(ends.back().y());
    }
    const QRectF names = m_layout.names;
    const std::vector<double> spread = spreadLabels(heights, 15, names.top(), names.bottom());
    const QFont font = pixelFont(12, true);
    painter.setFont(font);
    for (std::size_t k = 0; k < shown.size(); ++k) {
        QColor colour = m_theme.seriesColour(shown[k]);
        const QString &name = m_data.series[shown[k]].name;
        painter.setPen(colour);
        const QRectF cell(names.left() + 8, spread[k] - 8, std::max(0.0, names.width() - 8), 16);
        painter.drawText(cell, Qt::AlignVCenter,
                         QFontMetricsF(font).elidedText(name, Qt::ElideRight, cell.width()));
        colour.setAlphaF(0.5F);
        painter.setPen(QPen(colour, 1));
        painter.setBrush(Qt::NoBrush);
        const QPointF edge(m_layout.plot.right(), ends[k].y());
        painter.drawLine(edge, QPointF(cell.left() - 3, spread[k]));
        QPen dotted(colour, 1, Qt::CustomDashLine);
        dotted.setDashPattern({1, 6}); // sparse: it leads to the name and says nothing of the time between
        painter.setPen(dotted);
        if (ends[k].x() + 6 < edge.x())
            painter.drawLine(QPointF(ends[k].x() + 6, ends[k].y()), edge);
    }
}

} // namespace demarche::views
