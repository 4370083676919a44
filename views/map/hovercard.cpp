#include "views/map/hovercard.h"

#include "models/charts/stancescale.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace demarche::views {

using namespace Qt::StringLiterals;

namespace {

constexpr double Padding = 12;
constexpr double Line = 18;
constexpr double Sparkline = 34;
constexpr int Distance = 16; // from the cursor

QString counted(int count, const QString &one, const QString &many)
{
    return QString::number(count) + u' ' + (count == 1 ? one : many);
}

QString basisOf(const charts::CountryStance &stance)
{
    return counted(stance.evidence, u"piece of evidence"_s, u"pieces of evidence"_s) + u" in "_s +
           counted(stance.articles, u"article"_s, u"articles"_s);
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

QString stanceInWords(const charts::CountryStance *stance, const QString &targetName)
{
    if (!stance || stance->evidence == 0)
        return absence(targetName);
    return scoreAndLabel(stance->score) + u"; "_s + basisOf(*stance);
}

HoverCard::HoverCard(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void HoverCard::setContent(const QString &name, const charts::CountryStance *stance,
                           const QString &targetName, const Theme &theme)
{
    const bool known = stance && stance->evidence > 0;
    m_theme = theme;
    m_name = name;
    m_score = known ? scoreAndLabel(stance->score) : QString();
    m_basis = known ? basisOf(*stance) : absence(targetName);
    m_swatch = known ? theme.ramp.colour(stance->score) : QColor();
    m_history = known ? stance->history : std::vector<charts::StancePoint>();

    const double width = std::max({QFontMetricsF(pixelFont(14, true)).horizontalAdvance(m_name),
                                   QFontMetricsF(pixelFont(13, true)).horizontalAdvance(m_score) + 20,
                                   QFontMetricsF(pixelFont(12)).horizontalAdvance(m_basis), 150.0});
    const double lines = known ? 3 : 2;
    const double spark = m_history.size() > 1 ? Sparkline + 8 : 0;
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
    if (m_history.size() > 1)
        paintSparkline(painter, QRectF(row.left(), row.top() + 6, row.width(), Sparkline - 4));
}

void HoverCard::paintSparkline(QPainter &painter, const QRectF &area) const
{
    const qint64 first = m_history.front().period.toJulianDay();
    const double days =
        std::max<double>(1, static_cast<double>(m_history.back().period.toJulianDay() - first));
    const auto place = [&](const charts::StancePoint &point) {
        const double x =
            area.left() + area.width() * static_cast<double>(point.period.toJulianDay() - first) / days;
        return QPointF(x, area.center().y() - area.height() / 2 * point.score / charts::ScoreLimit);
    };
    painter.setPen(QPen(m_theme.grid, 1));
    painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()));
    QPainterPath path(place(m_history.front()));
    for (const charts::StancePoint &point : m_history)
        path.lineTo(place(point));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.muted, 1.4));
    painter.drawPath(path);
    painter.setPen(QPen(m_theme.coast, 0.8));
    painter.setBrush(m_theme.ramp.colour(m_history.back().score));
    painter.drawEllipse(place(m_history.back()), 3, 3);
}

} // namespace demarche::views
