#pragma once

#include <QTableView>

namespace demarche::tables {
class TableModel;
}

namespace demarche::panels {

/// A table as all panels have it: whole rows, no grid, columns as wide as their model suggests, the header's
/// own menu to show and hide columns, Enter and double click to follow a row.
class TableView : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(const QString &name, QWidget *parent = nullptr);

    /// Sets widths and delegates by what the model says of its columns. `shown` is the view's model: the
    /// same, or a proxy over it. The column `wide` takes what room is left.
    void setTable(const tables::TableModel &model, QAbstractItemModel *shown, int wide);

    /// Which columns are shown, how wide and in which order, and by which the rows are sorted.
    [[nodiscard]] QByteArray saveColumns() const;
    /// As saved; what was saved of other columns, or cannot be read, changes nothing.
    void restoreColumns(const QByteArray &saved);
    /// As the model suggests.
    void resetColumns();

signals:
    /// Enter, a click or a double click on a row.
    void followed(const QModelIndex &index);
    /// A row for several is to be opened or closed: its number was pressed, or the right or left arrow key.
    void foldWanted(const QModelIndex &index, bool open);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void openColumnMenu(QPoint at);
    void shareWidth();
    bool foldByKey(int key);
    bool foldByPress(const QMouseEvent &event);

    void suggestColumns();

    const tables::TableModel *m_table = nullptr;
    int m_wide = 0;
    bool m_folding = false; ///< the mouse went down on a row's number
    int m_least = 0; ///< width of the main column, if need be by scrolling
};

} // namespace demarche::panels
