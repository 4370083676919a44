#include "app/workbench.h"

#include "models/corpus/fetch/addresses.h"
#include "views/dialogs/sourcesdialog.h"
#include "views/panels/sourcespanel.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QSettings>
#include <QUrl>

/// What comes from feeds, folders and addresses; what is dropped and pasted.
namespace demarche::app {

using namespace Qt::StringLiterals;
using tables::counted;

namespace {

constexpr qint64 longestList = 16 * 1024 * 1024;
constexpr qsizetype longestAddress = 4000;

/// The address that a text is; empty for anything else.
QString addressIn(const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool oneWord =
        trimmed.size() < longestAddress && !trimmed.contains(u' ') && !trimmed.contains(u'\n');
    return oneWord && corpus::fetch::isWebAddress(trimmed) ? trimmed : QString();
}

/// The list of feeds in a file; nothing where it is none.
std::optional<corpus::sources::Opml> feedListIn(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly) || file.size() > longestList ||
        !corpus::sources::isOpml(file.peek(8 * 1024)))
        return std::nullopt;
    Result<corpus::sources::Opml> list = corpus::sources::readOpml(file.readAll(), path);
    return list ? std::optional(*std::move(list)) : std::nullopt;
}

QString firstAddress(const QMimeData &data)
{
    for (const QUrl &url : data.urls()) {
        if (!url.isLocalFile() && corpus::fetch::isWebAddress(url.toString()))
            return url.toString(QUrl::FullyEncoded);
    }
    return addressIn(data.text());
}

} // namespace

void Workbench::connectSources()
{
    connect(m_library.get(), &Library::sourcesLoaded, m_session, &lens::LensSession::setSources);
    connect(m_library.get(), &Library::gathering, this, &Workbench::showSources);
    connect(m_sourcesPanel, &panels::SourcesPanel::manageWanted, this, &Workbench::openSources);
    connect(m_sourcesPanel, &panels::SourcesPanel::refreshWanted, this,
            [this](const std::vector<qint64> &ids) { m_library->sources()->refresh(ids); });
    showSources();
}

bool Workbench::hasSources() const
{
    return m_library->sources() != nullptr && !m_library->sources()->list().empty();
}

/// The panel of sources is there where there is something to choose from.
void Workbench::showSources()
{
    QAction *action = m_panelActions.back();
    const bool has = hasSources();
    action->setEnabled(has);
    if (has)
        m_sourcesPanel->setList(m_library->sources()->list(), m_library->sources()->busy());
    const bool appears = has && action->isChecked() && m_sourcesPanel->isHidden();
    m_sourcesPanel->setVisible(has && action->isChecked());
    if (appears)
        widenArticles();
}

dialogs::SourcesDialog *Workbench::sourcesDialog()
{
    if (m_sourcesDialog == nullptr && m_library->sources() != nullptr) {
        m_sourcesDialog = new dialogs::SourcesDialog(*m_library->sources(), this);
        connect(m_sourcesDialog, &dialogs::SourcesDialog::importWanted, this,
                [this](const std::vector<corpus::Input> &inputs) { m_library->import(inputs); });
        connect(m_sourcesDialog, &dialogs::SourcesDialog::articlesWanted, this, [this](const QString &key) {
            lens::Lens lens = m_session->lens();
            lens.sources = QStringList{key};
            m_session->look(std::move(lens));
        });
        connect(m_sourcesDialog, &dialogs::SourcesDialog::settingsChanged, this,
                [](const corpus::sources::Settings &fetching) {
                    QSettings settings;
                    writeFetching(settings, fetching);
                });
    }
    return m_sourcesDialog;
}

void Workbench::openSources()
{
    if (dialogs::SourcesDialog *dialog = sourcesDialog()) {
        dialog->show();
        dialog->raise();
        dialog->activateWindow();
    }
}

void Workbench::openAddress(const QString &address)
{
    if (dialogs::SourcesDialog *dialog = sourcesDialog())
        dialog->askForAddress(address);
}

void Workbench::pasteAddress()
{
    const QString address = addressIn(QGuiApplication::clipboard()->text());
    if (address.isEmpty())
        m_message->setText(tr("The clipboard holds no web address"));
    else
        openAddress(address);
}

void Workbench::takeGathered(const corpus::ImportReport &report)
{
    growIndex();
    if (report.progress.added > 0)
        m_message->setText(tr("%1 from feeds and folders")
                               .arg(counted(report.progress.added, tr("article"), tr("articles"))));
}

void Workbench::openPaths(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (const QString address = addressIn(path); !address.isEmpty()) {
            openAddress(address);
        } else if (const auto list = feedListIn(path); list && sourcesDialog() != nullptr) {
            openSources();
            m_sourcesDialog->offer(*list);
        } else {
            files << path;
        }
    }
    if (files.isEmpty())
        return;
    remember(files);
    m_library->import(files);
}

void Workbench::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || !addressIn(event->mimeData()->text()).isEmpty())
        event->acceptProposedAction();
}

/// The drop itself ends first: an offer waits for the analyst.
void Workbench::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    const QString address = firstAddress(*event->mimeData());
    if (paths.isEmpty() && !address.isEmpty())
        paths << address;
    event->acceptProposedAction();
    QMetaObject::invokeMethod(this, [this, paths] { openPaths(paths); }, Qt::QueuedConnection);
}

} // namespace demarche::app
