#include "app/icons.h"
#include "app/workbench.h"
#include "views/article/reader.h"
#include "views/dialogs/about.h"
#include "views/dialogs/shortcuts.h"
#include "views/map/mapview.h"
#include "views/panels/articlespanel.h"
#include "views/panels/findingspanel.h"
#include "views/timeline/timelineview.h"

#include <QActionGroup>
#include <QMenuBar>
#include <QSplitter>

namespace demarche::app {

using namespace Qt::StringLiterals;
using article::Layer;
using panels::FindingsPanel;

QAction *Workbench::addAction(QMenu *menu, const QString &text, const QKeySequence &keys, const QString &tip,
                              const std::function<void()> &run)
{
    QAction *action = menu->addAction(text);
    action->setShortcut(keys);
    action->setStatusTip(tip);
    connect(action, &QAction::triggered, this, run);
    return action;
}

void Workbench::buildMenus()
{
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    buildGoMenu();
    buildHelpMenu();
}

void Workbench::buildFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    addAction(menu, tr("&Open files …"), QKeySequence::Open, tr("Import articles from files"), [this] {
        askForFiles();
    })->setIcon(icon(u"open"_s));
    addAction(menu, tr("Open &folder …"), QKeySequence(u"Ctrl+Shift+O"_s),
              tr("Import all articles in a folder"), [this] { askForFolder(); })
        ->setIcon(icon(u"import"_s));
    addAction(menu, tr("Last import &report …"), {}, tr("What the last import could not read"), [this] {
        showReport(m_lastReport);
    })->setIcon(icon(u"warning"_s));
    menu->addSeparator();
    addAction(menu, tr("Export &picture …"), QKeySequence(u"Ctrl+E"_s),
              tr("Save map, timeline or both as the lens shows them"), [this] { exportPicture(); })
        ->setIcon(icon(u"picture"_s));
    QMenu *data = menu->addMenu(icon(u"export"_s), tr("Export &data"));
    const std::array<std::pair<QString, QString>, 5> tables{{{tr("&Articles …"), u"articles"_s},
                                                             {tr("A&ctors …"), u"actors"_s},
                                                             {tr("&Quotes …"), u"quotes"_s},
                                                             {tr("Act&ions …"), u"actions"_s},
                                                             {tr("&Stances …"), u"stances"_s}}};
    for (const auto &[text, what] : tables)
        addAction(data, text, {}, tr("Save what the lens shows as CSV or JSON lines"),
                  [this, what = what] { exportTable(what); });
    menu->addSeparator();
    addAction(menu, tr("&Quit"), QKeySequence::Quit, tr("Close the window"), [this] { close(); });
}

void Workbench::buildEditMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Edit"));
    m_undo = addAction(menu, tr("&Undo filter"), QKeySequence::Undo, tr("Go back to the lens before"),
                       [this] { m_session->undo(); });
    m_redo = addAction(menu, tr("&Redo filter"), QKeySequence(u"Ctrl+Shift+Z"_s),
                       tr("Take the undone lens again"), [this] { m_session->redo(); });
    m_undo->setIcon(icon(u"undo"_s));
    m_redo->setIcon(icon(u"redo"_s));
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    addAction(menu, tr("&Clear all filters"), QKeySequence(u"Ctrl+Backspace"_s), tr("Show all articles"),
              [this] { m_session->look(lens::cleared(m_session->lens())); })
        ->setIcon(icon(u"filter"_s));
    menu->addSeparator();
    addAction(menu, tr("&Search articles"), QKeySequence(u"/"_s), tr("Put the keyboard into the search box"),
              [this] { m_articles->focusSearch(); })
        ->setIcon(icon(u"search"_s));
    addAction(menu, tr("&Find in text"), QKeySequence::Find, tr("Find words in the open article"),
              [this] { m_reader->openFind(); });
}

