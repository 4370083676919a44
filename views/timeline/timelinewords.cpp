#include "models/charts/calendar.h"
#include "views/timeline/linelabels.h"
#include "views/timeline/markershapes.h"
#include "views/timeline/timelinepainter.h"

#include <QFontMetricsF>

#include <algorithm>

/// The marks of grave actions, the key to them, and the names of the lines.
namespace demarche::views {

using namespace Qt::StringLiterals;

namespace {

constexpr double MarkSize = 6;           // half-diagonal of an action's diamond
constexpr double NameHeight = 15;        // of a line's name with its distance
constexpr double NumberedMarkSize = 9.5; // of one that holds its number

QString adverbOf(charts::Period period)
{
    using enum charts::Period;
    switch (period) {
    case Day:
        return u"by day"_s;
    case Week:
        return u"by week"_s;
    case Month:
        return u"by month"_s;
    case Quarter:
        return u"by quarter"_s;
    case Year:
        return u"by year"_s;
    }
    return {};
}

/// A country's name, cut where it is too long; where next to nothing would be left of it, its code.
QString fitted(const charts::StanceSeries &series, const QFontMetricsF &metrics, double width)
{
    constexpr qsizetype leastLetters = 6;
    const QString cut = metrics.elidedText(series.name, Qt::ElideRight, width);
    return cut != series.name && cut.size() < leastLetters ? series.iso3 : cut;
}

} // namespace

QString TimelinePainter::countedWord(int count) const
{
    if (m_data.areStories)
        return count == 1 ? u"story"_s : u"stories"_s;
    return count == 1 ? u"article"_s : u"articles"_s;
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

/// On the left what the lines are, on the right what the marks are; each where it fits.
void TimelinePainter::paintKey(QPainter &painter) const
{
    const QRectF key = m_layout.key;
    if (key.isEmpty() || m_data.targetName.isEmpty())
        return;
    const QFont font = pixelFont(11);
    const QFontMetricsF metrics(font);
    painter.save();
    painter.setFont(font);
    double right = key.right();
    const auto entry = [&](double goldstein, const QString &words) {
        const double width = metrics.horizontalAdvance(words) + 16;
        if (right - width < key.center().x())
            return;
        right -= width;
        painter.setPen(QPen(m_theme.ink, 1.1));
        painter.setBrush(m_theme.ramp.colour(goldstein));
        painter.drawPath(eventShape(goldstein, {right + 5, key.center().y()}, 4.6));
        painter.setPen(m_theme.muted);
        painter.drawText(QRectF(right + 13, key.top(), width, key.height()), Qt::AlignVCenter, words);
        right -= 14;
    };
    if (!m_data.marks.empty()) {
        entry(7, u"agreement"_s);
        entry(-7, u"rupture"_s);
    }
    painter.setPen(m_theme.muted);
    const QRectF left(key.left(), key.top(), right - key.left(), key.height());
    const QString words = u"Stance toward %1, %2"_s.arg(m_data.targetName, adverbOf(m_data.period));
    painter.drawText(left, Qt::AlignVCenter, metrics.elidedText(words, Qt::ElideRight, left.width()));
    painter.restore();
}

/// What no bar can show is said in words, on the right below the dates.
void TimelinePainter::paintUndated(QPainter &painter) const
{
    if (m_data.undated == 0)
        return;
    painter.setFont(pixelFont(11));
    painter.setPen(m_theme.muted);
    painter.drawText(m_layout.note, Qt::AlignRight | Qt::AlignVCenter,
                     u"%1 undated %2 not shown"_s.arg(m_data.undated).arg(countedWord(m_data.undated)));
}

void TimelinePainter::paintMark(QPainter &painter, std::size_t index, double radius) const
{
    const QPointF at = m_markPlaces[index];
    const QColor fill = m_theme.ramp.colour(m_data.marks[index].goldstein);
    painter.setPen(QPen(m_theme.ink, 1.3));
    painter.setBrush(fill);
    painter.drawPath(eventShape(m_data.marks[index].goldstein, at, radius));
    if (!m_isNumbered)
        return;
    painter.setFont(pixelFont(10, true));
    painter.setPen(inkOn(fill));
    painter.drawText(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius), Qt::AlignCenter,
                     QString::number(index + 1));
}

/// The lines whose last point is in sight, with that point; where they are more than names fit beside each
/// other, those of most evidence. The others are named under the mouse.
std::vector<TimelinePainter::LineEnd> TimelinePainter::namedLines() const
{
    std::vector<LineEnd> lines;
    const QRectF sight = m_layout.plot.adjusted(-1, -1, 1, 1);
    for (std::size_t i = 0; i < m_data.series.size(); ++i) {
        const auto &points = m_data.series[i].points;
        const auto last =
            std::ranges::find_if(points.rbegin(), points.rend(), [&](const charts::StancePoint &point) {
                return sight.contains(place(point));
            });
        int evidence = 0;
        for (const charts::StancePoint &point : points)
            evidence += point.evidence;
        if (last != points.rend())
            lines.push_back({i, place(*last), evidence});
    }
    const auto room = static_cast<std::size_t>(std::max(1.0, m_layout.names.height() / NameHeight));
    if (lines.size() > room) {
        std::ranges::stable_sort(lines, std::greater(), &LineEnd::evidence);
        lines.resize(room);
        std::ranges::sort(lines, {}, &LineEnd::series);
    }
    return lines;
}

void TimelinePainter::paintNames(QPainter &painter) const
{
    const std::vector<LineEnd> lines = namedLines();
    std::vector<double> heights;
    heights.reserve(lines.size());
    for (const LineEnd &line : lines)
        heights.push_back(line.at.y());
    const QRectF names = m_layout.names;
    const std::vector<double> spread = spreadLabels(heights, NameHeight, names.top(), names.bottom());
    for (std::size_t k = 0; k < lines.size(); ++k)
        paintName(painter, lines[k],
                  QRectF(names.left() + 8, spread[k] - 8, std::max(0.0, names.width() - 8), 16));
}

void TimelinePainter::paintName(QPainter &painter, const LineEnd &line, const QRectF &cell) const
{
    const QFont font = pixelFont(12, true);
    QColor colour = m_theme.seriesColour(lookOf(m_data, line.series));
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(cell, Qt::AlignVCenter,
                     fitted(m_data.series[line.series], QFontMetricsF(font), cell.width()));
    colour.setAlphaF(0.5F);
    painter.setPen(QPen(colour, 1));
    painter.setBrush(Qt::NoBrush);
    const QPointF edge(m_layout.plot.right(), line.at.y());
    painter.drawLine(edge, QPointF(cell.left() - 3, cell.center().y()));
    QPen dotted(colour, 1, Qt::CustomDashLine);
    dotted.setDashPattern({1, 6}); // sparse: it leads to the name and says nothing of the time between
    painter.setPen(dotted);
    if (line.at.x() + 6 < edge.x())
        painter.drawLine(QPointF(line.at.x() + 6, line.at.y()), edge);
}

} // namespace demarche::views
