#include "app/workbench.h"

#include "app/lensfindings.h"
#include "app/playback.h"
#include "app/steps.h"
#include "views/article/reader.h"
#include "views/map/mapview.h"
#include "views/panels/articlespanel.h"
#include "views/panels/findingspanel.h"
#include "views/panels/lensbar.h"
#include "views/panels/sourcespanel.h"
#include "views/timeline/timelineview.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

namespace demarche::app {

using namespace Qt::StringLiterals;
namespace {

QSplitter *splitter(Qt::Orientation orientation, const QString &name)
{
    auto *made = new QSplitter(orientation);
    made->setHandleWidth(1);
    made->setChildrenCollapsible(false);
    made->setAccessibleName(name);
    return made;
}

} // namespace

Workbench::Workbench(std::unique_ptr<Library> library, tables::Words words, Session session)
    : m_library(std::move(library))
    , m_words(std::move(words))
    , m_remembered(std::move(session))
    , m_session(new lens::LensSession(m_library->search(), this))
    , m_articlesModel(new tables::ArticlesModel(
          *m_session,
          [this](std::span<const qint64> ids) { return m_library->rows(ids, m_session->lens().search); },
          m_words.country, this))
{
    m_articlesModel->setTitleOrder([this](const auto &take) { m_library->orderByTitle(take); });
    setWindowTitle(u"Démarche"_s);
    setAcceptDrops(true);
    buildViews();
    m_steps = new Steps(*m_session, *m_map, *m_timeline, this);
    m_playback = new Playback(*m_session, this);
    buildMenus();
    buildStart();
    buildStatusBar();
    connectLens();
    connectCharts();
    connectReading();
    connectLibrary();
    connectStore();
    connectSources();
    restore();
    m_library->load();
}

Workbench::~Workbench() = default;

void Workbench::buildViews()
{
    m_lensBar = new panels::LensBar(*m_session, m_words.country);
    m_map = new views::MapView;
    m_timeline = new views::TimelineView;
    m_articles = new panels::ArticlesPanel(*m_session, *m_articlesModel, m_words.country);
    m_sourcesPanel = new panels::SourcesPanel(*m_session);
    m_sourcesPanel->hide(); // until something is subscribed to
    m_reader = new article::Reader(m_words);
    panels::FindingsPanel::Sources sources{[this] { return actorsOf(m_library->file(), *m_session); },
                                           [this] { return quotesOf(m_library->file(), *m_session); },
                                           [this] { return actionsOf(m_library->file(), *m_session); },
                                           [this](qint64 id) { return m_library->article(id); }};
    m_findings = new panels::FindingsPanel(*m_session, std::move(sources), m_words);

    m_charts = splitter(Qt::Horizontal, tr("Map and timeline"));
    m_charts->addWidget(m_map);
    m_charts->addWidget(m_timeline);
    m_lists = splitter(Qt::Horizontal, tr("Articles, reader and findings"));
    m_articleColumns = splitter(Qt::Horizontal, tr("Sources and articles"));
    m_articleColumns->addWidget(m_sourcesPanel);
    m_articleColumns->addWidget(m_articles);
    m_lists->addWidget(m_articleColumns);
    m_lists->addWidget(m_reader);
    m_lists->addWidget(m_findings);
    m_rows = splitter(Qt::Vertical, tr("Charts and articles"));
    m_rows->addWidget(m_charts);
    m_rows->addWidget(m_lists);

    // Windows of any size keep the proportions.
    const auto share = [](QSplitter *among, std::initializer_list<int> parts) {
        int index = 0;
        for (const int part : parts)
            among->setStretchFactor(index++, part);
    };
    share(m_charts, chartShares);
    share(m_articleColumns, articleShares);
    share(m_lists, listShares);
    share(m_rows, rowShares);

    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_lensBar);
    layout->addWidget(m_rows, 1);
    setCentralWidget(central);
    m_reader->clear(tr("Loading the articles …"));
}

void Workbench::closeEvent(QCloseEvent *event)
{
    QSettings settings;
    writeSession(settings, remembered());
    m_library->cancelImport(); // the window goes now; the articles under way end behind it
    QMainWindow::closeEvent(event);
}

/// On the map letters find countries; elsewhere they are the menus' keys.
bool Workbench::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && key->key() >= Qt::Key_A && key->key() <= Qt::Key_Z) {
            event->accept();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace demarche::app
