#include "views/map/mapview.h"

#include "views/map/hovercard.h"
#include "views/map/legend.h"
#include "views/map/mapaccessible.h"
#include "views/map/mappainter.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

#include <chrono>

namespace demarche::views {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double Margin = 8;

const charts::Country &country(int index)
{
    return charts::worldMap().countries[static_cast<std::size_t>(index)];
}

} // namespace

MapView::MapView(QWidget *parent)
    : QWidget(parent)
    , m_theme(Theme::of(palette()))
    , m_card(new HoverCard(this))
{
    setObjectName(u"map"_s);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_redraw.setSingleShot(true);
    m_redraw.setInterval(60ms);
    connect(&m_redraw, &QTimer::timeout, this, [this] {
        m_layer = {};
        update();
    });
    m_typing.setSingleShot(true);
    m_typing.setInterval(1s);
    connect(&m_typing, &QTimer::timeout, this, [this] { m_typed.clear(); });
    m_camera = MapCamera(mapArea());
    MapAccessible::install();
    describe();
}

MapView::~MapView() = default;

void MapView::setData(charts::MapData data)
{
    m_data = std::move(data);
    hover(CountryFinder::None, {});
    invalidate();
    describe();
}

void MapView::setSelected(const QStringList &iso3)
{
    m_selected = iso3;
    m_overlay = {};
    describe();
    update();
}

void MapView::setCamera(const MapCamera &camera)
{
    const MapCamera fitting = camera.resized(mapArea()); // it may come from a window of another size
    if (fitting == m_camera)
        return;
    m_camera = fitting;
    m_finderStale = true;
    m_redraw.start();
    update();
    emit cameraChanged();
}

void MapView::zoomIn()
{
    setCamera(m_camera.zoomedAt(m_camera.area().center(), 1.5));
}

void MapView::zoomOut()
{
    setCamera(m_camera.zoomedAt(m_camera.area().center(), 1 / 1.5));
}

void MapView::resetZoom()
{
    setCamera(m_camera.reset());
}

QString MapView::countryAt(QPointF position) const
{
    const int found = mapArea().contains(position) ? finder().at(position) : CountryFinder::None;
    return found < 0 ? QString() : country(found).iso3;
}

QPointF MapView::positionOf(const QString &iso3) const
{
    const int found = charts::worldMap().indexOf(iso3);
    return found < 0 ? QPointF(-1, -1) : m_camera.toScreen(country(found).anchor);
}

QString MapView::current() const
{
    return m_current < 0 ? QString() : country(m_current).iso3;
}

QRectF MapView::mapArea() const
{
    const double legend = height() > 200 ? LegendHeight : 0; // a flat map needs its height for itself
    return QRectF(rect()).adjusted(Margin, Margin, -Margin, -Margin - legend);
}

QRectF MapView::legendArea() const
{
    return {0, mapArea().bottom() + 4, static_cast<double>(width()), LegendHeight};
}

const CountryFinder &MapView::finder() const
{
    if (m_finderStale) {
        m_finder = CountryFinder(m_data, m_camera);
        m_finderStale = false;
    }
    return m_finder;
}

const charts::CountryStance *MapView::stanceOf(int index) const
{
    if (index < 0)
        return nullptr;
    const auto found = std::ranges::find_if(m_data.countries, [&](const charts::CountryStance &stance) {
        return charts::worldMap().indexOf(stance.iso3) == index;
    });
    return found == m_data.countries.end() ? nullptr : &*found;
}

void MapView::invalidate()
{
    m_layer = {};
    m_overlay = {};
    m_finderStale = true;
    update();
}

void MapView::drawLayer()
{
    const double ratio = devicePixelRatioF();
    m_layer = QPixmap((QSizeF(size()) * ratio).toSize());
    m_layer.setDevicePixelRatio(ratio);
    m_layer.fill(m_theme.page);
    m_layerCamera = m_camera;
    QPainter painter(&m_layer);
    MapPainter(m_data, m_theme, m_camera, ratio).paint(painter);
}

