#pragma once

#include "models/lens/filter.h"
#include "models/lens/score.h"

#include <QFlags>

namespace demarche::lens {

/// A country's stance toward the target.
struct CountryTotal
{
    CountryId country = 0;
    double score = 0;
    int evidence = 0; ///< pieces, > 0
    int articles = 0; ///< in which they stand; stories where a story counts once
};

/// The same for one period of the calendar.
struct PeriodTotal
{
    int period = 0; ///< a number of the Aggregates' calendar
    double score = 0;
    int evidence = 0;
};

struct CountryLine
{
    CountryId country = 0;
    std::vector<PeriodTotal> periods; ///< in order; those without evidence are left out
};

/// Everything that the views show of a lens, counted in one pass. As with linked charts elsewhere, each view
/// leaves its own dimension out, so that what was not chosen can still be seen and chosen: the map's totals
/// ignore the chosen countries, the timeline's lines and volume ignore the dates. Unless the lens counts
/// copies, copies of a story count once: README.md says which.
struct Aggregates
{
    QString target;                      ///< toward whom
    std::vector<CountryTotal> countries; ///< most evidence first; without regard to the chosen countries
    Calendar calendar;                   ///< over all days with articles
    std::vector<CountryLine> histories;  ///< of each of `countries`, in their order, without regard to the dates
    std::vector<CountryLine> lines;      ///< of the chosen countries, else of those with most evidence
    std::vector<int> volume;             ///< articles a period, without regard to the dates; a story at the
                                         ///< day of its first copy
    int undated = 0;                     ///< articles that no period has: their day is unknown
    std::vector<std::uint32_t> gravest;  ///< rows of the target's evidence, in order of time
    std::vector<ArticleAt> articles;     ///< that the lens shows, newest first; with all copies
    std::vector<ArticleAt> leads;        ///< of them the first copy of each story, newest first
    bool countsStories = false;          ///< a story counts once, and some have copies
    int evidence = 0;                    ///< pieces that the lens shows
    int evidenceArticles = 0;            ///< articles in which they stand; stories where a story counts once
    int publishers = 0;                  ///< of `articles`
};

/// How many lines are drawn where no country is chosen, and how many single actions are marked.
inline constexpr std::size_t mostLines = 6;
inline constexpr std::size_t mostMarks = 12;
/// An action at least this far from zero is grave.
inline constexpr float graveValue = 4.0F;

/// `filter` must have been brought up to date with the same index and lens. Dates that stances age by count
/// from the lens's last day, else from the day of the newest article.
[[nodiscard]] Aggregates aggregate(const EvidenceIndex &index, const ArticleFilter &filter, const Lens &lens,
                                   const QString &target);

/// The rows of the target's evidence that the lens shows, in the index's order.
[[nodiscard]] std::vector<std::uint32_t> shownEvidence(const EvidenceIndex &index,
                                                       const ArticleFilter &filter, const Lens &lens,
                                                       const QString &target);

} // namespace demarche::lens
