#pragma once

#include "models/tables/findingref.h"

#include <QAbstractTableModel>

#include <span>

namespace demarche::tables {

/// Where a row leads: an article and, in it, a finding. An actor over many articles is looked up there by its
/// name.
struct Place
{
    qint64 article = 0; ///< 0: nowhere
    FindingRef finding;
    QString actor;
    bool operator==(const Place &) const = default;
};

/// What a table says of one column.
struct ColumnInfo
{
    const char *title; ///< to be translated
    const char *tip;   ///< one sentence that explains the figures
    bool isNumber = false;
    int characters = 12;   ///< a width that suits most rows
    bool isDetail = false; ///< told by the row's second line, so that the column is hidden at first
};

/// A table's boilerplate, answered once. A model says only its columns and what stands in a cell: raw values
/// to sort by, words to show. Cells may hold anything that stands in an article; tooltips are escaped here.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole, ///< a number, a date or words, to compare rows by
        PlaceRole,               ///< a Place
        ScoreRole,               ///< a double in [-10, 10] where the cell is such a figure; else invalid
        DetailRole,    ///< what else is to be known of the row, in one line: the second line of its main cell
        EmphasisRole,  ///< true where the row's main words are to stand out
        FoldRole,      ///< a Fold, as int
        FoldCountRole, ///< how many rows the row stands for; 1 unless it can be opened
        FindRole,      ///< the words in which a search in the table looks
        LastRole = FindRole,
    };
    /// Whether a row stands for several that can be listed below it.
    enum Fold { Plain, Closed, Open, Inner };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

    [[nodiscard]] virtual std::span<const ColumnInfo> columns() const = 0;
    /// Rows are on their way: fetched() tells when they have come.
    [[nodiscard]] virtual bool isFetching() const { return false; }

signals:
    /// A page of rows has come, be it empty; tables that have all rows at hand never say so.
    void fetched();

protected:
    [[nodiscard]] virtual int rows() const = 0;
    /// The words in a cell.
    [[nodiscard]] virtual QString text(int row, int column) const = 0;
    /// What a cell is sorted by; its words unless a model says better.
    [[nodiscard]] virtual QVariant sortKey(int row, int column) const { return text(row, column); }
    /// What a search in the table looks in: the cell's words, unless having those of every row takes long.
    [[nodiscard]] virtual QString findable(int row, int column) const { return text(row, column); }
    [[nodiscard]] virtual Place place(int row) const = 0;
    /// Plain text; the cell's own words unless a model says more.
    [[nodiscard]] virtual QString tip(int row, int column) const { return text(row, column); }
    [[nodiscard]] virtual QVariant score(int, int) const { return {}; }
    [[nodiscard]] virtual QString detail(int) const { return {}; }
    [[nodiscard]] virtual bool emphasis(int) const { return false; }
    /// Any other role.
    [[nodiscard]] virtual QVariant other(int, int, int) const { return {}; }
};

/// The parts that say something, with a dot between.
[[nodiscard]] QString joined(QStringList parts);

/// Plain text as a tooltip that no viewer takes for markup.
[[nodiscard]] QString asTip(const QString &plain);

} // namespace demarche::tables