void MapView::paintLayer(QPainter &painter)
{
    if (m_layer.isNull())
        drawLayer();
    if (m_layerCamera == m_camera) {
        painter.drawPixmap(0, 0, m_layer);
        return;
    }
    // The map is moving: what was drawn last, shifted and scaled, until it rests.
    painter.fillRect(rect(), m_theme.page);
    painter.save();
    painter.setClipRect(mapArea());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QTransform moved = m_layerCamera.transform().inverted() * m_camera.transform();
    painter.drawPixmap(moved.mapRect(QRectF(rect())), m_layer, QRectF(m_layer.rect()));
    painter.restore();
}

void MapView::drawOverlay()
{
    const double ratio = devicePixelRatioF();
    m_overlay = QPixmap((QSizeF(size()) * ratio).toSize());
    m_overlay.setDevicePixelRatio(ratio);
    m_overlay.fill(Qt::transparent);
    m_overlayCamera = m_camera;
    QPainter painter(&m_overlay);
    const MapPainter map(m_data, m_theme, m_camera, ratio);
    for (const QString &iso3 : m_selected) {
        if (const int index = charts::worldMap().indexOf(iso3); index >= 0)
            map.outline(painter, index, m_theme.selected, 2.2);
    }
    if (!m_selected.isEmpty())
        map.nameTarget(painter);
    if (legendArea().bottom() <= height())
        paintLegend(painter, legendArea(), m_data.targetName, m_theme);
}

void MapView::paintHover(QPainter &painter)
{
    const MapPainter map(m_data, m_theme, m_camera, devicePixelRatioF());
    if (m_hovered >= 0)
        map.outline(painter, m_hovered, m_theme.selected, 1.3);
    if (m_current >= 0 && hasFocus()) {
        map.outline(painter, m_current, m_theme.selected, 1.6);
        map.name(painter, m_current, m_theme.ink);
    }
}

void MapView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintLayer(painter);
    if (m_overlay.isNull() || m_overlayCamera != m_camera)
        drawOverlay();
    painter.drawPixmap(0, 0, m_overlay);
    paintHover(painter);
}

void MapView::resizeEvent(QResizeEvent *)
{
    m_camera = m_camera.resized(mapArea());
    invalidate();
}

void MapView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        m_theme = Theme::of(palette());
        invalidate();
    }
    QWidget::changeEvent(event);
}

void MapView::hover(int index, QPoint at)
{
    if (index < 0)
        m_card->hide();
    if (index != m_hovered) {
        m_hovered = index;
        if (index >= 0)
            m_card->setContent(country(index).name, stanceOf(index), m_data, m_theme);
        update();
        describe();
        emit countryHovered(index < 0 ? QString() : country(index).iso3);
    }
    if (index >= 0)
        m_card->showAt(at, rect());
}

void MapView::setCurrent(int index)
{
    m_current = index;
    if (index >= 0) {
        setCamera(m_camera.showing(country(index).anchor, 60));
        const QPoint at = m_camera.toScreen(country(index).anchor).toPoint();
        m_card->setContent(country(index).name, stanceOf(index), m_data, m_theme);
        m_card->showAt(at, rect());
    } else {
        m_card->hide();
    }
    update();
    describe();
}

/// What the map shows in words, for those who hear it.
void MapView::describe()
{
    const QString target = m_data.targetName.isEmpty() ? u"no one chosen"_s : m_data.targetName;
    setAccessibleName(u"Map of stances toward %1"_s.arg(target));
    const auto known = std::ranges::count_if(m_data.countries, [](const auto &c) { return c.evidence > 0; });
    QString words = u"%1 countries with data, %2 selected. "_s.arg(known).arg(m_selected.size());
    const int told = m_hovered >= 0 ? m_hovered : m_current;
    if (told >= 0)
        words += country(told).name + u": "_s + stanceInWords(stanceOf(told), m_data) + u'.';
    else
        words += u"Arrows go from country to country, letters find one by name, Enter selects it."_s;
    setAccessibleDescription(words);
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace demarche::views
