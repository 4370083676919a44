#include "sampledata.h"

#include "views/map/mapview.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace demarche;
using namespace Qt::StringLiterals;
using views::MapView;

/// The map as a screen reader meets it.
class TestMapAccessible : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void countriesAreChildren();
    void aPressChoosesAsAClickDoes();
    void placesLeadToCountries();
    void selectionIsTold();

private:
    std::unique_ptr<MapView> m_view;
    QAccessibleInterface *m_map = nullptr;
    [[nodiscard]] QAccessibleInterface *country(const QString &name) const;
};

void TestMapAccessible::init()
{
    m_view = std::make_unique<MapView>();
    m_view->resize(1200, 640);
    m_view->setData(sample::map());
    m_view->show();
    m_map = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(m_map);
}

QAccessibleInterface *TestMapAccessible::country(const QString &name) const
{
    for (int i = 0; i < m_map->childCount(); ++i) {
        if (m_map->child(i)->text(QAccessible::Name).startsWith(name + u':'))
            return m_map->child(i);
    }
    return nullptr;
}

void TestMapAccessible::countriesAreChildren()
{
    QCOMPARE(m_map->role(), QAccessible::Chart);
    QCOMPARE(m_map->childCount(), int(sample::map().countries.size()));
    QAccessibleInterface *colombia = country(u"Colombia"_s);
    QVERIFY(colombia);
    QVERIFY(colombia->text(QAccessible::Name).contains(u"−8.2, hostile"_s));
    QCOMPARE(colombia->role(), QAccessible::ListItem);
    QCOMPARE(colombia->parent(), m_map);
    QCOMPARE(m_map->child(m_map->indexOfChild(colombia)), colombia);
    QCOMPARE(m_map->child(-1), nullptr);
    QCOMPARE(m_map->child(m_map->childCount()), nullptr);
    m_view->setData(charts::MapData());
    QCOMPARE(m_map->childCount(), 0);
    QVERIFY(colombia->text(QAccessible::Name).contains(u"No evidence"_s)); // whoever still holds it
}

void TestMapAccessible::aPressChoosesAsAClickDoes()
{
    QSignalSpy clicked(m_view.get(), &MapView::countryClicked);
    auto *actions = country(u"Chile"_s)->actionInterface();
    QVERIFY(actions);
    actions->doAction(QAccessibleActionInterface::pressAction());
    actions->doAction(QAccessibleActionInterface::toggleAction());
    QCOMPARE(clicked.size(), 2);
    QCOMPARE(clicked.at(0).at(0).toString(), u"CHL"_s);
    QCOMPARE(clicked.at(1).at(1).value<Qt::KeyboardModifiers>(), Qt::KeyboardModifiers(Qt::ControlModifier));
}

void TestMapAccessible::placesLeadToCountries()
{
    QAccessibleInterface *brazil = country(u"Brazil"_s);
    const QPoint middle = brazil->rect().center();
    QCOMPARE(m_map->childAt(middle.x(), middle.y()), brazil);
    const QPoint sea = m_view->mapToGlobal(QPoint(2, 2));
    QCOMPARE(m_map->childAt(sea.x(), sea.y()), nullptr);
}

void TestMapAccessible::selectionIsTold()
{
    QAccessibleInterface *brazil = country(u"Brazil"_s);
    QVERIFY(!brazil->state().selected);
    m_view->setSelected({u"BRA"_s});
    QVERIFY(brazil->state().selected);
}

QTEST_MAIN(TestMapAccessible)
#include "tst_mapaccessible.moc"
