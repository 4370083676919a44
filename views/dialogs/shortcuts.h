#pragma once

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QMenu;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace demarche::dialogs {

/// All keys of the menus, and what mouse and keyboard do in the text, on the map and on the timeline. The
/// keys of the menus' actions can be changed here; what is changed holds at once.
class Shortcuts : public QDialog
{
    Q_OBJECT

public:
    /// Actions without an objectName are listed where they have keys, but keep them.
    Shortcuts(const QList<QMenu *> &menus, QWidget *parent);

private:
    void buildTree(const QList<QMenu *> &menus);
    void addMenu(const QMenu &menu);
    void buildEditor();
    void filter(const QString &typed);
    void choose(QTreeWidgetItem *item);
    void change(const QKeySequence &keys);
    void tell(const QString &line);
    void resetAll();
    void showKeys();
    [[nodiscard]] QAction *actionOf(const QTreeWidgetItem *item) const;

    QTreeWidget *m_tree;
    QLabel *m_what;
    QKeySequenceEdit *m_keys;
    QPushButton *m_none;
    QPushButton *m_standard;
    QLabel *m_told;
    QList<QAction *> m_actions; ///< those in the tree; an item's data is an index here
};

} // namespace demarche::dialogs
