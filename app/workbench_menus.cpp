#include "app/icons.h"
#include "app/steps.h"
#include "app/workbench.h"
#include "views/article/reader.h"
#include "views/dialogs/about.h"
#include "views/dialogs/keys.h"
#include "views/dialogs/shortcuts.h"
#include "views/panels/articlespanel.h"

#include <QMenuBar>
#include <QRegularExpression>

namespace demarche::app {

using namespace Qt::StringLiterals;

namespace {

/// By which an action's keys are remembered: "file-open-files".
QString idOf(const QString &words)
{
    static const QRegularExpression between(u"[^a-z]+"_s);
    QString id = words.toLower().remove(u'&').replace(between, u"-"_s);
    while (id.endsWith(u'-'))
        id.chop(1);
    return id;
}

} // namespace

QAction *Workbench::addAction(QMenu *menu, const QString &text, const QKeySequence &keys, const QString &tip,
                              const std::function<void()> &run)
{
    QAction *action = menu->addAction(text);
    dialogs::setStandardKeys(*action, idOf(menu->title() + u' ' + text), keys);
    action->setToolTip(tip);
    action->setStatusTip(tip);
    connect(action, &QAction::triggered, this, run);
    return action;
}

QAction *Workbench::addSwitch(QMenu *menu, const QString &text, const QKeySequence &keys, const QString &tip)
{
    QAction *action = addAction(menu, text, keys, tip, [] {});
    action->setCheckable(true);
    action->setChecked(true);
    return action;
}

void Workbench::buildMenus()
{
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    buildGoMenu();
    buildHelpMenu();
    dialogs::applyKeys(menuActions(), m_remembered.keys);
    buildToolBar();
}

QList<QAction *> Workbench::menuActions() const
{
    QList<QAction *> all;
    for (const QMenu *menu : menuBar()->findChildren<QMenu *>())
        all += menu->actions();
    return all;
}

void Workbench::buildFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    addAction(menu, tr("&Open files …"), QKeySequence::Open, tr("Import articles from files"), [this] {
        askForFiles();
    })->setIcon(icon(u"open"_s));
    addAction(menu, tr("Open &folder …"), QKeySequence(u"Ctrl+Shift+O"_s),
              tr("Import all articles in a folder"), [this] { askForFolder(); })
        ->setIcon(icon(u"folder"_s));
    m_recent = menu->addMenu(icon(u"recent"_s), tr("Open &recent"));
    connect(m_recent, &QMenu::aboutToShow, this, &Workbench::fillRecent);
    m_recent->setEnabled(!m_remembered.recent.isEmpty());
    addAction(menu, tr("Open &address …"), QKeySequence(u"Ctrl+L"_s),
              tr("Read an article, or subscribe to a feed, by its web address"), [this] { openAddress({}); })
        ->setIcon(icon(u"address"_s));
    addAction(menu, tr("Feeds and folder&s …"), QKeySequence(u"Ctrl+Shift+F"_s),
              tr("Subscriptions to feeds, and folders that are watched"), [this] { openSources(); })
        ->setIcon(icon(u"feed"_s));
    addAction(menu, tr("Last import &report …"), {}, tr("What the last import could not read"), [this] {
        showReport(m_lastReport);
    })->setIcon(icon(u"warning"_s));
    menu->addSeparator();
    addAction(menu, tr("Export &picture …"), QKeySequence(u"Ctrl+E"_s),
              tr("Save map, timeline or both as the lens shows them"), [this] { exportPicture(); })
        ->setIcon(icon(u"picture"_s));
    addAction(menu, tr("&Copy picture"), QKeySequence(u"Ctrl+Shift+E"_s),
              tr("Put map and timeline as the lens shows them into the clipboard"), [this] { copyPicture(); })
        ->setIcon(icon(u"copy"_s));
    QMenu *data = menu->addMenu(icon(u"export"_s), tr("Export &data"));
    const std::array<std::pair<QString, QString>, 5> tables{{{tr("&Articles …"), u"articles"_s},
                                                             {tr("A&ctors …"), u"actors"_s},
                                                             {tr("&Quotes …"), u"quotes"_s},
                                                             {tr("Act&ions …"), u"actions"_s},
                                                             {tr("&Stances …"), u"stances"_s}}};
    for (const auto &[text, what] : tables)
        addAction(data, text, {}, tr("Save what the lens shows as CSV or JSON lines"),
                  [this, table = what] { exportTable(table); });
    menu->addSeparator();
    addAction(menu, tr("Save a &copy …"), {},
              tr("Write all articles with all that was found to another file"), [this] { askForCopy(); });
    addAction(menu, tr("Chec&k the store"), {}, tr("Read all of the store and tell what is damaged"),
              [this] { checkStore(); });
    menu->addSeparator();
    addAction(menu, tr("&Quit"), QKeySequence::Quit, tr("Close the window"), [this] { close(); });
}

