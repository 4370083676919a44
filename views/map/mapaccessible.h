#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace demarche::views {

class MapView;

/// The map for those who hear it: a chart whose children are the countries with data, each with its stance in
/// words and an action that chooses it as a click does.
class MapAccessible : public QAccessibleWidget
{
public:
    explicit MapAccessible(MapView *map);
    ~MapAccessible() override;

    /// Makes every MapView known to the platform's accessibility; any number of calls do no more than one.
    static void install();

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;

private:
    [[nodiscard]] MapView &map() const;
    [[nodiscard]] QAccessibleInterface *countryOf(const QString &iso3) const;

    mutable QHash<QString, QAccessible::Id> m_countries; ///< those asked for, by ISO alpha-3
};

} // namespace demarche::views
