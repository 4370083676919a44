#include "app/workbench.h"

#include "models/lens/chartdata.h"
#include "models/lens/loading.h"
#include "views/article/reader.h"
#include "views/map/mapview.h"
#include "views/panels/articlespanel.h"
#include "views/panels/findingspanel.h"
#include "views/panels/lensbar.h"
#include "views/timeline/timelineview.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QUrl>
#include <QVBoxLayout>

namespace demarche::app {

using namespace Qt::StringLiterals;
using tables::FindingKind;
using tables::FindingRef;
using tables::Place;

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
          *m_session, [this](std::span<const qint64> ids) { return m_library->rows(ids); }, m_words.country,
          this))
{
    setWindowTitle(u"Démarche"_s);
    setAcceptDrops(true);
    buildViews();
    buildMenus();
    buildStatusBar();
    connectLens();
    connectCharts();
    connectReading();
    connectLibrary();
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
    m_reader = new article::Reader(m_words);
    // One page of a query over what the lens shows.
    const auto paged = [this](auto query) {
        return [this, query](const corpus::Page &page) {
            auto rows = query(m_library->store(), lens::filterOf(m_session->lens()), page);
            return rows ? *std::move(rows) : typename decltype(rows)::value_type();
        };
    };
    using corpus::Filter;
    using corpus::Page;
    using corpus::Store;
    panels::FindingsPanel::Sources sources{
        paged([](const Store &store, const Filter &filter, const Page &page) {
            return store.actors(filter, page);
        }),
        paged([](const Store &store, const Filter &filter, const Page &page) {
            return store.quotes(filter, page);
        }),
        paged([](const Store &store, const Filter &filter, const Page &page) {
            return store.actions(filter, page);
        }),
        [this](qint64 id) { return m_library->article(id); }};
    m_findings = new panels::FindingsPanel(*m_session, std::move(sources), m_words);

    m_charts = splitter(Qt::Horizontal, tr("Map and timeline"));
    m_charts->addWidget(m_map);
    m_charts->addWidget(m_timeline);
    m_lists = splitter(Qt::Horizontal, tr("Articles, reader and findings"));
    m_lists->addWidget(m_articles);
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

void Workbench::connectLens()
{
    connect(m_session, &lens::LensSession::changed, this, &Workbench::lensChanged);
    connect(m_session, &lens::LensSession::searchFailed, m_message, &QLabel::setText);
}

void Workbench::connectCharts()
{
    m_map->installEventFilter(this);
    connect(m_map, &views::MapView::countryClicked, this,
            [this](const QString &iso3, Qt::KeyboardModifiers keys) {
                const lens::Lens &lens = m_session->lens();
                m_session->look(keys.testFlag(Qt::ControlModifier) ? lens::toggled(lens, iso3)
                                                                   : lens::withOnly(lens, iso3));
            });
    connect(m_map, &views::MapView::backgroundClicked, this, [this] {
        lens::Lens lens = m_session->lens();
        lens.countries.clear();
        m_session->look(std::move(lens));
    });
    connect(m_timeline, &views::TimelineView::rangeSelected, this, [this](QDate first, QDate last) {
        m_session->look(lens::withDates(m_session->lens(), first, last));
    });
    connect(m_timeline, &views::TimelineView::rangeCleared, this,
            [this] { m_session->look(lens::withDates(m_session->lens(), {}, {})); });
    connect(m_timeline, &views::TimelineView::pointClicked, this, [this](const QString &iso3, QDate period) {
        const QDate last = lens::next(m_session->aggregates().calendar.period(), period).addDays(-1);
        lens::Lens lens = lens::withDates(m_session->lens(), period, last);
        lens.countries = QStringList{iso3};
        m_session->look(std::move(lens));
        m_findings->setOverLens(true);
        m_findings->setTab(panels::FindingsPanel::Evidence);
    });
    connect(m_timeline, &views::TimelineView::markClicked, this, [this](int article, int action) {
        openArticle(article, {article, {FindingKind::Action, action}, {}});
    });
}

void Workbench::connectReading()
{
    connect(m_articles, &panels::ArticlesPanel::opened, this, [this](qint64 id) { openArticle(id); });
    connect(m_reader, &article::Reader::nextUnreadWanted, m_articles, &panels::ArticlesPanel::openNextUnread);
    connect(m_reader, &article::Reader::findingChosen, m_findings, &panels::FindingsPanel::mark);
    connect(m_findings, &panels::FindingsPanel::followed, this,
            [this](const Place &place) { openArticle(place.article, place); });
    connect(m_findings, &panels::FindingsPanel::countryChosen, this,
            [this](const QString &iso3, Qt::KeyboardModifiers keys) {
                if (keys.testFlag(Qt::ControlModifier))
                    m_session->look(lens::toggled(m_session->lens(), iso3));
                else
                    showEvidenceOf(iso3);
            });
}

void Workbench::lensChanged()
{
    const lens::Lens &lens = m_session->lens();
    const lens::Aggregates &shown = m_session->aggregates();
    const lens::EvidenceIndex &index = m_session->index();
    m_map->setData(lens::mapData(index, shown, m_words.country));
    m_map->setSelected(lens.countries);
    m_timeline->setData(lens::timelineData(index, shown, m_words.country,
                                           [this](qint64 article, int action, const QString &country) {
                                               return markLabel(article, action, country);
                                           }));
    m_timeline->setSelectedRange(lens.from, lens.to);
    m_reader->setSearchWords(lens::searchWords(lens.search));
    m_undo->setEnabled(m_session->history().canUndo());
    m_redo->setEnabled(m_session->history().canRedo());
    showCounts();
    keepArticleInLens();
}

bool Workbench::showArticle(qint64 id)
{
    if (m_reader->articleId() == id)
        return true;
    const corpus::StoredArticle article = m_library->article(id);
    if (article.id == 0)
        return false;
    m_reader->setArticle(article);
    m_reader->setSearchWords(lens::searchWords(m_session->lens().search));
    m_findings->setArticle(article);
    m_articles->setCurrent(id);
    return true;
}

void Workbench::openArticle(qint64 id, const Place &place)
{
    if (!showArticle(id))
        return;
    m_chosen = true;
    if (const int at = m_session->index().find(id);
        at >= 0 && m_session->index().unread(lens::ArticleAt(at))) {
        m_library->setRead(id);
        m_session->setUnread(id, false);
    }
    m_reader->show(findingAt(m_reader->article(), place));
}

/// The reader obeys the lens too: an article that it no longer shows gives way to the first that it does.
void Workbench::keepArticleInLens()
{
    if (!m_loaded || m_session->isSearching() || m_session->shows(m_reader->articleId()))
        return;
    if (m_articlesModel->rowCount() > 0) {
        showArticle(m_articlesModel->idAt(0));
        return;
    }
    m_reader->clear(m_session->index().articleCount() == 0
                        ? tr("No articles yet. Drop files or folders here, or choose File, Open.")
                        : tr("No article fits the lens"));
    m_findings->setArticle({});
}

FindingRef Workbench::findingAt(const corpus::StoredArticle &article, const Place &place) const
{
    if (place.finding.isValid() || place.actor.isEmpty())
        return place.finding;
    const auto &actors = article.analysis.actors;
    const auto found = std::ranges::find(actors, place.actor, &analysis::Actor::name);
    return {FindingKind::Actor, found == actors.end() ? -1 : int(found - actors.begin())};
}

void Workbench::showEvidenceOf(const QString &iso3)
{
    lens::Lens lens = m_session->lens();
    lens.countries = QStringList{iso3};
    m_session->look(std::move(lens));
    m_findings->setOverLens(true);
    m_findings->setTab(panels::FindingsPanel::Evidence);
}

QString Workbench::markLabel(qint64 article, int action, const QString &country)
{
    const QString key = u"%1/%2/%3/%4"_s.arg(article).arg(action).arg(country, m_session->target());
    if (const auto known = m_markLabels.constFind(key); known != m_markLabels.cend())
        return *known;
    const corpus::StoredArticle stored = m_library->article(article);
    const auto &actions = stored.analysis.actions;
    QString label = u"%1 → %2"_s.arg(m_words.country(country), m_words.country(m_session->target()));
    if (action >= 0 && std::size_t(action) < actions.size())
        label +=
            u": "_s + tables::shortened(actions[std::size_t(action)].trigger.of(stored.article.text), 40);
    m_markLabels.insert(key, label);
    return label;
}

Session Workbench::remembered() const
{
    Session session = m_remembered;
    session.geometry = saveGeometry();
    session.splitters = {m_rows->saveState(), m_charts->saveState(), m_lists->saveState()};
    const std::array<const QWidget *, 4> panels{m_map, m_timeline, m_articles, m_findings};
    std::ranges::transform(panels, session.panels.begin(),
                           [](const QWidget *panel) { return !panel->isHidden(); });
    // A window closed before the articles were there has nothing new to remember of them.
    if (m_loaded) {
        session.lens = m_session->lens();
        session.article = m_reader->articleId();
    }
    session.layers = int(m_reader->layers().toInt());
    session.tab = m_findings->tab();
    session.findingsOverLens = m_findings->isOverLens();
    return session;
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

void Workbench::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void Workbench::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    event->acceptProposedAction();
    openPaths(paths);
}

void Workbench::openPaths(const QStringList &paths)
{
    if (!paths.isEmpty())
        m_library->import(paths);
}

} // namespace demarche::app
