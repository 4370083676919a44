#include "views/panels/tableview.h"

#include "models/tables/tablemodel.h"
#include "views/panels/delegates.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <utility>

namespace demarche::panels {

using tables::TableModel;

TableView::TableView(const QString &name, QWidget *parent)
    : QTableView(parent)
{
    setObjectName(name);
    setAccessibleName(name);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(2 * fontMetrics().height() + 11);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(24);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setAccessibleName(tr("%1: columns").arg(name));
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &TableView::openColumnMenu);
    connect(this, &QAbstractItemView::clicked, this, &TableView::followed);
}

void TableView::setTable(const tables::TableModel &model, QAbstractItemModel *shown, int wide)
{
    setModel(shown);
    m_table = &model;
    m_wide = wide;
    suggestColumns();
    m_least = std::min(columnWidth(wide), 160);
    setItemDelegate(new ScoreDelegate(this));
    setItemDelegateForColumn(wide, new TwoLineDelegate(this));
    shareWidth();
}

void TableView::suggestColumns()
{
    const auto columns = m_table->columns();
    const int character = fontMetrics().averageCharWidth();
    for (std::size_t column = 0; column < columns.size(); ++column) {
        setColumnWidth(int(column), columns[column].characters * character + 18);
        setColumnHidden(int(column), columns[column].isDetail);
    }
}

void TableView::resetColumns()
{
    QHeaderView *header = horizontalHeader();
    for (int column = 0; column < header->count(); ++column)
        header->moveSection(header->visualIndex(column), column);
    suggestColumns();
    shareWidth();
}

QByteArray TableView::saveColumns() const
{
    // A table of other columns must not take them for its own.
    return QByteArray::number(horizontalHeader()->count()) + ':' + horizontalHeader()->saveState();
}

void TableView::restoreColumns(const QByteArray &saved)
{
    const qsizetype colon = saved.indexOf(':');
    if (colon > 0 && saved.first(colon).toInt() == horizontalHeader()->count())
        horizontalHeader()->restoreState(saved.sliced(colon + 1));
    shareWidth();
}

void TableView::shareWidth()
{
    if (!model())
        return;
    int others = 0;
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (column != m_wide && !isColumnHidden(column))
            others += columnWidth(column);
    }
    setColumnWidth(m_wide, std::max(m_least, viewport()->width() - others));
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit followed(currentIndex());
        return;
    }
    if (foldByKey(event->key()))
        return;
    QTableView::keyPressEvent(event);
}

bool TableView::foldByKey(int key)
{
    const int fold = currentIndex().data(TableModel::FoldRole).toInt();
    if (key == Qt::Key_Right && fold == TableModel::Closed) {
        emit foldWanted(currentIndex(), true);
        return true;
    }
    if (key != Qt::Key_Left || (fold != TableModel::Open && fold != TableModel::Inner))
        return false;
    QModelIndex head = currentIndex();
    while (head.row() > 0 && head.data(TableModel::FoldRole).toInt() == TableModel::Inner)
        head = head.siblingAtRow(head.row() - 1);
    setCurrentIndex(head);
    emit foldWanted(head, false);
    return true;
}

bool TableView::foldByPress(const QMouseEvent &event)
{
    const QModelIndex index = indexAt(event.pos());
    if (event.button() != Qt::LeftButton || index.column() != m_wide ||
        !TwoLineDelegate::foldRect(visualRect(index), font(), index).contains(event.pos()))
        return false;
    m_folding = true;
    emit foldWanted(index, index.data(TableModel::FoldRole).toInt() == TableModel::Closed);
    return true;
}

void TableView::mousePressEvent(QMouseEvent *event)
{
    if (!foldByPress(*event))
        QTableView::mousePressEvent(event);
}

void TableView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!std::exchange(m_folding, false))
        QTableView::mouseReleaseEvent(event);
}

void TableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!foldByPress(*event))
        QTableView::mouseDoubleClickEvent(event);
}

void TableView::openColumnMenu(QPoint at)
{
    QMenu menu(this);
    menu.addSection(tr("Columns"));
    for (int column = 0; column < model()->columnCount(); ++column) {
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        if (title.isEmpty())
            continue;
        QAction *action = menu.addAction(title);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            shareWidth();
        });
    }
    menu.addSection(tr("Sort by"));
    for (int column = 0; column < model()->columnCount(); ++column) {
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        if (!title.isEmpty())
            connect(menu.addAction(title), &QAction::triggered, this,
                    [this, column] { sortByColumn(column, Qt::AscendingOrder); });
    }
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

} // namespace demarche::panels
