#include "views/map/hovercard.h"

#include "models/charts/calendar.h"
#include "models/charts/stancescale.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace demarche::views {

using namespace Qt::StringLiterals;

namespace {

constexpr double Padding = 12;
constexpr double Line = 18;
constexpr double Sparkline = 34;
constexpr double Dates = 18;
constexpr int Distance = 16; // from the cursor

QString monthOf(QDate day)
{
    return QLocale(QLocale::English).toString(day, u"MMM yyyy");
}

QString counted(int count, const QString &one, const QString &many)
{
    return QString::number(count) + u' ' + (count == 1 ? one : many);
}

QString basisOf(const charts::CountryStance &stance, bool inStories)
{
    return counted(stance.evidence, u"piece of evidence"_s, u"pieces of evidence"_s) + u" in "_s +
           (inStories ? counted(stance.articles, u"story"_s, u"stories"_s)
                      : counted(stance.articles, u"article"_s, u"articles"_s));
}

QString absence(const QString &targetName)
{
    return targetName.isEmpty() ? u"No evidence in these articles"_s
                                : u"No evidence toward %1 in these articles"_s.arg(targetName);
}

QString scoreAndLabel(double score)
{
    return charts::scoreText(score) + u", "_s + charts::nameOf(charts::labelOf(score));
}

} // namespace

QString stanceInWords(const charts::CountryStance *stance, const charts::MapData &data)
{
    if (!stance || stance->evidence == 0)
        return absence(data.targetName);
    return scoreAndLabel(stance->score) + u"; "_s + basisOf(*stance, data.areStories);
}

HoverCard::HoverCard(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void HoverCard::setContent(const QString &name, const charts::CountryStance *stance,
                           const charts::MapData &data, const Theme &theme)
{
    const bool known = stance && stance->evidence > 0;
    m_theme = theme;
    m_name = name;
    m_score = known ? scoreAndLabel(stance->score) : QString();
    m_basis = known ? basisOf(*stance, data.areStories) : absence(data.targetName);
    m_swatch = known ? theme.ramp.colour(stance->score) : QColor();
    m_history = known ? stance->history : std::vector<charts::StancePoint>();
    m_period = data.period;
    m_first = data.first;
    m_last = data.last;

    const double width = std::max({QFontMetricsF(pixelFont(14, true)).horizontalAdvance(m_name),
                                   QFontMetricsF(pixelFont(13, true)).horizontalAdvance(m_score) + 20,
                                   QFontMetricsF(pixelFont(12)).horizontalAdvance(m_basis), 150.0});
    const double lines = known ? 3 : 2;
    const double spark = m_history.empty() ? 0 : Sparkline + Dates;
    resize(qCeil(width + 2 * Padding), qCeil(lines * Line + spark + 2 * Padding - 6));
    update();
}

void HoverCard::showAt(QPoint point, const QRect &area)
{
    int x = point.x() + Distance;
    if (x + width() > area.right())
        x = point.x() - Distance - width();
    int y = point.y() + Distance;
    if (y + height() > area.bottom())
        y = point.y() - Distance - height();
    move(std::max(area.left(), x), std::max(area.top(), y));
    show();
    raise();
}

void HoverCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.coast, 1));
    painter.setBrush(m_theme.page);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);

    QRectF row(Padding, Padding - 4, width() - 2 * Padding, Line);
    const auto write = [&](const QString &text, const QFont &font, const QColor &colour, double indent) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(row.adjusted(indent, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
        row.translate(0, Line);
    };
    write(m_name, pixelFont(14, true), m_theme.ink, 0);
    if (m_swatch.isValid()) {
        painter.setPen(QPen(m_theme.coast, 0.8));
        painter.setBrush(m_swatch);
        painter.drawRoundedRect(QRectF(row.left(), row.center().y() - 6, 12, 12), 2, 2);
        write(m_score, pixelFont(13, true), m_theme.ink, 20);
    }
    write(m_basis, pixelFont(12), m_theme.muted, 0);
    if (!m_history.empty())
        paintSparkline(painter, QRectF(row.left(), row.top() + 6, row.width(), Sparkline - 4));
}

QPointF HoverCard::placeOf(const charts::StancePoint &point, const QRectF &area) const
{
    const double days = std::max<double>(1, static_cast<double>(m_first.daysTo(m_last)));
    const double at = std::clamp(static_cast<double>(m_first.daysTo(point.period)) / days, 0.0, 1.0);
    return {area.left() + area.width() * at,
            area.center().y() - area.height() / 2 * point.score / charts::ScoreLimit};
}

/// Solid through periods that follow each other, dotted across those without evidence, as on the timeline.
void HoverCard::paintSparkline(QPainter &painter, const QRectF &area) const
{
    painter.setPen(QPen(m_theme.grid, 1));
    painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()));
    const auto lineOf = [&](std::span<const charts::StancePoint> points) {
        QPolygonF line;
        for (const charts::StancePoint &point : points)
            line << placeOf(point, area);
        return line;
    };
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.muted, 1, Qt::DotLine));
    painter.drawPolyline(lineOf(m_history));
    painter.setPen(QPen(m_theme.muted, 1.4));
    for (const auto &stretch : charts::stretches(m_history, m_period))
        painter.drawPolyline(lineOf(stretch));
    painter.setPen(QPen(m_theme.coast, 0.8));
    for (const charts::StancePoint &point : m_history) {
        painter.setBrush(m_theme.ramp.colour(point.score));
        painter.drawEllipse(placeOf(point, area), 2.4, 2.4);
    }
    painter.setFont(pixelFont(10));
    painter.setPen(m_theme.muted);
    const QRectF dates(area.left(), area.bottom() + 3, area.width(), Dates - 4);
    painter.drawText(dates, Qt::AlignLeft | Qt::AlignTop, monthOf(m_first));
    painter.drawText(dates, Qt::AlignRight | Qt::AlignTop, monthOf(m_last));
}

} // namespace demarche::views
