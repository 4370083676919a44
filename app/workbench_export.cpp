#include "app/workbench.h"

#include "models/charts/excerpt.h"
#include "models/lens/chartdata.h"
#include "models/lens/loading.h"
#include "views/export/exportdialog.h"
#include "views/map/mapview.h"
#include "views/timeline/timelineview.h"

#include <QFileDialog>
#include <QLabel>

/// Pictures and tables of what the lens shows.
namespace demarche::app {

using namespace Qt::StringLiterals;

views::Picture Workbench::picture()
{
    // A picture tells its marks in words, and is not made twice.
    const std::vector<ActionAt> untold = untoldMarks();
    tellMarks(untold, m_library->triggers(untold));
    const lens::Aggregates &shown = m_session->aggregates();
    const lens::EvidenceIndex &index = m_session->index();
    views::Picture picture;
    picture.map = m_map->data();
    picture.timeline = charts::excerpt(m_timeline->data(), m_session->lens().from, m_session->lens().to);
    picture.caption = lens::caption(index, shown, m_session->lens(), m_session->names(m_words.country));
    picture.selected = m_session->lens().countries;
    return picture;
}

void Workbench::exportPicture()
{
    auto *dialog = new views::ExportDialog(picture(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &views::ExportDialog::saved, this,
            [this](const QString &path) { m_message->setText(tr("Written: %1").arg(path)); });
    dialog->open();
}

/// In the size and colours that were exported last.
void Workbench::copyPicture()
{
    views::ExportDialog(picture(), this).copy();
    m_message->setText(tr("The picture is in the clipboard"));
}

void Workbench::exportTable(const QString &what)
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export %1").arg(what),
                                                      folderOfArticles() + u'/' + what + u".csv"_s,
                                                      tr("CSV (*.csv);;JSON lines (*.jsonl)"));
    if (file.isEmpty())
        return;
    m_message->setText(tr("Writing %1 …").arg(file));
    m_library->exportTable(what, file, lens::filterOf(m_session->lens(), m_session->sources()),
                           m_session->lens().countCopies);
}

} // namespace demarche::app
