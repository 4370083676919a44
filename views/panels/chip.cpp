#include "views/panels/chip.h"

#include <QKeyEvent>
#include <QPainter>

namespace demarche::panels {

namespace {
constexpr int side = 10;
constexpr int cross = 16;
constexpr int widest = 260;
} // namespace

Chip::Chip(const QString &kind, const QString &words, QWidget *parent)
    : QAbstractButton(parent)
    , m_kind(kind)
{
    setText(words);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(QStringLiteral("<qt>%1</qt>").arg(tr("Take away: %1").arg(words).toHtmlEscaped()));
    setAccessibleName(tr("%1: %2").arg(kind, words));
    setAccessibleDescription(tr("Press to take this filter away"));
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {std::min(metrics.horizontalAdvance(text()) + 2 * side + cross, widest), metrics.height() + 8};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = palette().color(QPalette::Highlight);
    QColor fill = accent;
    fill.setAlpha(underMouse() || isDown() ? 70 : 38);
    QColor rim = accent;
    rim.setAlpha(hasFocus() ? 255 : 120);
    painter.setPen(QPen(rim, hasFocus() ? 2 : 1));
    painter.setBrush(fill);
    const double radius = height() / 2.0 - 1;
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect words = rect().adjusted(side, 0, -side - cross + 4, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    const QPointF middle(width() - side - 3.5, height() / 2.0);
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1.3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(middle + QPointF(-3, -3), middle + QPointF(3, 3));
    painter.drawLine(middle + QPointF(-3, 3), middle + QPointF(3, -3));
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        click();
        break;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void Chip::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void Chip::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace demarche::panels
