#pragma once

#include <QWidget>

class QAction;

namespace demarche::panels {

/// What stands in the window while there are no articles: how to get some. A button for each action, with
/// what it does beside it.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace demarche::panels
