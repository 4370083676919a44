#pragma once

#include "models/tables/card.h"

#include <QFrame>

class QGridLayout;
class QLabel;

namespace demarche::article {

/// A finding's card: a small sheet over the text that says who, what, to whom, when, with what code and why.
/// Closed by Esc, by its button, or by a click beside it.
class FindingCard : public QFrame
{
    Q_OBJECT

public:
    explicit FindingCard(QWidget *parent);

    void setCard(const tables::Card &card);
    /// Shows the card near a place of its parent, wholly inside it, and not over the place where there is
    /// room.
    void showNear(const QRect &place);

signals:
    void closed();
    /// Go to the finding before (-1) or after (1).
    void stepWanted(int direction);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_heading;
    QLabel *m_title;
    QWidget *m_lines;
};

} // namespace demarche::article
