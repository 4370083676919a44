#include "views/dialogs/shortcuts.h"

#include "views/dialogs/keys.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
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
      {TEXT("Click on a bar"), TEXT("Show only its days")},
      {TEXT("Wheel"), TEXT("Zoom")},
      {TEXT("Ctrl+drag, Ctrl+arrows"), TEXT("Move in time")},
      {TEXT("Double click"), TEXT("The whole range; again, all days")},
      {TEXT("Arrows, Enter"), TEXT("Go from point to point; open its evidence")}}},
    {TEXT("In the tree of sources"),
     {{TEXT("Click, Enter"), TEXT("Show only what came from there; again, show all")},
      {TEXT("Ctrl+click, Ctrl+Enter"), TEXT("Add this source, or take it away")}}},
    {TEXT("In tables"),
     {{TEXT("Click, Enter"), TEXT("Go to the row’s place in the text")},
      {TEXT("Click on a header"), TEXT("Sort; right click shows and hides columns")}}},
};

#undef TEXT

constexpr int indexRole = Qt::UserRole;

QString plain(QString text)
{
    return text.remove(QLatin1Char('&')).remove(QStringLiteral(" …"));
}

QTreeWidgetItem *groupIn(QTreeWidget *tree, const QString &name)
{
    auto *group = new QTreeWidgetItem(tree, {name});
    QFont font = tree->font();
    font.setBold(true);
    group->setFont(0, font);
    group->setFlags(Qt::ItemIsEnabled);
    return group;
}

} // namespace

Shortcuts::Shortcuts(const QList<QMenu *> &menus, QWidget *parent)
    : QDialog(parent)
    , m_tree(new QTreeWidget(this))
    , m_what(new QLabel(this))
    , m_keys(new QKeySequenceEdit(this))
    , m_none(new QPushButton(tr("None"), this))
    , m_standard(new QPushButton(tr("Standard"), this))
    , m_told(new QLabel(this))
{
    setWindowTitle(tr("Keyboard and mouse"));
    resize(660, 620);
    auto *search = new QLineEdit(this);
    search->setPlaceholderText(tr("Find a command or a key"));
    search->setAccessibleName(search->placeholderText());
    search->setClearButtonEnabled(true);
    connect(search, &QLineEdit::textChanged, this, &Shortcuts::filter);
    buildTree(menus);
    buildEditor();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *reset = buttons->addButton(tr("All standard keys"), QDialogButtonBox::ResetRole);
    // Enter in the search box changes no keys and closes nothing: it goes on to what was found.
    for (QPushButton *button : {m_none, m_standard, reset, buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false);
    connect(search, &QLineEdit::returnPressed, m_tree, qOverload<>(&QWidget::setFocus));
    connect(reset, &QPushButton::clicked, this, &Shortcuts::resetAll);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *editor = new QHBoxLayout;
    editor->addWidget(m_what, 1);
    editor->addWidget(m_keys);
    editor->addWidget(m_none);
    editor->addWidget(m_standard);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(search);
    layout->addWidget(m_tree, 1);
    layout->addLayout(editor);
    layout->addWidget(m_told);
    layout->addWidget(buttons);
    choose(nullptr);
}

void Shortcuts::buildTree(const QList<QMenu *> &menus)
{
    m_tree->setAccessibleName(windowTitle());
    m_tree->setHeaderLabels({tr("What it does"), tr("Keys")});
    m_tree->setRootIsDecorated(false);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &Shortcuts::choose);
    for (const QMenu *menu : menus)
        addMenu(*menu);
    for (const Group &group : groups) {
        QTreeWidgetItem *item = groupIn(m_tree, tr(group.name));
        for (const Gesture &gesture : group.gestures)
            new QTreeWidgetItem(item, {tr(gesture.does), tr(gesture.keys)});
    }
    m_tree->expandAll();
}

