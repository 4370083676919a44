#include "views/dialogs/shortcuts.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace demarche::dialogs {

namespace {

struct Gesture
{
    const char *keys;
    const char *does;
};

struct Group
{
    const char *name;
    std::initializer_list<Gesture> gestures;
};

#define TEXT(words) QT_TRANSLATE_NOOP("demarche::dialogs::Shortcuts", words)

/// What is no menu's action.
const std::initializer_list<Group> groups{
    {TEXT("In the text"),
     {{TEXT("Click, Enter"),
       TEXT("Open the finding’s card; where several stand, choose with arrows and Enter")},
      {TEXT("Space"), TEXT("Scroll on; at the end open the next unread article")},
      {TEXT("Shift+Space"), TEXT("Scroll back")},
      {TEXT("Esc"), TEXT("Close the card or the find bar")}}},
    {TEXT("On the map"),
     {{TEXT("Click"), TEXT("Show only this country; again, or on the sea, show all")},
      {TEXT("Ctrl+click"), TEXT("Add this country, or take it away")},
      {TEXT("Wheel, + and -"), TEXT("Zoom")},
      {TEXT("Drag, Ctrl+arrows"), TEXT("Move the map")},
      {TEXT("Arrows, letters"), TEXT("Go to a country; Enter chooses it")},
      {TEXT("Double click, 0"), TEXT("The whole world")}}},
    {TEXT("On the timeline"),
     {{TEXT("Drag"), TEXT("Show only these days")},
      {TEXT("Wheel"), TEXT("Zoom")},
      {TEXT("Ctrl+drag, Ctrl+arrows"), TEXT("Move in time")},
      {TEXT("Double click"), TEXT("The whole range; again, all days")},
      {TEXT("Arrows, Enter"), TEXT("Go from point to point; open its evidence")}}},
    {TEXT("In tables"),
     {{TEXT("Click, Enter"), TEXT("Go to the row’s place in the text")},
      {TEXT("Click on a header"), TEXT("Sort; right click shows and hides columns")}}},
};

#undef TEXT

void addRow(QTreeWidgetItem *group, const QString &does, const QString &keys)
{
    new QTreeWidgetItem(group, {does, keys});
}

} // namespace

Shortcuts::Shortcuts(const QList<QMenu *> &menus, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard and mouse"));
    resize(620, 560);
    auto *tree = new QTreeWidget(this);
    tree->setAccessibleName(windowTitle());
    tree->setHeaderLabels({tr("What it does"), tr("Keys")});
    tree->setRootIsDecorated(false);
    tree->setSelectionMode(QAbstractItemView::NoSelection);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    const auto addGroup = [tree](const QString &name) {
        auto *group = new QTreeWidgetItem(tree, {name});
        QFont font = tree->font();
        font.setBold(true);
        group->setFont(0, font);
        return group;
    };
    for (const Group &group : groups) {
        QTreeWidgetItem *item = addGroup(tr(group.name));
        for (const Gesture &gesture : group.gestures)
            addRow(item, tr(gesture.does), tr(gesture.keys));
    }
    for (const QMenu *menu : menus) {
        QTreeWidgetItem *item = nullptr;
        for (const QAction *action : menu->actions()) {
            if (action->shortcut().isEmpty())
                continue;
            if (!item)
                item = addGroup(tr("Menu %1").arg(menu->title().remove(QLatin1Char('&'))));
            addRow(item, action->text().remove(QLatin1Char('&')),
                   action->shortcut().toString(QKeySequence::NativeText));
        }
    }
    tree->expandAll();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tree);
    layout->addWidget(buttons);
}

} // namespace demarche::dialogs
