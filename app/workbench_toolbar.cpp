#include "app/workbench.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QToolButton>

/// The buttons beside the menus: what is done most, without a row of its own.
namespace demarche::app {

using namespace Qt::StringLiterals;

namespace {

/// Parts groups of buttons.
QWidget *line(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFixedSize(1, 16);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

} // namespace

void Workbench::buildToolBar()
{
    m_toolBar = new QWidget;
    m_toolBar->setObjectName(u"toolBar"_s);
    m_toolBar->setAccessibleName(tr("Tools"));
    auto *layout = new QHBoxLayout(m_toolBar);
    layout->setContentsMargins(0, 0, 10, 0);
    layout->setSpacing(2);
    const auto add = [&](QAction *action) {
        auto *button = new QToolButton(m_toolBar);
        button->setDefaultAction(action);
        button->setIconSize(QSize(17, 17));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    };
    const auto addGroup = [&](const QList<QAction *> &actions) {
        if (layout->count() > 0) {
            layout->addSpacing(5);
            layout->addWidget(line(m_toolBar), 0, Qt::AlignVCenter);
            layout->addSpacing(5);
        }
        for (QAction *action : actions)
            add(action);
    };
    const auto named = [this](const QString &name) { return menuBar()->findChild<QAction *>(name); };
    addGroup({named(u"file-open-files"_s), named(u"file-open-folder"_s)});
    addGroup({m_undo, m_redo});
    addGroup({m_monthBefore, m_play, m_monthAfter});
    addGroup({named(u"file-copy-picture"_s), named(u"file-export-picture"_s)});
    tellToolKeys();
    menuBar()->setCornerWidget(m_toolBar, Qt::TopRightCorner);
    connect(m_toolBarAction, &QAction::toggled, m_toolBar, &QWidget::setVisible);
}

void Workbench::tellToolKeys()
{
    for (const QToolButton *button : m_toolBar->findChildren<QToolButton *>()) {
        QAction *action = button->defaultAction();
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(keys.isEmpty() ? action->statusTip()
                                          : action->statusTip() + u" ("_s + keys + u')');
    }
}

} // namespace demarche::app
