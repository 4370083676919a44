#include "app/workbench.h"

#include "views/article/reader.h"
#include "views/map/mapview.h"
#include "views/panels/articlespanel.h"
#include "views/panels/findingspanel.h"
#include "views/panels/sourcespanel.h"
#include "views/panels/tableview.h"
#include "views/timeline/timelineview.h"

#include <QAction>
#include <QGuiApplication>
#include <QScreen>
#include <QSplitter>

/// How the window is laid out, and what of it is remembered.
namespace demarche::app {

using namespace Qt::StringLiterals;

Session Workbench::remembered() const
{
    Session session = m_remembered;
    session.geometry = saveGeometry();
    session.splitters = {m_rows->saveState(), m_charts->saveState(), m_lists->saveState(),
                         m_articleColumns->saveState()};
    std::ranges::transform(m_panelActions, session.panels.begin(), &QAction::isChecked);
    // A window closed before the articles were there has nothing new to remember of them.
    if (m_loaded) {
        session.lens = m_session->lens();
        session.article = m_reader->articleId();
    }
    session.toolBar = m_toolBarAction->isChecked();
    for (const panels::TableView *table : findChildren<panels::TableView *>())
        session.tables.insert(table->objectName(), table->saveColumns());
    session.layers = int(m_reader->layers().toInt());
    session.tab = m_findings->tab();
    session.findingsOverLens = m_findings->isOverLens();
    return session;
}

void Workbench::restore()
{
    if (m_remembered.geometry.isEmpty() || !restoreGeometry(m_remembered.geometry)) {
        const QScreen *screen = QGuiApplication::primaryScreen();
        const QSize room = screen ? screen->availableSize() : QSize(1280, 800);
        resize(QSize(1440, 900).boundedTo(room));
    }
    resetLayout();
    const std::array<QSplitter *, 4> splitters{m_rows, m_charts, m_lists, m_articleColumns};
    for (std::size_t i = 0; i < splitters.size(); ++i) {
        if (!m_remembered.splitters[i].isEmpty())
            splitters[i]->restoreState(m_remembered.splitters[i]);
    }
    for (std::size_t i = 0; i < m_panelActions.size(); ++i)
        m_panelActions[i]->setChecked(m_remembered.panels[i]);
    m_toolBarAction->setChecked(m_remembered.toolBar);
    restoreTables();
    m_reader->setLayers(article::Layers(QFlag(m_remembered.layers)));
    m_findings->setTab(
        panels::FindingsPanel::Tab(std::clamp(m_remembered.tab, 0, panels::FindingsPanel::tabCount - 1)));
    m_findings->setOverLens(m_remembered.findingsOverLens);
}

void Workbench::restoreTables()
{
    for (panels::TableView *table : findChildren<panels::TableView *>())
        table->restoreColumns(m_remembered.tables.value(table->objectName()));
}

void Workbench::resetLayout()
{
    for (QAction *action : m_panelActions)
        action->setChecked(true);
    m_toolBarAction->setChecked(true);
    for (panels::TableView *table : findChildren<panels::TableView *>())
        table->resetColumns();
    const auto share = [](QSplitter *among, std::initializer_list<int> parts) {
        QList<int> sizes;
        for (const int part : parts)
            sizes.append(part * 100); // in proportion: the splitter fits them to its room
        among->setSizes(sizes);
    };
    share(m_charts, chartShares);
    share(m_articleColumns, articleShares);
    share(m_lists, listShares);
    share(m_rows, rowShares);
    if (!m_sourcesPanel->isHidden())
        widenArticles();
}

/// Sources and articles side by side get what can be read; reader and findings give it.
void Workbench::widenArticles()
{
    constexpr int readable = 470;
    constexpr int sourcesWidth = 180;
    QList<int> sizes = m_lists->sizes();
    const int others = sizes[1] + sizes[2];
    const int lacking = std::min(readable, (sizes[0] + others) * 2 / 5) - sizes[0];
    if (lacking <= 0 || others <= 0)
        return;
    sizes[0] += lacking;
    sizes[1] -= lacking * sizes[1] / others;
    sizes[2] = others - lacking - sizes[1];
    m_lists->setSizes(sizes);
    m_articleColumns->setSizes({sourcesWidth, sizes[0] - sourcesWidth});
}

void Workbench::setAppearance(Appearance appearance)
{
    m_remembered.appearance = appearance;
    applyTheme(appearance);
}

} // namespace demarche::app
