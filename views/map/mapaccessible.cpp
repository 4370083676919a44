#include "views/map/mapaccessible.h"

#include "models/charts/worldmap.h"
#include "views/map/hovercard.h"
#include "views/map/mapview.h"

#include <algorithm>

namespace demarche::views {

using namespace Qt::StringLiterals;

namespace {

/// A country on the map. It lives as long as the map's interface; what it says follows the map's data.
class CountryAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    CountryAccessible(MapView *map, QString iso3)
        : m_map(map)
        , m_iso3(std::move(iso3))
    {
    }

    [[nodiscard]] bool isValid() const override { return !m_map.isNull(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_map.data());
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? name() + u": "_s + words() : QString();
    }

    [[nodiscard]] QRect rect() const override
    {
        const QPoint middle = m_map->mapToGlobal(m_map->positionOf(m_iso3).toPoint());
        return {middle - QPoint(8, 8), QSize(16, 16)};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.multiSelectable = true;
        state.selected = m_map->selected().contains(m_iso3);
        state.offscreen = !m_map->rect().contains(m_map->positionOf(m_iso3).toPoint());
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), toggleAction()}; }
    void doAction(const QString &action) override
    {
        if (action == pressAction())
            emit m_map->countryClicked(m_iso3, Qt::NoModifier);
        else if (action == toggleAction())
            emit m_map->countryClicked(m_iso3, Qt::ControlModifier);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] QString name() const
    {
        const charts::WorldMap &world = charts::worldMap();
        const int index = world.indexOf(m_iso3);
        return index < 0 ? m_iso3 : world.countries[static_cast<std::size_t>(index)].name;
    }
    [[nodiscard]] QString words() const
    {
        const auto &countries = m_map->data().countries;
        const auto found = std::ranges::find(countries, m_iso3, &charts::CountryStance::iso3);
        return stanceInWords(found == countries.end() ? nullptr : &*found, m_map->data());
    }

    QPointer<MapView> m_map;
    QString m_iso3;
};

QAccessibleInterface *make(const QString &className, QObject *object)
{
    auto *map = className == QLatin1StringView(MapView::staticMetaObject.className())
                    ? qobject_cast<MapView *>(object)
                    : nullptr;
    return map ? new MapAccessible(map) : nullptr;
}

} // namespace

MapAccessible::MapAccessible(MapView *map)
    : QAccessibleWidget(map, QAccessible::Chart)
{
}

MapAccessible::~MapAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_countries))
        QAccessible::deleteAccessibleInterface(id);
}

void MapAccessible::install()
{
    QAccessible::removeFactory(make);
    QAccessible::installFactory(make);
}

MapView &MapAccessible::map() const
{
    return *static_cast<MapView *>(object());
}

int MapAccessible::childCount() const
{
    return static_cast<int>(map().data().countries.size());
}

QAccessibleInterface *MapAccessible::child(int index) const
{
    return index < 0 || index >= childCount()
               ? nullptr
               : countryOf(map().data().countries[static_cast<std::size_t>(index)].iso3);
}

int MapAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    for (int index = 0; index < childCount(); ++index) {
        if (this->child(index) == child)
            return index;
    }
    return -1;
}

QAccessibleInterface *MapAccessible::childAt(int x, int y) const
{
    const QString iso3 = map().countryAt(map().mapFromGlobal(QPoint(x, y)));
    const auto &countries = map().data().countries;
    const bool known = std::ranges::find(countries, iso3, &charts::CountryStance::iso3) != countries.end();
    return known ? countryOf(iso3) : nullptr;
}

QAccessibleInterface *MapAccessible::countryOf(const QString &iso3) const
{
    QAccessible::Id &id = m_countries[iso3];
    if (id == 0)
        id = QAccessible::registerAccessibleInterface(new CountryAccessible(&map(), iso3));
    return QAccessible::accessibleInterface(id);
}

} // namespace demarche::views
