#pragma once

#include "models/charts/series.h"
#include "views/map/theme.h"

#include <QWidget>

namespace demarche::views {

/// The card beside the cursor: a country's name, its score in figures and words, on how much it rests, and a
/// small line of its course. Takes no mouse events.
class HoverCard : public QWidget
{
    Q_OBJECT
public:
    explicit HoverCard(QWidget *parent);

    /// `stance` is one of `data`, or null: the country has no data.
    void setContent(const QString &name, const charts::CountryStance *stance, const charts::MapData &data,
                    const Theme &theme);

    /// Beside a point of the parent, kept inside `area`.
    void showAt(QPoint point, const QRect &area);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QPointF placeOf(const charts::StancePoint &point, const QRectF &area) const;
    void paintSparkline(QPainter &painter, const QRectF &area) const;

    QString m_name;
    QString m_score;
    QString m_basis;
    QColor m_swatch;
    std::vector<charts::StancePoint> m_history;
    charts::Period m_period = charts::Period::Week;
    QDate m_first; ///< the small line's range, the same on each country's card
    QDate m_last;
    Theme m_theme = Theme::light();
};

/// "−6.5, hostile; 4 pieces of evidence in 3 articles", or that there are none: the card's words, also read
/// out.
[[nodiscard]] QString stanceInWords(const charts::CountryStance *stance, const charts::MapData &data);

} // namespace demarche::views
