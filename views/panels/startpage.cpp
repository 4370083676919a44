#include "views/panels/startpage.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace demarche::panels {

namespace {

QLabel *label(const QString &words, QPalette::ColorRole colour, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(colour);
    return label;
}

QLabel *heading(const QString &words, QWidget *parent)
{
    QLabel *made = label(words, QPalette::WindowText, parent);
    QFont font = made->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.6);
    made->setFont(font);
    return made;
}

QPushButton *button(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(action->icon(), action->text(), parent);
    button->setObjectName(action->objectName());
    button->setToolTip(action->toolTip());
    button->setAccessibleDescription(action->statusTip());
    button->setProperty("isWay", true); // its words begin at the left
    button->setIconSize(QSize(18, 18));
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

StartPage::StartPage(const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Start"));
    auto *ways = new QGridLayout;
    ways->setHorizontalSpacing(16);
    ways->setVerticalSpacing(8);
    for (QAction *action : actions) {
        const int row = ways->rowCount();
        ways->addWidget(button(action, this), row, 0);
        ways->addWidget(label(action->statusTip(), QPalette::PlaceholderText, this), row, 1);
    }
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(heading(tr("No articles yet"), this));
    column->addWidget(
        label(tr("Files, folders, web addresses and lists of feeds can be dropped anywhere here."),
              QPalette::WindowText, this));
    column->addSpacing(12);
    column->addLayout(ways);
    column->addStretch(3);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch(1);
    layout->addLayout(column);
    layout->addStretch(1);
}

} // namespace demarche::panels
