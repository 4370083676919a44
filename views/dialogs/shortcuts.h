#pragma once

#include <QDialog>

class QMenu;

namespace demarche::dialogs {

/// All keys of the menus, and what mouse and keyboard do in the text, on the map and on the timeline.
class Shortcuts : public QDialog
{
    Q_OBJECT

public:
    Shortcuts(const QList<QMenu *> &menus, QWidget *parent);
};

} // namespace demarche::dialogs
