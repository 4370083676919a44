#include "views/article/findingcard.h"

#include "views/article/plainlabel.h"

#include <QGraphicsDropShadowEffect>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace demarche::article {

namespace {

constexpr int cardWidth = 380;
constexpr int labelWidth = 74;

} // namespace

FindingCard::FindingCard(QWidget *parent)
    : QFrame(parent)
    , m_heading(plainLabel(this))
    , m_title(plainLabel(this))
    , m_lines(new QWidget(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_NoMousePropagation);
    setAccessibleName(tr("Finding"));
    setFixedWidth(cardWidth);

    QFont title = font();
    title.setPointSizeF(title.pointSizeF() * 1.12);
    title.setBold(true);
    m_title->setFont(title);
    m_heading->setForegroundRole(QPalette::PlaceholderText);

    auto *close = new QToolButton(this);
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close the card"));
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(16, 10, 10, 14);
    layout->setVerticalSpacing(4);
    layout->addWidget(m_heading, 0, 0);
    layout->addWidget(close, 0, 1, Qt::AlignRight | Qt::AlignTop);
    layout->addWidget(m_title, 1, 0, 1, 2);
    layout->addWidget(m_lines, 2, 0, 1, 2);

    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(22);
    shadow->setOffset(0, 4);
    shadow->setColor(QColor(0, 0, 0, 90));
    setGraphicsEffect(shadow);
    hide();
}

void FindingCard::setCard(const tables::Card &card)
{
    m_heading->setText(card.heading);
    m_title->setText(card.title);
    setAccessibleDescription(card.heading + QStringLiteral(": ") + card.title);
    delete m_lines->layout();
    qDeleteAll(m_lines->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly));
    auto *grid = new QGridLayout(m_lines);
    grid->setContentsMargins(0, 4, 6, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(5);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(1, 1);
    for (const tables::CardLine &line : card.lines) {
        const int row = grid->rowCount();
        QLabel *label = plainLabel(m_lines);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setText(line.label);
        QLabel *text = plainLabel(m_lines);
        text->setText(line.text);
        text->setAccessibleName(line.label + QStringLiteral(": ") + line.text);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1, Qt::AlignTop);
    }
}

void FindingCard::showNear(const QRect &place)
{
    layout()->activate();
    const int height = std::min(layout()->totalHeightForWidth(cardWidth), parentWidget()->height() - 8);
    resize(cardWidth, height);
    const QRect room = parentWidget()->rect().adjusted(4, 4, -4, -4);
    int y = place.bottom() + 8;
    if (y + height > room.bottom())
        y = place.top() - 8 - height;
    const int x = std::clamp(place.left() - 12, room.left(), std::max(room.left(), room.right() - cardWidth));
    move(x, std::clamp(y, room.top(), std::max(room.top(), room.bottom() - height)));
    show();
    raise();
}

void FindingCard::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        hide();
        emit closed();
        return;
    case Qt::Key_N:
        emit stepWanted(1);
        return;
    case Qt::Key_P:
        emit stepWanted(-1);
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

void FindingCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace demarche::article
