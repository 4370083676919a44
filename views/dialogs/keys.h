#pragma once

#include <QKeySequence>
#include <QMap>

class QAction;

/// Which keys an action has, and that they can be changed. An action that takes part has an objectName.
namespace demarche::dialogs {

/// Keys by the actions' names, as portable text; only those that are not the standard ones.
using ChangedKeys = QMap<QString, QString>;

/// Names an action and gives it the keys that it has until someone chooses others.
void setStandardKeys(QAction &action, const QString &name, const QKeySequence &keys);
[[nodiscard]] QKeySequence standardKeys(const QAction &action);

[[nodiscard]] ChangedKeys changedKeys(const QList<QAction *> &actions);
/// All others get their standard keys.
void applyKeys(const QList<QAction *> &actions, const ChangedKeys &changed);

/// The action that has these keys already; null where none has.
[[nodiscard]] QAction *holderOf(const QKeySequence &keys, const QList<QAction *> &actions);

} // namespace demarche::dialogs
