#pragma once

#include "models/lens/periods.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

/// Plain data for the two charts: no painting, no Qt Charts. Made from the lens's aggregates, drawn by
/// views/map and views/timeline.
namespace demarche::charts {

/// One point of a country's stance line: the mean of that period's evidence.
struct StancePoint
{
    QDate period; ///< the first day of the period
    double score = 0;
    int evidence = 0;
};

/// How one country stands toward the target over the whole lens.
struct CountryStance
{
    QString iso3;
    double score = 0; ///< [-10, 10]
    int evidence = 0; ///< pieces; 0 means no data
    int articles = 0;
    std::vector<StancePoint> history = {}; ///< for the hover card's small line; may be left empty
};

/// What the map shows.
struct MapData
{
    QString target;     ///< ISO alpha-3 or a non-state actor's name
    QString targetName; ///< for people
    std::vector<CountryStance> countries;
    lens::Period period = lens::Period::Week; ///< of the countries' histories
    QDate first = {}; ///< the whole range that has articles; invalid when there are none
    QDate last = {};
    bool areStories = false; ///< what stances count as articles is stories: their copies count once
};

struct StanceSeries
{
    QString iso3;
    QString name;
    std::vector<StancePoint> points; ///< in order of time; periods without evidence have no point: a gap
    int look = -1; ///< which of the lines' colours and shapes of points (looks.h); -1: as its place says
};

struct VolumeBar
{
    QDate period;
    int articles = 0;
};

/// A grave single event marked on the timeline: a rupture or an agreement.
struct EventMark
{
    QDate day;
    double goldstein = 0;
    QString label; ///< "Colombia → Israel: recalled"
    int article = -1;
    int action = -1;
    QString country = {}; ///< who acts: its key
};

using Period = lens::Period;

/// What the timeline shows.
struct TimelineData
{
    QString target;
    QString targetName;
    Period period = Period::Week;
    QDate first; ///< the whole range that has articles; invalid when there are none
    QDate last;
    std::vector<StanceSeries> series;
    std::vector<VolumeBar> volume;
    int undated = 0; ///< articles whose day is unknown: they are in no bar
    std::vector<EventMark> marks;
    bool areStories = false; ///< what the bars count is stories: their copies count once
};

/// Which look a line has.
[[nodiscard]] inline std::size_t lookOf(const TimelineData &data, std::size_t series)
{
    const int look = data.series[series].look;
    return look < 0 ? series : std::size_t(look);
}

/// What an exported picture says of what it shows.
struct Caption
{
    QString title;    ///< "Stance toward Israel"
    QString lens;     ///< the filter in words, "Search: recall; Colombia, Chile"
    QString dates;    ///< "1 Oct 2023 – 30 Jun 2024"
    int articles = 0; ///< count of sources
    int stories = 0;  ///< that these articles tell; 0 where each article counts
    int publishers = 0;
};

} // namespace demarche::charts
