#pragma once

#include "models/charts/series.h"
#include "views/map/countryfinder.h"
#include "views/map/theme.h"

#include <QPixmap>
#include <QTimer>
#include <QWidget>

namespace demarche::views {

class HoverCard;

/// The world map of how countries stand toward the target.
///
/// Click chooses a country (with Ctrl it is added), a click on the sea clears, the wheel zooms at the cursor,
/// dragging pans, a double click shows the whole world again. Keys: arrows go from country to country,
/// letters find one by its name, Enter chooses (Ctrl+Enter adds), Escape clears, + - 0 zoom, Ctrl+arrows pan.
/// The view chooses nothing by itself: whoever owns the lens hears the signals and calls setSelected().
class MapView : public QWidget
{
    Q_OBJECT
public:
    explicit MapView(QWidget *parent = nullptr);
    ~MapView() override;

    void setData(charts::MapData data);
    [[nodiscard]] const charts::MapData &data() const { return m_data; }

    void setSelected(const QStringList &iso3);
    [[nodiscard]] const QStringList &selected() const { return m_selected; }

    [[nodiscard]] const MapCamera &camera() const { return m_camera; }
    void setCamera(const MapCamera &camera);

    /// The country under a point of the widget, or an empty string.
    [[nodiscard]] QString countryAt(QPointF position) const;
    /// Where a country's marker or middle is drawn; outside the widget where the camera does not show it.
    [[nodiscard]] QPointF positionOf(const QString &iso3) const;
    /// The country that the keyboard stands on, or an empty string.
    [[nodiscard]] QString current() const;

    [[nodiscard]] QSize sizeHint() const override { return {800, 460}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 140}; }

public slots:
    void zoomIn();
    void zoomOut();
    void resetZoom();

signals:
    void countryClicked(const QString &iso3, Qt::KeyboardModifiers modifiers);
    void backgroundClicked();
    void countryHovered(const QString &iso3); ///< empty when none is
    void cameraChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QRectF mapArea() const;
    [[nodiscard]] QRectF legendArea() const;
    [[nodiscard]] const CountryFinder &finder() const;
    [[nodiscard]] const charts::CountryStance *stanceOf(int country) const;
    void drawLayer();
    void paintLayer(QPainter &painter);
    void drawOverlay();
    void paintHover(QPainter &painter);
    void invalidate();
    void hover(int country, QPoint at);
    void setCurrent(int country);
    void moveCurrent(QPointF direction);
    bool findByName(const QString &typed);
    bool zoomKey(const QKeyEvent &event);
    bool countryKey(const QKeyEvent &event);
    void describe();

    charts::MapData m_data;
    Theme m_theme;
    MapCamera m_camera;
    QStringList m_selected;
    int m_hovered = CountryFinder::None;
    int m_current = CountryFinder::None;

    QPixmap m_layer;         ///< the map as last drawn in full
    MapCamera m_layerCamera; ///< and with which camera; while the map moves it is drawn shifted and scaled
    QPixmap m_overlay;       ///< outlines of what is selected, and the legend
    MapCamera m_overlayCamera;
    QTimer m_redraw;
    mutable CountryFinder m_finder;
    mutable bool m_finderStale = true;

    QPointF m_pressed;
    QPointF m_dragged;
    bool m_isPressed = false;
    bool m_isDragging = false;
    QString m_typed;
    QTimer m_typing;
    HoverCard *m_card;
};

} // namespace demarche::views
