#include "models/lens/aggregates.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace demarche::lens {

namespace {

/// What a lens asks of a piece of evidence, laid out for the pass over the rows.
struct RowTest
{
    RowTest(const EvidenceIndex &index, const ArticleFilter &filter, const Lens &lens, const QString &target)
        : index(index)
        , filter(filter)
        , rows(index.evidence(target))
        , copied(lens.countCopies ? nothingCopied() : index.copiedEvidence(target))
        , once(!lens.countCopies)
        , chosen(chosenCountries(index, lens))
        , from(dayOf(lens.from))
        , to(lens.to.isValid() ? dayOf(lens.to) : std::numeric_limits<Day>::max())
        , anyDay(!lens.from.isValid() && !lens.to.isValid())
        , kinds(lens.kinds)
    {
    }

    /// The article's search, publisher and sources, and the kind: what no view leaves out.
    [[nodiscard]] bool stands(std::size_t row) const
    {
        constexpr int byArticle = ArticleFilter::Search | ArticleFilter::Publisher | ArticleFilter::Sources;
        return (filter.bits(rows.article[row]) & byArticle) == 0 &&
               (kinds.toInt() & int(rows.kind[row])) != 0;
    }
    [[nodiscard]] bool inDates(std::size_t row) const
    {
        return anyDay || (rows.day[row] != noDay && rows.day[row] >= from && rows.day[row] <= to);
    }
    [[nodiscard]] bool ofChosen(std::size_t row) const { return chosen[rows.country[row]]; }
    /// What the row is counted under: its story, or its article where copies count.
    [[nodiscard]] ArticleAt source(std::size_t row) const
    {
        return once ? index.story(rows.article[row]) : rows.article[row];
    }
    /// Calls each(row, first, firstInDates) for the rows that count (copies.h).
    template <typename Each>
    void eachCounted(Each each) const
    {
        lens::eachCounted(
            rows.size(), copied, [this](std::size_t row) { return stands(row); },
            [this](std::size_t row) { return inDates(row); },
            [this](std::size_t row) { return once && index.isCopied(rows.article[row]); }, each);
    }

    static const CopiedRows &nothingCopied()
    {
        static const CopiedRows none;
        return none;
    }

