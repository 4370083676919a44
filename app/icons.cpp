#include "app/icons.h"

#include "models/text/resource.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

namespace demarche::app {

using namespace Qt::StringLiterals;

namespace {

QByteArray drawing(const QString &name)
{
    return demarche::resource(u"icons/%1.svg"_s.arg(name)).value_or(QByteArray());
}

/// Takes a drawing's shape as a mask and fills it when it is painted: a change of theme needs nothing.
class TintedIcon : public QIconEngine
{
public:
    explicit TintedIcon(QByteArray drawing)
        : m_drawing(std::move(drawing))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const double ratio = painter->device() ? painter->device()->devicePixelRatio() : 1;
        QPixmap made = drawn(rect.size() * ratio, mode);
        made.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), made);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return drawn(size, mode); }

    [[nodiscard]] QIconEngine *clone() const override { return new TintedIcon(m_drawing); }

private:
    [[nodiscard]] QPixmap drawn(QSize size, QIcon::Mode mode) const
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(m_drawing).render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), colour(mode));
        return pixmap;
    }

    static QColor colour(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return palette.color(mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active,
                             QPalette::WindowText);
    }

    QByteArray m_drawing;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new TintedIcon(drawing(name)));
}

QIcon programIcon()
{
    QSvgRenderer drawn(drawing(u"demarche"_s));
    QIcon icon;
    for (const int side : {16, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        drawn.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace demarche::app
