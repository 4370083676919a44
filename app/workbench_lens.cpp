#include "app/workbench.h"

#include "models/lens/chartdata.h"
#include "models/lens/loading.h"
#include "views/article/reader.h"
#include "views/map/mapview.h"
#include "views/panels/findingspanel.h"
#include "views/timeline/timelineview.h"

#include <QLabel>

/// The lens and what looks through it.
namespace demarche::app {

using namespace Qt::StringLiterals;
using tables::FindingKind;

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
    readMarks();
    m_reader->setSearch(lens.search);
    m_countCopies->setChecked(lens.countCopies);
    showCounts();
    keepArticleInLens();
}

void Workbench::showEvidenceOf(const QString &iso3)
{
    lens::Lens lens = m_session->lens();
    lens.countries = QStringList{iso3};
    m_session->look(std::move(lens));
    m_findings->setOverLens(true);
    m_findings->setTab(panels::FindingsPanel::Evidence);
}

} // namespace demarche::app
