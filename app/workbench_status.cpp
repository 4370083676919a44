#include "app/workbench.h"

#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

/// The status bar: messages, an import's progress, what the store holds.
namespace demarche::app {

using namespace Qt::StringLiterals;
using tables::counted;

void Workbench::buildStatusBar()
{
    m_message = new QLabel;
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAccessibleName(tr("Message"));
    m_counts = new QLabel;
    m_counts->setTextFormat(Qt::PlainText);
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_counts->setAccessibleName(tr("What the store holds"));
    m_progress = new QProgressBar;
    m_progress->setFixedWidth(180);
    m_progress->setMaximumHeight(14);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Import"));
    m_cancel = new QToolButton;
    m_cancel->setObjectName(u"cancelImport"_s);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop the import; what is stored by then stays"));
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_library->cancelImport(); });
    m_message->setContentsMargins(8, 0, 0, 0);
    m_counts->setContentsMargins(0, 0, 8, 0);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_message);
    statusBar()->addWidget(m_progress);
    statusBar()->addWidget(m_cancel);
    statusBar()->addPermanentWidget(m_counts);
    m_progress->hide();
    m_cancel->hide();
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
    if (progress.inBackground)
        return;
    m_progress->setRange(0, progress.read.bytesTotal > 0 ? 1000 : 0);
    m_progress->setValue(int(progress.read.share() * 1000));
    QString told = tr("Importing: %1").arg(counted(progress.added, tr("article"), tr("articles")));
    if (progress.read.rate() > 0)
        told += tr(", %1 a second").arg(QString::number(progress.read.rate(), 'f', 0));
    if (const QString left = corpus::durationInWords(progress.read.remaining()); !left.isEmpty())
        told += tr(", %1 left").arg(left);
    m_message->setText(told);
}

} // namespace demarche::app
