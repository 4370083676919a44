#include "views/panels/sourcestree.h"

#include "models/tables/sources.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyledItemDelegate>

namespace demarche::panels {

using tables::SourcesModel;

namespace {

/// Names with a sign where the last look failed; the number of unread articles quieter than they.
class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == SourcesModel::Name &&
            index.siblingAtColumn(SourcesModel::Status).data().toString().startsWith(QChar(0x26A0)))
            option->text.prepend(QStringLiteral("\u26A0 ")); // its tooltip tells what is wrong
        if (index.column() == SourcesModel::Unread)
            option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    }
};

} // namespace

SourcesTree::SourcesTree(QWidget *parent)
    : QTreeView(parent)
{
    setObjectName(QStringLiteral("sourcesTree"));
    setAccessibleName(tr("Feeds and folders"));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setIndentation(14);
    setSelectionMode(QAbstractItemView::MultiSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setItemDelegate(new RowDelegate(this));
}

QItemSelectionModel::SelectionFlags SourcesTree::selectionCommand(const QModelIndex &, const QEvent *) const
{
    return QItemSelectionModel::NoUpdate;
}

void SourcesTree::keyPressEvent(QKeyEvent *event)
{
    const bool chooses =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (chooses && currentIndex().isValid())
        emit chosen(currentIndex().siblingAtColumn(0), event->modifiers());
    else
        QTreeView::keyPressEvent(event);
}

/// Where the mouse goes up on the row that it went down on; the triangle before a group opens it instead.
void SourcesTree::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex pressed = currentIndex();
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid() && index == pressed &&
        visualRect(index).contains(event->pos()))
        emit chosen(index.siblingAtColumn(0), event->modifiers());
}

} // namespace demarche::panels
