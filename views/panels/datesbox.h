#pragma once

#include <QDate>
#include <QFrame>

class QDateEdit;

namespace demarche::panels {

/// How days are shown wherever they can be set: in English words, with a calendar of weeks from Monday on.
void showDaysAlike(QDateEdit &edit);

/// A small sheet to choose the first and the last day. Enter takes them, Esc leaves all as it was.
class DatesBox : public QFrame
{
    Q_OBJECT

public:
    DatesBox(QDate first, QDate last, QWidget *parent);

    void popup(QPoint global);

signals:
    void chosen(QDate first, QDate last);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void take();

    QDateEdit *m_first;
    QDateEdit *m_last;
};

} // namespace demarche::panels
