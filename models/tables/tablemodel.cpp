#include "models/tables/tablemodel.h"

#include <QCoreApplication>

namespace demarche::tables {

using namespace Qt::StringLiterals;

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u"  ·  "_s);
}

QString asTip(const QString &plain)
{
    if (plain.isEmpty())
        return {};
    return u"<qt>"_s + plain.toHtmlEscaped().replace(QChar::LineFeed, u"<br>"_s) + u"</qt>"_s;
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rows();
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns().size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return asTip(tip(row, column));
    case Qt::TextAlignmentRole:
        return int((columns()[std::size_t(column)].isNumber ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    case SortRole:
        return sortKey(row, column);
    case FindRole:
        return findable(row, column);
    case PlaceRole:
        return QVariant::fromValue(place(row));
    case ScoreRole:
        return score(row, column);
    case DetailRole:
        return detail(row);
    case EmphasisRole:
        return emphasis(row);
    default:
        return other(row, column, role);
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ColumnInfo &column = columns()[std::size_t(section)];
    if (role == Qt::DisplayRole)
        return QCoreApplication::translate("Columns", column.title);
    if (role == Qt::ToolTipRole)
        return asTip(QCoreApplication::translate("Columns", column.tip));
    if (role == Qt::TextAlignmentRole)
        return int((column.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace demarche::tables