void Shortcuts::addMenu(const QMenu &menu)
{
    QTreeWidgetItem *group = nullptr;
    for (QAction *action : menu.actions()) {
        if (action->isSeparator() || action->menu() ||
            (action->objectName().isEmpty() && action->shortcut().isEmpty()))
            continue;
        if (!group)
            group = groupIn(m_tree, tr("Menu %1").arg(plain(menu.title())));
        auto *item = new QTreeWidgetItem(
            group, {plain(action->text()), action->shortcut().toString(QKeySequence::NativeText)});
        item->setData(0, indexRole, m_actions.size());
        m_actions.append(action);
    }
}

void Shortcuts::buildEditor()
{
    m_what->setTextFormat(Qt::PlainText);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->setMinimumHeight(m_told->fontMetrics().height());
    m_keys->setAccessibleName(tr("Keys of the chosen command"));
    m_keys->setMaximumWidth(180);
    m_standard->setToolTip(tr("The keys that this command has at first"));
    m_none->setToolTip(tr("Leave this command without keys"));
    connect(m_none, &QPushButton::clicked, this, [this] { change({}); });
    // Not keySequenceChanged(): that comes with every key of a sequence that is being typed.
    connect(m_keys, &QKeySequenceEdit::editingFinished, this, [this] { change(m_keys->keySequence()); });
    connect(m_standard, &QPushButton::clicked, this, [this] {
        if (const QAction *action = actionOf(m_tree->currentItem()))
            change(standardKeys(*action));
    });
}

void Shortcuts::filter(const QString &typed)
{
    const QString wanted = typed.simplified();
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = m_tree->topLevelItem(i);
        bool isAnyShown = false;
        for (int row = 0; row < group->childCount(); ++row) {
            QTreeWidgetItem *item = group->child(row);
            const bool shown = item->text(0).contains(wanted, Qt::CaseInsensitive) ||
                               item->text(1).contains(wanted, Qt::CaseInsensitive);
            item->setHidden(!shown);
            isAnyShown = isAnyShown || shown;
        }
        group->setHidden(!isAnyShown);
    }
}

QAction *Shortcuts::actionOf(const QTreeWidgetItem *item) const
{
    const QVariant index = item ? item->data(0, indexRole) : QVariant();
    QAction *action = index.isValid() ? m_actions.at(index.toInt()) : nullptr;
    return action && !action->objectName().isEmpty() ? action : nullptr;
}

void Shortcuts::choose(QTreeWidgetItem *item)
{
    const QAction *action = actionOf(item);
    const QSignalBlocker quiet(m_keys);
    m_keys->setEnabled(action);
    m_none->setEnabled(action);
    m_standard->setEnabled(action);
    m_what->setText(action ? plain(action->text()) : tr("Choose a command of a menu to change its keys"));
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
    tell({});
}

/// Takes the first of several chords: each command has one.
void Shortcuts::change(const QKeySequence &keys)
{
    QAction *action = actionOf(m_tree->currentItem());
    if (!action)
        return;
    const QKeySequence wanted = keys.isEmpty() ? QKeySequence() : QKeySequence(keys[0]);
    const QAction *holder = holderOf(wanted, m_actions);
    if (holder && holder != action)
        tell(tr("%1 is taken by “%2”").arg(wanted.toString(QKeySequence::NativeText), plain(holder->text())));
    else {
        action->setShortcut(wanted);
        tell({});
    }
    showKeys();
}

void Shortcuts::tell(const QString &line)
{
    m_told->setText(line);
}

void Shortcuts::resetAll()
{
    applyKeys(m_actions, {});
    tell({});
    showKeys();
}

void Shortcuts::showKeys()
{
    for (QTreeWidgetItemIterator at(m_tree); *at; ++at) {
        if (const QAction *action = actionOf(*at))
            (*at)->setText(1, action->shortcut().toString(QKeySequence::NativeText));
    }
    const QAction *action = actionOf(m_tree->currentItem());
    const QSignalBlocker quiet(m_keys);
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
}

} // namespace demarche::dialogs
