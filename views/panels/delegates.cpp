#include "views/panels/delegates.h"

#include "models/tables/tablemodel.h"
#include "views/map/theme.h"

#include <QApplication>
#include <QPainter>

namespace demarche::panels {

using tables::TableModel;

namespace {

constexpr int side = 6;
constexpr int barWidth = 36;
constexpr int inset = 18;     ///< of rows below one that stands for several
constexpr int foldHeight = 18;
constexpr int foldSpace = 14; ///< for the triangle beside the number

/// The row's ground (selection, hover), and the colour to write with on it.
QColor drawGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QStyleOptionViewItem ground = option;
    ground.index = index;
    ground.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);
    const bool selected =
        option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_Active);
    return option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
}

TableModel::Fold foldOf(const QModelIndex &index)
{
    return TableModel::Fold(index.data(TableModel::FoldRole).toInt());
}

/// The number of copies in a pill, with a triangle that tells whether they are listed.
void drawFold(QPainter *painter, const QRect &pill, const QFont &font, const QColor &ink, bool open,
              int count)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor ground = ink;
    ground.setAlphaF(0.12F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(QRectF(pill), pill.height() / 2.0, pill.height() / 2.0);
    painter->setBrush(ink);
    const QPointF middle(pill.left() + 11, pill.center().y() + 0.5);
    const QPolygonF triangle =
        open ? QPolygonF{middle + QPointF(-3.5, -2), middle + QPointF(3.5, -2), middle + QPointF(0, 3)}
             : QPolygonF{middle + QPointF(-2, -3.5), middle + QPointF(-2, 3.5), middle + QPointF(3, 0)};
    painter->drawPolygon(triangle);
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(pill.adjusted(foldSpace, 0, -4, 0), Qt::AlignCenter, QString::number(count));
    painter->restore();
}

QFont smaller(QFont font)
{
    font.setBold(false);
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

} // namespace

QRect TwoLineDelegate::foldRect(const QRect &cell, const QFont &font, const QModelIndex &index)
{
    const TableModel::Fold fold = foldOf(index);
    if (fold != TableModel::Closed && fold != TableModel::Open)
        return {};
    const QFontMetrics metrics(smaller(font));
    const QString count = QString::number(index.data(TableModel::FoldCountRole).toInt());
    const int width = metrics.horizontalAdvance(count) + foldSpace + 14;
    return {cell.right() - side - width, cell.center().y() - foldHeight / 2, width, foldHeight};
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    QColor ink = drawGround(painter, option, index);
    QFont font = option.font;
    font.setBold(index.data(TableModel::EmphasisRole).toBool());
    const QFontMetrics metrics(font);
    const QRect pill = foldRect(option.rect, option.font, index);
    QRect area = option.rect.adjusted(side, 0, -side, 0);
    if (!pill.isEmpty()) {
        drawFold(painter, pill, smaller(option.font), ink, foldOf(index) == TableModel::Open,
                 index.data(TableModel::FoldCountRole).toInt());
        area.setRight(pill.left() - side);
    }
    if (foldOf(index) == TableModel::Inner)
        area.setLeft(area.left() + inset);
    const int top = area.top() + (area.height() - 2 * metrics.height() - 1) / 2;
    painter->setFont(font);
    painter->setPen(ink);
    const QString words = index.data().toString();
    // Else the dots of one that is cut stood before its first word.
    painter->setLayoutDirection(words.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter->drawText(QRect(area.left(), top, area.width(), metrics.height()),
                      Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(words, Qt::ElideRight, area.width()));
    painter->setLayoutDirection(option.direction);
    font = smaller(font);
    const bool onAccent =
        option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_Active);
    ink.setAlphaF(onAccent ? 0.9F : 0.7F);
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(QRect(area.left(), top + metrics.height() + 1, area.width(), metrics.height()),
                      Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(index.data(TableModel::DetailRole).toString(),
                                                    Qt::ElideRight, area.width()));
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, 2 * option.fontMetrics.height() + 11};
}

void ScoreDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const QVariant value = index.data(TableModel::ScoreRole);
    if (!value.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    painter->save();
    const QColor ink = drawGround(painter, option, index);
    const double score = std::clamp(value.toDouble(), -10.0, 10.0);
    const views::Theme theme = views::Theme::of(option.palette);
    painter->setRenderHint(QPainter::Antialiasing);
    const double middle = option.rect.left() + side + barWidth / 2.0;
    const QRectF track(middle - barWidth / 2.0, option.rect.center().y() - 3, barWidth, 7);
    QColor faint = ink;
    faint.setAlpha(36);
    painter->setPen(Qt::NoPen);
    painter->setBrush(faint);
    painter->drawRoundedRect(track, 2, 2);
    const double end = middle + score / 10 * barWidth / 2;
    painter->setBrush(theme.ramp.colour(score));
    painter->drawRoundedRect(
        QRectF(std::min(middle, end), track.top(), std::abs(end - middle), track.height()), 2, 2);
    painter->setPen(QPen(ink, 1));
    painter->drawLine(QPointF(middle, track.top() - 2), QPointF(middle, track.bottom() + 2));
    painter->drawText(option.rect.adjusted(side + barWidth, 0, -side, 0), Qt::AlignRight | Qt::AlignVCenter,
                      index.data().toString());
    painter->restore();
}

QSize ScoreDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {barWidth + 3 * side + option.fontMetrics.horizontalAdvance(QStringLiteral("−10.0")),
            option.fontMetrics.height() + 8};
}

} // namespace demarche::panels
