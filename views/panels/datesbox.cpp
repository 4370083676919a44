#include "views/panels/datesbox.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QTextCharFormat>

namespace demarche::panels {

namespace {

QDateEdit *dateEdit(QDate day, const QString &name, QWidget *parent)
{
    auto *edit = new QDateEdit(day.isValid() ? day : QDate::currentDate(), parent);
    showDaysAlike(*edit);
    edit->setAccessibleName(name);
    return edit;
}

} // namespace

void showDaysAlike(QDateEdit &edit)
{
    edit.setLocale(QLocale(QLocale::English));
    edit.setDisplayFormat(QStringLiteral("d MMM yyyy"));
    edit.setCalendarPopup(true);
    edit.calendarWidget()->setFirstDayOfWeek(Qt::Monday);
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        edit.calendarWidget()->setWeekdayTextFormat(day, {}); // not red, which is of no theme
}

DatesBox::DatesBox(QDate first, QDate last, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_first(dateEdit(first, tr("First day"), this))
    , m_last(dateEdit(last, tr("Last day"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setObjectName(QStringLiteral("datesBox"));
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Show these days"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &DatesBox::take);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&From"), m_first);
    form->addRow(tr("&Until"), m_last);
    form->addRow(buttons);
}

void DatesBox::popup(QPoint global)
{
    move(global);
    show();
    m_first->setFocus();
}

void DatesBox::take()
{
    emit chosen(m_first->date(), m_last->date());
    close();
}

void DatesBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    else
        QFrame::keyPressEvent(event);
}

} // namespace demarche::panels
