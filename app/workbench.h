#pragma once

#include "app/library.h"
#include "app/settings.h"
#include "models/tables/articles.h"
#include "models/tables/card.h"

#include <QHash>
#include <QMainWindow>
#include <QTimer>

class QActionGroup;
class QLabel;
class QProgressBar;
class QSplitter;
class QToolButton;

namespace demarche::views {
class MapView;
class TimelineView;
} // namespace demarche::views
namespace demarche::article {
class Reader;
}
namespace demarche::dialogs {
class SourcesDialog;
}
namespace demarche::panels {
class ArticlesPanel;
class FindingsPanel;
class LensBar;
class SourcesPanel;
class StartPage;
} // namespace demarche::panels

namespace demarche::views {
struct Picture;
}

namespace demarche::app {

class Playback;
class Steps;

/// Opens the window, imports the paths, and returns when it was closed; an exit status. The environment can
/// set, for tests and pictures: DEMARCHE_STORE (the store's file), DEMARCHE_SCREENSHOT (writes the window as
/// a PNG once all is loaded, and ends), DEMARCHE_WINDOW (its size, "1280x800"),
/// DEMARCHE_THEME ("light", "dark"), DEMARCHE_TIMING (prints when
/// the first paint was done).
int runWorkbench(const QStringList &paths);

/// The main window: joins the models to the views. It decides nothing itself; what is shown follows from the
/// lens.
class Workbench : public QMainWindow
{
    Q_OBJECT

public:
    Workbench(std::unique_ptr<Library> library, tables::Words words, Session session);
    ~Workbench() override;

    /// Imports what the paths name. Web addresses, and lists of feeds, are offered to the analyst instead.
    void openPaths(const QStringList &paths);
    /// Feeds and watched folders; made when it is first asked for, and null where nothing is gathered.
    [[nodiscard]] dialogs::SourcesDialog *sourcesDialog();
    /// Opens an article in the reader, at a place in it where one is given, and marks it as read.
    void openArticle(qint64 id, const tables::Place &place = {});

    [[nodiscard]] lens::LensSession &session() { return *m_session; }
    [[nodiscard]] Library &library() { return *m_library; }
    [[nodiscard]] views::MapView *map() const { return m_map; }
    [[nodiscard]] views::TimelineView *timeline() const { return m_timeline; }
    [[nodiscard]] article::Reader *reader() const { return m_reader; }
    [[nodiscard]] panels::ArticlesPanel *articles() const { return m_articles; }
    [[nodiscard]] panels::SourcesPanel *sources() const { return m_sourcesPanel; }
    [[nodiscard]] panels::FindingsPanel *findings() const { return m_findings; }

    /// What would be remembered if the window were closed now.
    [[nodiscard]] Session remembered() const;

signals:
    /// The index is loaded and everything shows it.
    void ready();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildViews();
    void buildMenus();
    void buildFileMenu();
    void buildEditMenu();
    void buildViewMenu();
    void buildThemeMenu(QMenu *menu);
    void buildGoMenu();
    void buildHelpMenu();
    void buildToolBar();
    void tellToolKeys();
    void buildStatusBar();
    void connectLens();
    void connectCharts();
    void connectReading();
    void connectLibrary();
    void connectStore();
    void connectSources();
    void restore();
    void restoreTables();
    void resetLayout();

    void takeIndex(const std::shared_ptr<lens::EvidenceIndex> &index);
    void takeStored(const std::vector<corpus::ArticleId> &ids);
    void growIndex();
    void lensChanged();
    void showCounts();
    void buildStart();
    void showStart();
    bool showArticle(qint64 id);
    void keepArticleInLens();
    void showEvidenceOf(const QString &iso3);
    [[nodiscard]] QString markLabel(qint64 article, int action, const QString &country) const;
    [[nodiscard]] std::vector<ActionAt> untoldMarks() const;
    void readMarks();
    void tellMarks(const std::vector<ActionAt> &actions, const std::vector<QString> &triggers);
    [[nodiscard]] tables::FindingRef findingAt(const corpus::StoredArticle &article,
                                               const tables::Place &place) const;

