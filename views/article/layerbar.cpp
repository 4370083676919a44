#include "views/article/layerbar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace demarche::article {

namespace {

constexpr std::array<Layer, 3> order{Layer::Actors, Layer::Actions, Layer::Quotes};

QString nameOf(Layer layer)
{
    switch (layer) {
    case Layer::Actors:
        return LayerBar::tr("Actors");
    case Layer::Actions:
        return LayerBar::tr("Actions");
    case Layer::Quotes:
        return LayerBar::tr("Quotes");
    }
    return {};
}

QString tipOf(Layer layer)
{
    switch (layer) {
    case Layer::Actors:
        return LayerBar::tr("Filled: who is named, and every later mention of them, paler");
    case Layer::Actions:
        return LayerBar::tr("Underlined: who did what; dotted where it is only planned, possible or denied");
    case Layer::Quotes:
        return LayerBar::tr("Bar in the margin: what was said; hollow where it is told in other words");
    }
    return {};
}

/// A small picture of how the layer is drawn.
QIcon iconOf(Layer layer, const QPalette &palette, qreal ratio)
{
    const HighlightColours colours(palette);
    QPixmap picture(QSize(16, 16) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (layer == Layer::Actors) {
        painter.setPen(Qt::NoPen);
        QColor fill = colours.name;
        fill.setAlpha(std::min(255, fill.alpha() * 2));
        painter.setBrush(fill);
        painter.drawRoundedRect(QRectF(1, 3, 14, 10), 3, 3);
    } else if (layer == Layer::Actions) {
        painter.setPen(QPen(colours.hostile, 2.5));
        painter.drawLine(QPointF(1, 12), QPointF(15, 12));
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.friendly);
        painter.drawRoundedRect(QRectF(3, 1, 3.5, 14), 1, 1);
    }
    return {picture};
}

} // namespace

LayerBar::LayerBar(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 12, 4);
    layout->setSpacing(4);
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto *button = new QToolButton(this);
        button->setCheckable(true);
        button->setChecked(true);
        button->setText(nameOf(order[i]));
        button->setToolTip(tipOf(order[i]));
        button->setAccessibleName(tr("Show %1").arg(nameOf(order[i]).toLower()));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        connect(button, &QToolButton::toggled, this, [this] { emit layersChanged(layers()); });
        layout->addWidget(button);
        m_switches[i] = button;
    }
    layout->addStretch(1);
    const auto stepper = [&](const QString &text, const QString &tip, int direction) {
        auto *button = new QToolButton(this);
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, [this, direction] { emit stepWanted(direction); });
        layout->addWidget(button);
    };
    stepper(QStringLiteral("↑"), tr("Previous finding (p)"), -1);
    stepper(QStringLiteral("↓"), tr("Next finding (n)"), 1);
    drawIcons();
}

void LayerBar::setLeft(int left)
{
    layout()->setContentsMargins(left, 4, left, 4);
}

void LayerBar::setLayers(Layers layers)
{
    for (std::size_t i = 0; i < order.size(); ++i)
        m_switches[i]->setChecked(layers.testFlag(order[i]));
}

Layers LayerBar::layers() const
{
    Layers layers;
    for (std::size_t i = 0; i < order.size(); ++i)
        layers.setFlag(order[i], m_switches[i]->isChecked());
    return layers;
}

void LayerBar::setCounts(std::size_t actors, std::size_t actions, std::size_t quotes)
{
    const std::array<std::size_t, 3> counts{actors, actions, quotes};
    for (std::size_t i = 0; i < order.size(); ++i)
        m_switches[i]->setText(nameOf(order[i]) + QChar::Space + QString::number(counts[i]));
}

void LayerBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        drawIcons();
    QWidget::changeEvent(event);
}

void LayerBar::drawIcons()
{
    for (std::size_t i = 0; i < order.size(); ++i)
        m_switches[i]->setIcon(iconOf(order[i], palette(), devicePixelRatioF()));
}

} // namespace demarche::article
