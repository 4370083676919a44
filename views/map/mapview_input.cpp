#include "views/map/mapview.h"

#include "models/charts/worldmap.h"
#include "views/map/hovercard.h"
#include "views/map/zoomkeys.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

/// The mouse and the keys of the map.
namespace demarche::views {

namespace {

constexpr double PanStep = 60; // pixels a key press

QPointF directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

void MapView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isPressed = true;
    m_isDragging = false;
    m_pressed = m_dragged = event->position();
}

void MapView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (m_isPressed && (at - m_pressed).manhattanLength() >= QApplication::startDragDistance())
        m_isDragging = true;
    if (m_isDragging) {
        hover(CountryFinder::None, {});
        setCursor(Qt::ClosedHandCursor);
        setCamera(m_camera.panned(at - m_dragged));
        m_dragged = at;
        return;
    }
    const int under = mapArea().contains(at) ? finder().at(at) : CountryFinder::None;
    hover(under, at.toPoint());
    setCursor(under >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void MapView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_isPressed)
        return;
    m_isPressed = false;
    if (m_isDragging) {
        m_isDragging = false;
        unsetCursor();
        return;
    }
    if (!mapArea().contains(event->position()))
        return;
    const QString iso3 = countryAt(event->position());
    if (iso3.isEmpty() && event->modifiers().testFlag(Qt::ControlModifier))
        return; // whoever adds countries and misses one keeps the others
    if (iso3.isEmpty())
        emit backgroundClicked();
    else
        emit countryClicked(iso3, event->modifiers());
}

void MapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        resetZoom();
}

void MapView::wheelEvent(QWheelEvent *event)
{
    const double turns = event->angleDelta().y() / 120.0;
    if (turns == 0)
        return;
    hover(CountryFinder::None, {});
    setCamera(m_camera.zoomedAt(event->position(), std::pow(1.25, turns)));
    event->accept();
}

void MapView::leaveEvent(QEvent *)
{
    hover(CountryFinder::None, {});
}

void MapView::focusOutEvent(QFocusEvent *event)
{
    m_card->hide();
    QWidget::focusOutEvent(event);
    update();
}

void MapView::keyPressEvent(QKeyEvent *event)
{
    if (zoomKey(*event) || countryKey(*event))
        return;
    QWidget::keyPressEvent(event);
}

bool MapView::zoomKey(const QKeyEvent &event)
{
    const QPointF direction = directionOf(event.key());
    if (!direction.isNull() && event.modifiers().testFlag(Qt::ControlModifier)) {
        setCamera(m_camera.panned(-direction * PanStep));
        return true;
    }
    return zoomByKey(*this, event.key());
}

bool MapView::countryKey(const QKeyEvent &event)
{
    if (const QPointF direction = directionOf(event.key()); !direction.isNull()) {
        moveCurrent(direction);
        return true;
    }
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isEnter && m_current >= 0) {
        emit countryClicked(current(), event.modifiers() & ~Qt::KeypadModifier);
        return true;
    }
    if (event.key() == Qt::Key_Escape && (m_current >= 0 || !m_selected.isEmpty())) {
        setCurrent(CountryFinder::None);
        emit backgroundClicked();
        return true;
    }
    const bool isText = !event.text().isEmpty() && event.text().front().isLetter();
    return isText && !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier)) &&
           findByName(event.text());
}

/// To the nearest country that lies more forward than sideways; from nothing to the first selected, else to
/// the target.
void MapView::moveCurrent(QPointF direction)
{
    const charts::WorldMap &world = charts::worldMap();
    if (m_current < 0) {
        const int selected = m_selected.isEmpty() ? -1 : world.indexOf(m_selected.front());
        const int start = selected >= 0 ? selected : world.indexOf(m_data.target);
        setCurrent(start >= 0 ? start : world.indexOf(QStringLiteral("FRA")));
        return;
    }
    const QPointF from = world.countries[static_cast<std::size_t>(m_current)].anchor;
    int best = CountryFinder::None;
    double least = 1e9;
    for (std::size_t i = 0; i < world.countries.size(); ++i) {
        const charts::Country &candidate = world.countries[i];
        const QPointF step(candidate.anchor.x() - from.x(), from.y() - candidate.anchor.y()); // y downward
        const double ahead = QPointF::dotProduct(step, direction);
        const double aside = std::abs(step.x() * direction.y() - step.y() * direction.x());
        const double cost = ahead + 2 * aside;
        if (candidate.member && ahead > 1e-6 && aside <= ahead && cost < least) {
            least = cost;
            best = static_cast<int>(i);
        }
    }
    if (best >= 0)
        setCurrent(best);
}

/// Type-ahead: letters typed within a second of each other are the beginning of a country's name.
bool MapView::findByName(const QString &typed)
{
    m_typed += typed;
    m_typing.start();
    const std::vector<charts::Country> &countries = charts::worldMap().countries;
    int best = CountryFinder::None;
    for (std::size_t i = 0; i < countries.size(); ++i) {
        const QString &name = countries[i].name;
        if (!name.startsWith(m_typed, Qt::CaseInsensitive) || countries[i].iso3.isEmpty())
            continue;
        if (best < 0 || name < countries[static_cast<std::size_t>(best)].name)
            best = static_cast<int>(i);
    }
    if (best >= 0)
        setCurrent(best);
    return best >= 0;
}

} // namespace demarche::views