void Workbench::buildViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    const std::array<std::pair<QString, Layer>, 3> layers{{{tr("&Actors in the text"), Layer::Actors},
                                                           {tr("A&ctions in the text"), Layer::Actions},
                                                           {tr("&Quotes in the text"), Layer::Quotes}}};
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Layer layer = layers[i].second;
        QAction *action = menu->addAction(layers[i].first);
        action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(i + 1)));
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::triggered, this, [this, layer](bool on) {
            m_reader->setLayers(article::Layers(m_reader->layers()).setFlag(layer, on));
        });
        connect(m_reader, &article::Reader::layersChanged, action,
                [action, layer](article::Layers shown) { action->setChecked(shown.testFlag(layer)); });
    }
    menu->addSeparator();
    m_countCopies = addAction(menu, tr("Count &every copy of a story"), QKeySequence(u"Ctrl+Shift+C"_s),
                              tr("Stance and volume count each copy; else a story counts once"), [this] {
                                  lens::Lens lens = m_session->lens();
                                  lens.countCopies = !lens.countCopies;
                                  m_session->look(std::move(lens));
                              });
    m_countCopies->setCheckable(true);
    menu->addSeparator();
    const std::array<std::pair<QString, QWidget *>, 4> panels{{{tr("&Map"), m_map},
                                                               {tr("&Timeline"), m_timeline},
                                                               {tr("Article &list"), m_articles},
                                                               {tr("&Findings"), m_findings}}};
    for (std::size_t i = 0; i < panels.size(); ++i) {
        QAction *action = menu->addAction(panels[i].first);
        action->setShortcut(QKeySequence(u"F%1"_s.arg(i + 5)));
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, this, [this, panel = panels[i].second](bool on) {
            panel->setVisible(on);
            m_charts->setVisible(!m_map->isHidden() || !m_timeline->isHidden());
        });
        m_panelActions[i] = action;
    }
    addAction(menu, tr("&Reset layout"), {}, tr("All panels where they were at the first start"),
              [this] { resetLayout(); });
    menu->addSeparator();
    QMenu *theme = menu->addMenu(icon(u"theme"_s), tr("T&heme"));
    m_themes = new QActionGroup(this);
    const std::array<std::pair<QString, Appearance>, 3> themes{{{tr("As the &system"), Appearance::System},
                                                                {tr("&Light"), Appearance::Light},
                                                                {tr("&Dark"), Appearance::Dark}}};
    for (const auto &[text, appearance] : themes) {
        QAction *action = theme->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_remembered.appearance == appearance);
        action->setData(int(appearance));
        m_themes->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, appearance = appearance] { setAppearance(appearance); });
    }
}

void Workbench::buildGoMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Go"));
    addAction(menu, tr("&Next article"), QKeySequence(u"J"_s), tr("Open the next article of the list"),
              [this] { m_articles->step(1); })
        ->setIcon(icon(u"next"_s));
    addAction(menu, tr("&Previous article"), QKeySequence(u"K"_s), tr("Open the article before"), [this] {
        m_articles->step(-1);
    })->setIcon(icon(u"previous"_s));
    addAction(menu, tr("Next &unread article"), QKeySequence(u"U"_s),
              tr("Open the next article that was not read yet"), [this] { m_articles->openNextUnread(); })
        ->setIcon(icon(u"unread"_s));
    menu->addSeparator();
    addAction(menu, tr("Next &finding"), QKeySequence(u"N"_s), tr("Go to the next marked place in the text"),
              [this] { m_reader->step(1); });
    addAction(menu, tr("Previous f&inding"), QKeySequence(u"P"_s), tr("Go to the marked place before"),
              [this] { m_reader->step(-1); });
    menu->addSeparator();
    const std::array<QString, FindingsPanel::tabCount> tabs{tr("&Stances"), tr("&Evidence"), tr("&Actors"),
                                                            tr("&Quotes"), tr("A&ctions")};
    for (std::size_t i = 0; i < tabs.size(); ++i)
        addAction(menu, tabs[i], QKeySequence(u"Alt+%1"_s.arg(i + 1)), tr("Show this table"), [this, i] {
            m_panelActions[3]->setChecked(true);
            m_findings->setTab(FindingsPanel::Tab(i));
        });
}

void Workbench::buildHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    addAction(menu, tr("&Keyboard and mouse"), QKeySequence(u"F1"_s), tr("All keys and what the mouse does"),
              [this] { dialogs::Shortcuts(menuBar()->findChildren<QMenu *>(), this).exec(); });
    addAction(menu, tr("&About Démarche"), {}, tr("Version, licence, sources of data"),
              [this] { dialogs::About(this).exec(); });
}

} // namespace demarche::app
