#include "views/export/picturedata.h"

#include "models/analysis/rows.h"
#include "models/charts/calendar.h"
#include "models/charts/stancescale.h"
#include "models/charts/worldmap.h"

namespace demarche::views {

using namespace Qt::StringLiterals;
using analysis::csvCell;
using analysis::csvNumber;

namespace {

QByteArray line(const QList<QByteArray> &cells)
{
    return cells.join(',') + "\r\n";
}

QByteArray dated(QDate day)
{
    return day.toString(Qt::ISODate).toLatin1();
}

QByteArray lastOf(QDate period, charts::Period length)
{
    return dated(charts::next(period, length).addDays(-1));
}

QByteArray labelled(double score)
{
    return csvCell(charts::nameOf(charts::labelOf(score)));
}

QByteArray mapRows(const Picture &picture)
{
    QByteArray rows;
    for (const charts::CountryStance &stance : picture.map.countries) {
        if (stance.evidence == 0)
            continue;
        const int country = charts::worldMap().indexOf(stance.iso3);
        const QString name =
            country < 0 ? stance.iso3 : charts::worldMap().countries[static_cast<std::size_t>(country)].name;
        rows += line({"map", csvCell(stance.iso3), csvCell(name), csvCell(picture.map.targetName),
                      dated(picture.timeline.first), dated(picture.timeline.last), csvNumber(stance.score),
                      labelled(stance.score), QByteArray::number(stance.evidence),
                      QByteArray::number(stance.articles)});
    }
    return rows;
}

QByteArray timelineRows(const charts::TimelineData &data)
{
    QByteArray rows;
    for (const charts::StanceSeries &series : data.series) {
        for (const charts::StancePoint &point : series.points)
            rows += line({"timeline",
                          csvCell(series.iso3),
                          csvCell(series.name),
                          csvCell(data.targetName),
                          dated(point.period),
                          lastOf(point.period, data.period),
                          csvNumber(point.score),
                          labelled(point.score),
                          QByteArray::number(point.evidence),
                          {}});
    }
    for (const charts::VolumeBar &bar : data.volume)
        rows += line({"volume",
                      {},
                      {},
                      {},
                      dated(bar.period),
                      lastOf(bar.period, data.period),
                      {},
                      {},
                      {},
                      QByteArray::number(bar.articles)});
    return rows;
}

} // namespace

QByteArray figures(const Picture &picture)
{
    QByteArray table =
        line({"chart", "country", "name", "toward", "from", "to", "score", "label", "evidence", "articles"});
    if (picture.content != PictureContent::Timeline)
        table += mapRows(picture);
    if (picture.content != PictureContent::Map)
        table += timelineRows(picture.timeline);
    return table;
}

} // namespace demarche::views
