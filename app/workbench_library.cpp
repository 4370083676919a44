#include "app/workbench.h"

#include "models/charts/excerpt.h"
#include "models/lens/chartdata.h"
#include "models/lens/loading.h"
#include "views/article/reader.h"
#include "views/dialogs/importreport.h"
#include "views/export/exportdialog.h"
#include "views/map/mapview.h"
#include "views/panels/articlespanel.h"
#include "views/panels/findingspanel.h"

#include <QActionGroup>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QScreen>
#include <QSplitter>
#include <QToolButton>

namespace demarche::app {

using namespace Qt::StringLiterals;
using tables::counted;

namespace {
constexpr int betweenGrowths = 300; ///< ms
} // namespace

void Workbench::connectLibrary()
{
    connect(m_library.get(), &Library::loaded, this, &Workbench::takeIndex);
    connect(m_library.get(), &Library::failed, m_message, &QLabel::setText);
    connect(m_library.get(), &Library::importStarted, this, [this] {
        m_message->setText(tr("Reading the language models …"));
        m_progress->setRange(0, 0);
        m_progress->show();
        m_cancel->show();
    });
    connect(m_library.get(), &Library::importProgressed, this, &Workbench::showProgress);
    connect(m_library.get(), &Library::stored, this, &Workbench::takeStored);
    connect(m_library.get(), &Library::exported, this,
            [this](const QString &file) { m_message->setText(tr("Written: %1").arg(file)); });
    m_growing.setSingleShot(true);
    m_growing.setInterval(betweenGrowths);
    connect(&m_growing, &QTimer::timeout, this, &Workbench::growIndex);
    connect(m_library.get(), &Library::importFinished, this, [this](const corpus::ImportReport &report) {
        m_progress->hide();
        m_cancel->hide();
        m_lastReport = report;
        growIndex();
        const QString added = counted(report.progress.added, tr("article"), tr("articles"));
        QString told =
            report.cancelled ? tr("Import cancelled: %1 added").arg(added) : tr("%1 added").arg(added);
        if (report.progress.duplicates > 0)
            told += tr(", %1 were there already").arg(report.progress.duplicates);
        m_message->setText(told);
        if (!report.problems.empty())
            showReport(report);
    });
}

void Workbench::takeIndex(const std::shared_ptr<lens::EvidenceIndex> &index)
{
    m_markLabels.clear();
    if (std::exchange(m_loaded, true)) {
        m_session->setIndex(std::move(*index));
        return;
    }
    m_session->setIndex(std::move(*index));
    m_session->look(m_remembered.lens);
    if (m_session->shows(m_remembered.article))
        openArticle(m_remembered.article);
    emit ready();
}

void Workbench::takeStored(const std::vector<corpus::ArticleId> &ids)
{
    const lens::EvidenceIndex &index = m_session->index();
    m_replaced =
        m_replaced || std::ranges::any_of(ids, [&](corpus::ArticleId id) { return index.find(id) >= 0; });
    if (!m_growing.isActive())
        m_growing.start();
}

/// Where articles were replaced, what the index has of them no longer holds, and it is read anew.
void Workbench::growIndex()
{
    m_growing.stop();
    if (!m_loaded)
        return;
    if (std::exchange(m_replaced, false)) {
        m_library->load();
        return;
    }
    const lens::EvidenceIndex &index = m_session->index();
    const qint64 last = index.articleCount() == 0 ? 0 : index.id(lens::ArticleAt(index.articleCount() - 1));
    m_session->grow([&](lens::EvidenceIndex &growing) {
        if (const Result<void> done = lens::extend(growing, m_library->store(), last); !done)
            m_message->setText(done.error().line());
    });
    if (!m_chosen && m_articlesModel->rowCount() > 0)
        showArticle(m_articlesModel->idAt(0));
}

void Workbench::showCounts()
{
    const lens::EvidenceIndex &index = m_session->index();
    m_counts->setText(
        tr("%1, %2 in %3")
            .arg(counted(qint64(index.articleCount()), tr("article"), tr("articles")),
                 counted(qint64(index.evidenceCount()), tr("piece of evidence"), tr("pieces of evidence")),
                 QFileInfo(m_library->file()).fileName()));
    m_counts->setToolTip(tables::asTip(m_library->file()));
}

void Workbench::showProgress(const corpus::ImportProgress &progress)
{
    m_progress->setRange(0, progress.read.bytesTotal > 0 ? 1000 : 0);
    m_progress->setValue(int(progress.read.share() * 1000));
    QString told = tr("Importing: %1").arg(counted(progress.added, tr("article"), tr("articles")));
    if (progress.read.rate() > 0)
        told += tr(", %1 a second").arg(QString::number(progress.read.rate(), 'f', 0));
    m_message->setText(told);
}

void Workbench::showReport(const corpus::ImportReport &report)
{
    auto *dialog = new dialogs::ImportReport(report, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Workbench::askForFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(this, tr("Open articles"), m_remembered.folder);
    if (!files.isEmpty())
        m_remembered.folder = QFileInfo(files.first()).absolutePath();
    openPaths(files);
}

void Workbench::askForFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Open a folder of articles"), m_remembered.folder);
    if (folder.isEmpty())
        return;
    m_remembered.folder = folder;
    openPaths({folder});
}

void Workbench::exportPicture()
{
    const lens::Aggregates &shown = m_session->aggregates();
    const lens::EvidenceIndex &index = m_session->index();
    views::Picture picture;
    picture.map = m_map->data();
    picture.timeline = lens::timelineData(index, shown, m_words.country,
                                          [this](qint64 article, int action, const QString &country) {
                                              return markLabel(article, action, country);
                                          });
    picture.timeline = charts::excerpt(std::move(picture.timeline), m_session->lens().from, m_session->lens().to);
    picture.caption = lens::caption(index, shown, m_session->lens(), m_words.country);
    picture.selected = m_session->lens().countries;
    auto *dialog = new views::ExportDialog(std::move(picture), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Workbench::exportTable(const QString &what)
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export %1").arg(what), what + u".csv"_s,
                                                      tr("CSV (*.csv);;JSON lines (*.jsonl)"));
    if (file.isEmpty())
        return;
    m_message->setText(tr("Writing %1 …").arg(file));
    m_library->exportTable(what, file, lens::filterOf(m_session->lens()));
}

void Workbench::setAppearance(Appearance appearance)
{
    m_remembered.appearance = appearance;
    applyTheme(appearance);
}

void Workbench::restore()
{
    if (m_remembered.geometry.isEmpty() || !restoreGeometry(m_remembered.geometry)) {
        const QScreen *screen = QGuiApplication::primaryScreen();
        const QSize room = screen ? screen->availableSize() : QSize(1280, 800);
        resize(QSize(1440, 900).boundedTo(room));
    }
    resetLayout();
    const std::array<QSplitter *, 3> splitters{m_rows, m_charts, m_lists};
    for (std::size_t i = 0; i < splitters.size(); ++i) {
        if (!m_remembered.splitters[i].isEmpty())
            splitters[i]->restoreState(m_remembered.splitters[i]);
    }
    for (std::size_t i = 0; i < m_panelActions.size(); ++i)
        m_panelActions[i]->setChecked(m_remembered.panels[i]);
    m_reader->setLayers(article::Layers(QFlag(m_remembered.layers)));
    m_findings->setTab(
        panels::FindingsPanel::Tab(std::clamp(m_remembered.tab, 0, panels::FindingsPanel::tabCount - 1)));
    m_findings->setOverLens(m_remembered.findingsOverLens);
}

void Workbench::resetLayout()
{
    for (QAction *action : m_panelActions)
        action->setChecked(true);
    const auto share = [](QSplitter *among, std::initializer_list<int> parts) {
        QList<int> sizes;
        for (const int part : parts)
            sizes.append(part * 100); // in proportion: the splitter fits them to its room
        among->setSizes(sizes);
    };
    share(m_charts, chartShares);
    share(m_lists, listShares);
    share(m_rows, rowShares);
}

} // namespace demarche::app
