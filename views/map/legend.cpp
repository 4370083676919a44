#include "views/map/legend.h"

#include "models/charts/stancescale.h"
#include "views/map/hatching.h"

#include <QFontMetricsF>

#include <algorithm>

namespace demarche::views {

using namespace Qt::StringLiterals;

namespace {

constexpr double RampWidth = 330;
constexpr double RampHeight = 10;
constexpr double TextPixels = 11;

double rampX(const QRectF &ramp, double score)
{
    return ramp.left() + ramp.width() * (score + charts::ScoreLimit) / (2 * charts::ScoreLimit);
}

void paintRamp(QPainter &painter, const QRectF &ramp, const Theme &theme)
{
    // Steps rather than a gradient: a gradient would be interpolated in another colour space than the map's
    // fills.
    constexpr int steps = 120;
    for (int i = 0; i < steps; ++i) {
        const double from = -charts::ScoreLimit + 2 * charts::ScoreLimit * i / steps;
        const QRectF step(rampX(ramp, from), ramp.top(), ramp.width() / steps + 0.5, ramp.height());
        painter.fillRect(step & ramp, theme.ramp.colour(from + charts::ScoreLimit / steps));
    }
}

void paintFigures(QPainter &painter, const QRectF &ramp, const Theme &theme)
{
    const QFont font = pixelFont(TextPixels - 1);
    painter.setFont(font);
    painter.setPen(theme.muted);
    for (const double score : {-10.0, -5.0, 0.0, 5.0, 10.0}) {
        const double x = rampX(ramp, score);
        QString figure = charts::scoreText(score);
        figure.chop(2); // whole figures
        painter.drawLine(QPointF(x, ramp.bottom()), QPointF(x, ramp.bottom() + 3));
        // The outermost stand flush with the ramp's ends.
        const double cell = std::clamp(x - 20, ramp.left() - 1, ramp.right() - 39);
        const auto side = cell > x - 20 ? Qt::AlignLeft : cell < x - 20 ? Qt::AlignRight : Qt::AlignHCenter;
        painter.drawText(QRectF(cell, ramp.bottom() + 2, 40, 14), side | Qt::AlignTop, figure);
    }
}

void paintWords(QPainter &painter, const QRectF &ramp, const Theme &theme)
{
    painter.setFont(pixelFont(TextPixels));
    painter.setPen(theme.ink);
    const QRectF row(ramp.left(), ramp.top() - 16, ramp.width(), 14);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, charts::nameOf(charts::StanceLabel::Hostile));
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, charts::nameOf(charts::StanceLabel::Supportive));
    if (ramp.width() < 260)
        return;
    using enum charts::StanceLabel;
    for (const auto &[label, score] :
         {std::pair(Critical, -4.4), std::pair(Mixed, 0.0), std::pair(Favourable, 3.9)}) {
        const QRectF cell(rampX(ramp, score) - 40, row.top(), 80, row.height());
        painter.drawText(cell, Qt::AlignHCenter | Qt::AlignVCenter, charts::nameOf(label));
    }
}

/// A swatch with its words; gives the x after them, or the one before where they do not fit.
double paintSwatch(QPainter &painter, double x, const QRectF &area, const QRectF &ramp, const QString &words,
                   const Theme &theme, bool isTarget)
{
    const QFont font = pixelFont(TextPixels);
    const double width = QFontMetricsF(font).horizontalAdvance(words);
    const QRectF box(x, ramp.top() - 1, 20, RampHeight + 2);
    if (box.right() + 6 + width > area.right())
        return x;
    if (isTarget) {
        painter.setPen(QPen(theme.target, 1.8));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(1, 1, -1, -1));
    } else {
        painter.setPen(QPen(theme.coast, 0.8));
        painter.setBrush(theme.land);
        painter.drawRect(box);
        painter.setPen(QPen(theme.hatch, 1));
        const std::vector<QLineF> lines = hatching({QPolygonF(box)}, 4.5);
        painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    }
    painter.setFont(font);
    painter.setPen(theme.ink);
    painter.drawText(QRectF(box.right() + 6, box.top() - 3, width + 2, box.height() + 6), Qt::AlignVCenter,
                     words);
    return box.right() + 6 + width + 22;
}

} // namespace

QRectF legendRamp(const QRectF &area)
{
    const double width = std::clamp(area.width() - 24, 10.0, RampWidth);
    return {area.left() + 12, area.top() + 17, width, RampHeight};
}

void paintLegend(QPainter &painter, const QRectF &area, const QString &targetName, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ramp = legendRamp(area);
    paintRamp(painter, ramp, theme);
    paintFigures(painter, ramp, theme);
    paintWords(painter, ramp, theme);
    double x = paintSwatch(painter, ramp.right() + 28, area, ramp, u"no data"_s, theme, false);
    if (!targetName.isEmpty())
        paintSwatch(painter, x, area, ramp, u"toward "_s + targetName, theme, true);
    painter.restore();
}

} // namespace demarche::views
