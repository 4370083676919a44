#include "app/workbench.h"

#include "models/charts/excerpt.h"
#include "models/lens/chartdata.h"
#include "models/lens/loading.h"
#include "views/export/exportdialog.h"
#include "views/map/mapview.h"

#include <QFileDialog>
#include <QLabel>

/// Pictures and tables of what the lens shows.
namespace demarche::app {

using namespace Qt::StringLiterals;

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
    picture.timeline =
        charts::excerpt(std::move(picture.timeline), m_session->lens().from, m_session->lens().to);
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
    m_library->exportTable(what, file, lens::filterOf(m_session->lens()), m_session->lens().countCopies);
}

} // namespace demarche::app