    const EvidenceIndex &index;
    const ArticleFilter &filter;
    const EvidenceColumns &rows;
    const CopiedRows &copied;
    bool once;
    std::vector<bool> chosen;
    Day from;
    Day to;
    bool anyDay;
    Kinds kinds;
};

/// What a country gathers during the pass.
struct Gathered
{
    StanceSum sum;
    int evidence = 0;
    int articles = 0;
    std::int64_t lastSource = -1; ///< article, or story, of the last piece
};

struct PeriodSum
{
    StanceSum sum;
    int evidence = 0;
};

/// Weights by age in days, reckoned once.
std::vector<FixedAge> ageTable(int days)
{
    std::vector<FixedAge> table(std::size_t(std::clamp(days, 0, 40'000)) + 1);
    for (std::size_t day = 0; day < table.size(); ++day)
        table[day] = fixedAgeWeight(int(day));
    return table;
}

/// The few gravest events met so far, each once: the same day, country and value in several reports is one
/// event.
class Gravest
{
public:
    explicit Gravest(const EvidenceColumns &rows)
        : m_rows(rows)
    {
    }

    /// Takes an action grave enough; anything else is passed over.
    void offer(std::uint32_t row)
    {
        if (m_rows.kind[row] != Kind::Action || std::abs(m_rows.value[row]) < graveValue ||
            m_rows.day[row] == noDay)
            return;
        const std::int32_t gravity = std::abs(m_rows.sums[row].weighted);
        if (m_kept.size() == mostMarks && gravity <= gravityOf(m_kept.back()))
            return;
        if (std::ranges::find(m_kept, event(row), [&](std::uint32_t kept) { return event(kept); }) !=
            m_kept.end())
            return;
        const auto lighter =
            std::ranges::find_if(m_kept, [&](std::uint32_t kept) { return gravityOf(kept) < gravity; });
        m_kept.insert(lighter, row);
        if (m_kept.size() > mostMarks)
            m_kept.pop_back();
    }

    [[nodiscard]] std::vector<std::uint32_t> inOrderOfTime()
    {
        std::ranges::sort(m_kept, {}, [&](std::uint32_t row) { return event(row); });
        return std::move(m_kept);
    }

private:
    [[nodiscard]] std::tuple<Day, CountryId, float> event(std::uint32_t row) const
    {
        return {m_rows.day[row], m_rows.country[row], m_rows.value[row]};
    }
    [[nodiscard]] std::int32_t gravityOf(std::uint32_t row) const
    {
        return std::abs(m_rows.sums[row].weighted);
    }

    const EvidenceColumns &m_rows;
    std::vector<std::uint32_t> m_kept; ///< gravest first
};

class Pass
{
public:
    Pass(const EvidenceIndex &index, const RowTest &test, const Lens &lens, const Calendar &calendar)
        : m_test(test)
        , m_rows(test.rows)
        , m_calendar(calendar)
        , m_lastDay(dayOf(lens.to.isValid() ? lens.to : index.lastDay()))
        , m_ages(ageTable(m_lastDay == noDay ? 0
                                             : int(std::int64_t(m_lastDay) - dayOf(index.firstDay())) + 3660))
        , m_byCountry(index.countryNames().size())
        , m_byPeriod(index.countryNames().size() * std::size_t(calendar.size()))
    {
    }

    void run(Aggregates &result, Gravest &gravest)
    {
        std::int64_t lastShown = -1;
        m_test.eachCounted([&](std::size_t row, bool first, bool inDates) {
            const bool ofChosen = m_test.ofChosen(row);
            if (inDates)
                addToCountry(row);
            if (first)
                addToPeriod(row);
            if (first && ofChosen)
                gravest.offer(std::uint32_t(row));
            if (ofChosen && inDates) {
                ++result.evidence;
                result.evidenceArticles += m_test.source(row) != lastShown;
                lastShown = m_test.source(row);
            }
        });
        takeCountries(result);
    }

    [[nodiscard]] CountryLine line(CountryId country) const
    {
        CountryLine line{country, {}};
        const std::size_t first = country * std::size_t(m_calendar.size());
        for (int period = 0; period < m_calendar.size(); ++period) {
            const PeriodSum &sum = m_byPeriod[first + std::size_t(period)];
            if (sum.evidence > 0)
                line.periods.push_back({period, sum.sum.score(), sum.evidence});
        }
        return line;
    }

private:
    void addToCountry(std::size_t row)
    {
        Gathered &country = m_byCountry[m_rows.country[row]];
        country.sum.add(m_rows.sums[row], age(m_rows.day[row]));
        ++country.evidence;
        country.articles += m_test.source(row) != country.lastSource;
        country.lastSource = m_test.source(row);
    }

    void addToPeriod(std::size_t row)
    {
        const int period = m_calendar.indexOf(m_rows.day[row]);
        if (period < 0)
            return;
        PeriodSum &sum =
            m_byPeriod[m_rows.country[row] * std::size_t(m_calendar.size()) + std::size_t(period)];
        sum.sum.add(m_rows.sums[row]);
        ++sum.evidence;
    }

    [[nodiscard]] FixedAge age(Day day) const
    {
        if (day == noDay || m_lastDay == noDay || day >= m_lastDay)
            return ageUnit;
        const auto days = std::size_t(std::int64_t(m_lastDay) - day);
        return m_ages[std::min(days, m_ages.size() - 1)];
    }

    void takeCountries(Aggregates &result) const
    {
        for (std::size_t id = 0; id < m_byCountry.size(); ++id) {
            const Gathered &country = m_byCountry[id];
            if (country.evidence > 0)
                result.countries.push_back(
                    {CountryId(id), country.sum.score(), country.evidence, country.articles});
        }
        std::ranges::stable_sort(result.countries, std::greater(), &CountryTotal::evidence);
        for (const CountryTotal &total : result.countries)
            result.histories.push_back(line(total.country));
    }

    const RowTest &m_test;
    const EvidenceColumns &m_rows;
    const Calendar &m_calendar;
    Day m_lastDay;
    std::vector<FixedAge> m_ages;
    std::vector<Gathered> m_byCountry;
    std::vector<PeriodSum> m_byPeriod; ///< country × period
};

/// The chosen countries' lines in the lens's order, else of those of which most is known.
void takeLines(Aggregates &result, const Pass &pass, const EvidenceIndex &index, const Lens &lens)
{
    for (const QString &country : lens.countries) {
        if (const int id = index.countryNames().find(country); id >= 0)
            result.lines.push_back(pass.line(CountryId(id)));
    }
    if (lens.countries.isEmpty()) {
        for (const CountryTotal &total : result.countries) {
            if (result.lines.size() < mostLines)
                result.lines.push_back(pass.line(total.country));
        }
    }
    std::erase_if(result.lines, [](const CountryLine &line) { return line.periods.empty(); });
}

/// Counts the articles of stories with copies: a story at its first copy that the lens shows. Marks the first
/// copies among those of the lens's days.
void takeStories(Aggregates &result, const EvidenceIndex &index, const ArticleFilter &filter,
                 std::vector<bool> &leads, bool once)
{
    std::int64_t counted = -1; // the story that has its first copy
    std::int64_t led = -1;
    for (const ArticleAt article : index.copies()) {
        const int bits = filter.bits(article);
        const std::int64_t story = index.story(article);
        if ((bits & ~ArticleFilter::Dates) == 0 && (!once || story != std::exchange(counted, story))) {
            if (const int period = result.calendar.indexOf(index.day(article)); period >= 0)
                ++result.volume[std::size_t(period)];
            else
                ++result.undated;
        }
        if (bits == 0 && story != std::exchange(led, story))
            leads[article] = true;
    }
}

void takeArticles(Aggregates &result, const EvidenceIndex &index, const ArticleFilter &filter,
                  const Lens &lens)
{
    result.volume.assign(std::size_t(result.calendar.size()), 0);
    std::vector<bool> publishers(index.publisherNames().size());
    for (const ArticleAt article : index.newestFirst()) {
        const int bits = filter.bits(article);
        if ((bits & ~ArticleFilter::Dates) != 0)
            continue;
        const int period = index.isCopied(article) ? -1 : result.calendar.indexOf(index.day(article));
        if (period >= 0)
            ++result.volume[std::size_t(period)];
        else if (!index.isCopied(article))
            ++result.undated;
        if (bits == 0) {
            result.articles.push_back(article);
            if (!index.publisherNames().at(index.publisher(article)).isEmpty())
                publishers[index.publisher(article)] = true;
        }
    }
    result.publishers = int(std::ranges::count(publishers, true));
    std::vector<bool> leads(filter.size());
    takeStories(result, index, filter, leads, !lens.countCopies);
    std::ranges::copy_if(result.articles, std::back_inserter(result.leads),
                         [&](ArticleAt at) { return !index.isCopied(at) || leads[at]; });
}

Calendar calendarOf(const EvidenceIndex &index)
{
    std::vector<Day> days(index.articleCount());
    std::ranges::transform(index.newestFirst(), days.rbegin(), [&](ArticleAt at) { return index.day(at); });
    return {fitting(std::move(days)), index.firstDay(), index.lastDay()};
}

} // namespace

Aggregates aggregate(const EvidenceIndex &index, const ArticleFilter &filter, const Lens &lens,
                     const QString &target)
{
    Aggregates result;
    result.target = target;
    result.countsStories = !lens.countCopies && !index.copies().empty();
    if (index.firstDay().isValid())
        result.calendar = calendarOf(index);
    const RowTest test(index, filter, lens, target);
    Gravest gravest(test.rows);
    Pass pass(index, test, lens, result.calendar);
    pass.run(result, gravest);
    takeLines(result, pass, index, lens);
    result.gravest = gravest.inOrderOfTime();
    takeArticles(result, index, filter, lens);
    return result;
}

std::vector<std::uint32_t> shownEvidence(const EvidenceIndex &index, const ArticleFilter &filter,
                                         const Lens &lens, const QString &target)
{
    const RowTest test(index, filter, lens, target);
    std::vector<std::uint32_t> rows;
    test.eachCounted([&](std::size_t row, bool, bool inDates) {
        if (inDates && test.ofChosen(row))
            rows.push_back(std::uint32_t(row));
    });
    std::ranges::sort(rows);
    return rows;
}

} // namespace demarche::lens
