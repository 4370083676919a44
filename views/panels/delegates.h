#pragma once

#include <QStyledItemDelegate>

namespace demarche::panels {

/// A row's main cell in two lines: its words, bold for an unread article, and below them what else is to be
/// known. A row for several ends in their number, which opens it; the rows below it are set in.
class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where the number stands that opens a row for several, in a cell of this room; empty for other rows.
    [[nodiscard]] static QRect foldRect(const QRect &cell, const QFont &font, const QModelIndex &index);
};

/// A figure from -10 to 10 with a bar that grows from the middle: to the left for hostile, to the right for
/// supportive, in the map's colours.
class ScoreDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace demarche::panels
