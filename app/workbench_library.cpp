#include "app/columnquestions.h"
#include "app/workbench.h"

#include "models/lens/loading.h"
#include "views/dialogs/beginfolder.h"
#include "views/dialogs/importreport.h"
#include "views/panels/articlespanel.h"
#include "views/panels/lensbar.h"
#include "views/panels/startpage.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QProgressBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

/// Articles come in: opening, importing, growing the index.
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
        showStart();
        if (m_library->importsInBackground())
            return;
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
    connect(m_library.get(), &Library::importFailed, this, [this](const QString &line) {
        m_progress->hide();
        m_cancel->hide();
        growIndex();
        m_message->setText(line);
    });
    connect(m_library.get(), &Library::importFinished, this, [this](const corpus::ImportReport &report) {
        if (report.progress.inBackground) {
            takeGathered(report);
            return;
        }
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

void Workbench::buildStart()
{
    QList<QAction *> ways;
    for (const QString &name :
         {u"file-open-files"_s, u"file-open-folder"_s, u"file-open-address"_s, u"file-feeds-and-folders"_s})
        ways.append(menuBar()->findChild<QAction *>(name));
    m_start = new panels::StartPage(ways, centralWidget());
    m_start->hide();
    static_cast<QVBoxLayout *>(centralWidget()->layout())->addWidget(m_start, 1);
}

/// Not while the first articles are being imported: then the window fills by itself.
void Workbench::showStart()
{
    const bool importing = m_library->isImporting() && !m_library->importsInBackground();
    const bool empty = m_loaded && m_session->index().articleCount() == 0 && !importing;
    if (empty == m_start->isVisibleTo(centralWidget()))
        return;
    m_start->setVisible(empty);
    m_lensBar->setHidden(empty);
    m_rows->setHidden(empty);
    if (!empty)
        m_articles->setFocus();
}

void Workbench::takeIndex(const std::shared_ptr<lens::EvidenceIndex> &index)
{
    m_triggers.clear();
    ++m_indexes;
    if (std::exchange(m_loaded, true)) {
        m_session->setIndex(std::move(*index));
        return;
    }
    m_session->setIndex(std::move(*index));
    m_session->replace(m_remembered.lens);
    if (m_session->shows(m_remembered.article))
        openArticle(m_remembered.article);
    // Keys are for the articles: in the box of targets, which comes first, they would be letters.
    if (focusWidget() == nullptr || m_lensBar->isAncestorOf(focusWidget()))
        m_articles->setFocus();
    emit ready();
    // What is opened with the window is on its way by then.
    QMetaObject::invokeMethod(this, &Workbench::showStart, Qt::QueuedConnection);
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
    showStart();
}

void Workbench::showReport(const corpus::ImportReport &report)
{
    auto *dialog = new dialogs::ImportReport(report, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &dialogs::ImportReport::columnsWanted, this, &Workbench::askForColumns);
    dialog->open();
}

void Workbench::askForColumns(const QStringList &tables)
{
    auto *questions = new ColumnQuestions(tables, this);
    connect(questions, &ColumnQuestions::failed, m_message, &QLabel::setText);
    connect(questions, &ColumnQuestions::answered, this,
            [this](const std::vector<corpus::Input> &inputs) { m_library->import(inputs); });
    questions->ask();
}

/// Files are known by their content: all of them come first, endings only narrow the choice.
QString Workbench::fileFilters()
{
    return QStringList{tr("All files (*)"),
                       tr("Documents (*.pdf *.docx *.docm *.odt *.fodt *.rtf)"),
                       tr("Texts and pages (*.txt *.text *.html *.htm *.xhtml)"),
                       tr("Mail (*.eml *.mbox *.mbx)"),
                       tr("Tables and records (*.csv *.tsv *.json *.jsonl *.ndjson)"),
                       tr("Feeds and agencies’ formats (*.xml *.rss *.atom *.rdf *.nitf *.newsml)"),
                       tr("Archives (*.zip *.7z *.tar *.gz *.tgz *.bz2 *.xz *.zst *.warc)")}
        .join(u";;"_s);
}

/// Those opened last stand first; articles that the program brought along are not of the user's own.
void Workbench::remember(const QStringList &paths)
{
    constexpr qsizetype mostRecent = 10;
    QStringList &recent = m_remembered.recent;
    for (const QString &path : paths) {
        if (path.startsWith(u':'))
            continue;
        const QString whole = QFileInfo(path).absoluteFilePath();
        recent.removeAll(whole);
        recent.prepend(whole);
    }
    recent = recent.first(std::min(recent.size(), mostRecent));
    m_recent->setEnabled(!recent.isEmpty());
}

void Workbench::fillRecent()
{
    m_recent->clear();
    for (const QString &path : std::as_const(m_remembered.recent)) {
        QString words = m_recent->fontMetrics().elidedText(path, Qt::ElideMiddle, 420);
        connect(m_recent->addAction(words.replace(u'&', "&&"_L1)), &QAction::triggered, this,
                [this, path] { openPaths({path}); });
    }
    m_recent->addSeparator();
    connect(m_recent->addAction(tr("&Forget these")), &QAction::triggered, this, [this] {
        m_remembered.recent.clear();
        m_recent->setEnabled(false);
    });
}

QString Workbench::folderOfArticles() const
{
    return dialogs::beginFolder(m_remembered.folder, QStandardPaths::DocumentsLocation);
}

void Workbench::askForFiles()
{
    const QStringList files =
        QFileDialog::getOpenFileNames(this, tr("Open articles"), folderOfArticles(), fileFilters());
    if (!files.isEmpty())
        m_remembered.folder = QFileInfo(files.first()).absolutePath();
    openPaths(files);
}

void Workbench::askForFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Open a folder of articles"), folderOfArticles());
    if (folder.isEmpty())
        return;
    m_remembered.folder = folder;
    openPaths({folder});
}

} // namespace demarche::app
