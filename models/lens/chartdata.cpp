#include "models/lens/chartdata.h"

namespace demarche::lens {

using namespace Qt::StringLiterals;

namespace {

std::vector<charts::StancePoint> pointsOf(const CountryLine &line, const Calendar &calendar)
{
    std::vector<charts::StancePoint> points;
    points.reserve(line.periods.size());
    for (const PeriodTotal &total : line.periods)
        points.push_back({calendar.start(total.period), total.score, total.evidence});
    return points;
}

charts::StanceSeries seriesOf(const CountryLine &line, const EvidenceIndex &index, const Calendar &calendar,
                              const NameOf &nameOf)
{
    const QString &iso3 = index.countryNames().at(line.country);
    return {iso3, nameOf(iso3), pointsOf(line, calendar)};
}

charts::EventMark markOf(std::uint32_t row, const EvidenceIndex &index, const EvidenceColumns &rows,
                         const MarkLabel &markLabel)
{
    const qint64 article = index.id(rows.article[row]);
    const QString &country = index.countryNames().at(rows.country[row]);
    const int action = rows.finding[row];
    return {dateOf(rows.day[row]), rows.value[row], markLabel(article, action, country),
            int(article),          action,          country};
}

} // namespace

charts::MapData mapData(const EvidenceIndex &index, const Aggregates &aggregates, const NameOf &nameOf)
{
    charts::MapData data;
    data.target = aggregates.target;
    data.targetName = nameOf(aggregates.target);
    data.period = aggregates.calendar.period();
    data.first = index.firstDay();
    data.last = index.lastDay();
    data.areStories = aggregates.countsStories;
    for (std::size_t i = 0; i < aggregates.countries.size(); ++i) {
        const CountryTotal &total = aggregates.countries[i];
        data.countries.push_back({index.countryNames().at(total.country), total.score, total.evidence,
                                  total.articles, pointsOf(aggregates.histories[i], aggregates.calendar)});
    }
    return data;
}

charts::TimelineData timelineData(const EvidenceIndex &index, const Aggregates &aggregates,
                                  const NameOf &nameOf, const MarkLabel &markLabel)
{
    charts::TimelineData data;
    data.target = aggregates.target;
    data.targetName = nameOf(aggregates.target);
    data.period = aggregates.calendar.period();
    data.first = index.firstDay();
    data.last = index.lastDay();
    for (const CountryLine &line : aggregates.lines)
        data.series.push_back(seriesOf(line, index, aggregates.calendar, nameOf));
    for (std::size_t period = 0; period < aggregates.volume.size(); ++period)
        data.volume.push_back({aggregates.calendar.start(int(period)), aggregates.volume[period]});
    data.undated = aggregates.undated;
    data.areStories = aggregates.countsStories;
    const EvidenceColumns &rows = index.evidence(aggregates.target);
    for (const std::uint32_t row : aggregates.gravest)
        data.marks.push_back(markOf(row, index, rows, markLabel));
    return data;
}

charts::Caption caption(const EvidenceIndex &index, const Aggregates &aggregates, const Lens &lens,
                        const Names &names)
{
    charts::Caption caption;
    caption.title =
        aggregates.target.isEmpty() ? u"Stances"_s : u"Stance toward "_s + names.country(aggregates.target);
    Lens undated = lens;
    undated.from = undated.to = QDate();
    caption.lens = inWords(undated, names);
    caption.dates = inWords(lens.from.isValid() ? lens.from : index.firstDay(),
                            lens.to.isValid() ? lens.to : index.lastDay());
    caption.articles = int(aggregates.articles.size());
    caption.stories = lens.countCopies ? 0 : int(aggregates.leads.size());
    caption.publishers = aggregates.publishers;
    return caption;
}

} // namespace demarche::lens
