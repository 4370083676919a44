#include "app/icons.h"
#include "app/playback.h"
#include "app/workbench.h"
#include "views/article/reader.h"
#include "views/map/mapview.h"
#include "views/panels/articlespanel.h"
#include "views/panels/findingspanel.h"
#include "views/panels/sourcespanel.h"
#include "views/timeline/timelineview.h"

#include <QActionGroup>
#include <QMenuBar>
#include <QSplitter>

/// The menus View and Go.
namespace demarche::app {

using namespace Qt::StringLiterals;
using article::Layer;
using panels::FindingsPanel;

void Workbench::buildViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    const std::array<std::pair<QString, Layer>, 3> layers{{{tr("&Actors in the text"), Layer::Actors},
                                                           {tr("A&ctions in the text"), Layer::Actions},
                                                           {tr("&Quotes in the text"), Layer::Quotes}}};
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Layer layer = layers[i].second;
        QAction *action = addSwitch(menu, layers[i].first, QKeySequence(u"Ctrl+%1"_s.arg(i + 1)),
                                    tr("Show or hide these findings in the text"));
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
    struct Panel
    {
        QString text;
        QString keys;
        QWidget *widget;
    };
    const std::array<Panel, 5> panels{{{tr("&Map"), u"F5"_s, m_map},
                                       {tr("&Timeline"), u"F6"_s, m_timeline},
                                       {tr("Article &list"), u"F7"_s, m_articles},
                                       {tr("&Findings"), u"F8"_s, m_findings},
                                       {tr("&Sources"), u"F4"_s, m_sourcesPanel}}};
    for (std::size_t i = 0; i < panels.size(); ++i) {
        QAction *action =
            addSwitch(menu, panels[i].text, QKeySequence(panels[i].keys), tr("Show or hide this panel"));
        connect(action, &QAction::toggled, this, [this, panel = panels[i].widget](bool on) {
            if (panel == m_sourcesPanel)
                showSources();
            else
                panel->setVisible(on);
            m_charts->setVisible(!m_map->isHidden() || !m_timeline->isHidden());
            m_articleColumns->setVisible(!m_sourcesPanel->isHidden() || !m_articles->isHidden());
        });
        m_panelActions[i] = action;
    }
    m_toolBarAction = addSwitch(menu, tr("Tool&bar"), {}, tr("Show or hide the buttons beside the menus"));
    addAction(menu, tr("&Reset layout"), {}, tr("All panels and columns as they were at the first start"),
              [this] { resetLayout(); });
    menu->addSeparator();
    addAction(menu, tr("Whole &world, all days"), QKeySequence(u"Ctrl+0"_s),
              tr("Take back the zoom of map and timeline"), [this] {
                  m_map->resetZoom();
                  m_timeline->resetZoom();
              });
    menu->addSeparator();
    buildThemeMenu(menu);
}

void Workbench::buildThemeMenu(QMenu *menu)
{
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
        connect(action, &QAction::triggered, this, [this, chosen = appearance] { setAppearance(chosen); });
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
    m_play = addAction(menu, tr("P&lay months"), QKeySequence(u"F9"_s),
                       tr("Show one month after the other on map, timeline and lists"), [] {});
    m_play->setIcon(icon(u"play"_s));
    m_play->setCheckable(true);
    connect(m_play, &QAction::toggled, m_playback, &Playback::setPlaying);
    connect(m_playback, &Playback::playingChanged, m_play, [this](bool playing) {
        m_play->setChecked(playing);
        m_play->setIcon(icon(playing ? u"pause"_s : u"play"_s));
    });
    m_monthBefore =
        addAction(menu, tr("&Month before"), QKeySequence(u"Alt+Left"_s),
                  tr("Show the month before that has articles"), [this] { m_playback->step(-1); });
    m_monthBefore->setIcon(icon(u"month-previous"_s));
    m_monthAfter = addAction(menu, tr("M&onth after"), QKeySequence(u"Alt+Right"_s),
                             tr("Show the next month that has articles"), [this] { m_playback->step(1); });
    m_monthAfter->setIcon(icon(u"month-next"_s));
    menu->addSeparator();
    const std::array<QString, FindingsPanel::tabCount> tabs{tr("&Stances"), tr("&Evidence"), tr("&Actors"),
                                                            tr("&Quotes"), tr("A&ctions")};
    for (std::size_t i = 0; i < tabs.size(); ++i)
        addAction(menu, tabs[i], QKeySequence(u"Alt+%1"_s.arg(i + 1)), tr("Show this table"), [this, i] {
            m_panelActions[3]->setChecked(true);
            m_findings->setTab(FindingsPanel::Tab(i));
        });
}

} // namespace demarche::app