void Workbench::buildEditMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Edit"));
    m_undo = addAction(menu, tr("&Undo"), QKeySequence::Undo,
                       tr("Take back the last filter or zoom, or what was said of an article"),
                       [this] { m_steps->undo(); });
    m_redo = addAction(menu, tr("&Redo"), QKeySequence(u"Ctrl+Shift+Z"_s), tr("Do again what was taken back"),
                       [this] { m_steps->redo(); });
    m_undo->setIcon(icon(u"undo"_s));
    m_redo->setIcon(icon(u"redo"_s));
    connect(m_steps, &Steps::changed, this, &Workbench::showSteps);
    showSteps();
    addAction(menu, tr("&Clear all filters"), QKeySequence(u"Ctrl+Backspace"_s), tr("Show all articles"),
              [this] { m_session->look(lens::cleared(m_session->lens())); })
        ->setIcon(icon(u"filter"_s));
    menu->addSeparator();
    addAction(menu, tr("&Paste address"), QKeySequence::Paste, tr("Open the web address that was copied"),
              [this] { pasteAddress(); });
    addAction(menu, tr("Article &details …"), QKeySequence(u"Ctrl+I"_s),
              tr("Date, publisher, language and encoding of the open article, and what they rest on"),
              [this] { openDetails(); })
        ->setIcon(icon(u"article"_s));
    menu->addSeparator();
    addAction(menu, tr("&Search articles"), QKeySequence(u"/"_s), tr("Put the keyboard into the search box"),
              [this] { m_articles->focusSearch(); })
        ->setIcon(icon(u"search"_s));
    addAction(menu, tr("&Find in text"), QKeySequence::Find, tr("Find words in the open article"),
              [this] { m_reader->openFind(); });
}

void Workbench::buildHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    addAction(menu, tr("&Keyboard and mouse"), QKeySequence(u"F1"_s), tr("All keys and what the mouse does"),
              [this] { changeKeys(); })
        ->setIcon(icon(u"keys"_s));
    addAction(menu, tr("&About Démarche"), {}, tr("Version, licence, sources of data"),
              [this] { dialogs::About(this).exec(); });
}

void Workbench::changeKeys()
{
    dialogs::Shortcuts(menuBar()->findChildren<QMenu *>(), this).exec();
    m_remembered.keys = dialogs::changedKeys(menuActions());
    QSettings settings;
    writeSession(settings, remembered());
    tellToolKeys();
}

void Workbench::showSteps()
{
    const auto show = [](QAction *action, bool enabled, const QString &word, const QString &step) {
        action->setEnabled(enabled);
        action->setText(enabled && !step.isEmpty() ? word + u' ' + step : word);
    };
    show(m_undo, m_steps->canUndo(), tr("&Undo"), m_steps->undoText());
    show(m_redo, m_steps->canRedo(), tr("&Redo"), m_steps->redoText());
}

} // namespace demarche::app