    void openSources();
    void showSources();
    [[nodiscard]] bool hasSources() const;
    void widenArticles();
    void openAddress(const QString &address);
    void pasteAddress();
    void takeGathered(const corpus::ImportReport &report);
    [[nodiscard]] static QString fileFilters();
    [[nodiscard]] QString folderOfArticles() const;
    void askForFiles();
    void askForFolder();
    void fillRecent();
    void remember(const QStringList &paths);
    [[nodiscard]] views::Picture picture();
    void askForCopy();
    void checkStore();
    void showCheck(const std::vector<Problem> &problems, const QStringList &unchecked);
    void openDetails();
    void correct(qint64 id, const corpus::Corrections &before, const corpus::Corrections &after);
    void analyseAnew(qint64 id, const corpus::Corrections &corrections);
    void takeCorrected(qint64 id);
    void exportPicture();
    void copyPicture();
    void exportTable(const QString &what);
    void showReport(const corpus::ImportReport &report);
    void askForColumns(const QStringList &tables);
    void showProgress(const corpus::ImportProgress &progress);
    void setAppearance(Appearance appearance);

    QAction *addAction(QMenu *menu, const QString &text, const QKeySequence &keys, const QString &tip,
                       const std::function<void()> &run);
    /// An action that is on or off, and on at first.
    QAction *addSwitch(QMenu *menu, const QString &text, const QKeySequence &keys, const QString &tip);
    [[nodiscard]] QList<QAction *> menuActions() const;
    void changeKeys();
    void showSteps();

    /// How the window's room is shared out at first, in hundredths.
    static constexpr std::initializer_list<int> rowShares{45, 55};
    static constexpr std::initializer_list<int> chartShares{52, 48};
    static constexpr std::initializer_list<int> articleShares{35, 65};
    static constexpr std::initializer_list<int> listShares{27, 41, 32};

    std::unique_ptr<Library> m_library;
    tables::Words m_words;
    Session m_remembered;
    lens::LensSession *m_session;
    tables::ArticlesModel *m_articlesModel;

    /// What the analyst said of articles before and now, while they are analysed anew.
    QHash<qint64, std::pair<corpus::Corrections, corpus::Corrections>> m_correcting;
    Steps *m_steps = nullptr;
    Playback *m_playback = nullptr;
    panels::LensBar *m_lensBar = nullptr;
    views::MapView *m_map = nullptr;
    views::TimelineView *m_timeline = nullptr;
    panels::SourcesPanel *m_sourcesPanel = nullptr;
    panels::ArticlesPanel *m_articles = nullptr;
    article::Reader *m_reader = nullptr;
    panels::FindingsPanel *m_findings = nullptr;
    panels::StartPage *m_start = nullptr; ///< instead of all else while there are no articles
    QSplitter *m_rows = nullptr;
    QSplitter *m_charts = nullptr;
    QSplitter *m_lists = nullptr;
    QSplitter *m_articleColumns = nullptr; ///< sources and articles

    std::array<QAction *, 5> m_panelActions{}; ///< in the order of Session::panels
    QActionGroup *m_themes = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_countCopies = nullptr;
    QAction *m_play = nullptr;
    QAction *m_monthBefore = nullptr;
    QAction *m_monthAfter = nullptr;
    QAction *m_toolBarAction = nullptr;
    QMenu *m_recent = nullptr;
    QWidget *m_toolBar = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_message = nullptr;
    QProgressBar *m_progress = nullptr;
    QToolButton *m_cancel = nullptr;
    dialogs::SourcesDialog *m_sourcesDialog = nullptr;

    QHash<ActionAt, QString> m_triggers; ///< of the timeline's marks, as far as they were read
    bool m_readingMarks = false;
    int m_indexes = 0;       ///< taken so far: what is read for an older one is void
    QTimer m_growing;        ///< gathers batches of an import, so that the window has time for its user
    bool m_replaced = false; ///< among them are articles that the index has already
    corpus::ImportReport m_lastReport;
    bool m_loaded = false;
    bool m_chosen = false; ///< an article was opened, rather than only shown because there was none
};

} // namespace demarche::app
