#include "views/dialogs/keys.h"

#include <QAction>

#include <algorithm>

namespace demarche::dialogs {

namespace {
constexpr auto standardProperty = "standardKeys";
} // namespace

void setStandardKeys(QAction &action, const QString &name, const QKeySequence &keys)
{
    action.setObjectName(name);
    action.setProperty(standardProperty, QVariant::fromValue(keys));
    action.setShortcut(keys);
}

QKeySequence standardKeys(const QAction &action)
{
    return action.property(standardProperty).value<QKeySequence>();
}

ChangedKeys changedKeys(const QList<QAction *> &actions)
{
    ChangedKeys changed;
    for (const QAction *action : actions) {
        if (!action->objectName().isEmpty() && action->shortcut() != standardKeys(*action))
            changed.insert(action->objectName(), action->shortcut().toString(QKeySequence::PortableText));
    }
    return changed;
}

void applyKeys(const QList<QAction *> &actions, const ChangedKeys &changed)
{
    for (QAction *action : actions) {
        if (action->objectName().isEmpty())
            continue;
        const auto found = changed.constFind(action->objectName());
        action->setShortcut(found == changed.cend()
                                ? standardKeys(*action)
                                : QKeySequence::fromString(*found, QKeySequence::PortableText));
    }
}

QAction *holderOf(const QKeySequence &keys, const QList<QAction *> &actions)
{
    const auto found = std::ranges::find_if(
        actions, [&](const QAction *action) { return !keys.isEmpty() && action->shortcut() == keys; });
    return found == actions.end() ? nullptr : *found;
}

} // namespace demarche::dialogs
