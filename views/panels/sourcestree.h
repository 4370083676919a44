#pragma once

#include <QTreeView>

namespace demarche::panels {

/// A tree whose chosen rows are told from outside: mouse and keys move about in it, and say by chosen() what
/// they would choose.
class SourcesTree : public QTreeView
{
    Q_OBJECT

public:
    explicit SourcesTree(QWidget *parent = nullptr);

signals:
    /// A click, Enter or Space on a row.
    void chosen(const QModelIndex &index, Qt::KeyboardModifiers keys);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                                       const QEvent *event) const override;
};

} // namespace demarche::panels
