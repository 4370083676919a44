#include "models/analysis/storydays.h"

#include <algorithm>

namespace demarche::analysis {

namespace {

constexpr int reach = 2;         ///< sentences over which a day goes on
constexpr int longestMonth = 31; ///< a year told of is background: what follows is not of it
constexpr int latestReport = 3;  ///< days after the event by which papers report it
constexpr int shortestTold = 8;  ///< tokens: no heading, name or dateline

} // namespace

StoryDays::StoryDays(const Reading &reading)
    : m_reading(reading)
    , m_own(reading.annotation.document.sentences.size())
    , m_parties(m_own.size())
{
    for (int t = 0; t < int(reading.actorAt.size()); ++t) {
        if (const ActorId actor = reading.actorAt[size_t(t)]; actor >= 0)
            m_parties[size_t(reading.tree.sentenceOf(t))].push_back(actor);
    }
}

void StoryDays::tell(int sentence, const DateRange &day)
{
    DateRange &own = m_own[size_t(sentence)];
    if (!own.isValid() && day.isValid())
        own = day;
}

bool StoryDays::isTold(int sentence) const
{
    const text::Sentence &s = m_reading.annotation.document.sentences[size_t(sentence)];
    return !s.heading && s.size() >= shortestTold;
}

bool StoryDays::isAmongFirst(int token, int sentences) const
{
    int told = 0;
    for (int s = 0; s <= m_reading.tree.sentenceOf(token) && told <= sentences; ++s)
        told += isTold(s);
    return told <= sentences;
}

bool StoryDays::names(int sentence, const std::vector<ActorId> &parties) const
{
    const auto &actors = m_reading.analysis.actors;
    const auto &mentioned = m_parties[size_t(sentence)];
    return std::ranges::all_of(parties, [&](ActorId party) {
        const QString &country = actors[size_t(party)].country;
        const bool alone =
            !country.isEmpty() && // of two of one state each must be named himself
            std::ranges::count(parties, country, [&](ActorId p) { return actors[size_t(p)].country; }) == 1;
        return std::ranges::any_of(mentioned, [&](ActorId other) {
            return other == party || (alone && actors[size_t(other)].country == country);
        });
    });
}

int StoryDays::lastTold(int sentence) const
{
    for (int before = sentence - 1; before >= std::max(0, sentence - reach); --before) {
        if (tells(before))
            return before;
    }
    return -1;
}

std::optional<DateRange> StoryDays::goingOn(int token, const std::vector<ActorId> &parties) const
{
    const int sentence = m_reading.tree.sentenceOf(token);
    if (tells(sentence) || parties.empty())
        return std::nullopt;
    if (const int before = lastTold(sentence); before >= 0) {
        const DateRange &day = m_own[size_t(before)];
        const bool goesOn = day.first.daysTo(day.last) < longestMonth && names(before, parties);
        return goesOn ? std::optional(day) : std::nullopt;
    }
    const int first = lead();
    const bool reported = parties.size() > 1 && first < sentence && isReport(first) && names(first, parties);
    return reported ? std::optional(m_own[size_t(first)]) : std::nullopt;
}

QDate StoryDays::dayBefore(int sentence) const
{
    const int before = lastTold(sentence);
    if (before < 0)
        return news();
    const DateRange &day = m_own[size_t(before)];
    return day.first == day.last ? day.first : QDate();
}

/// A line at the head that ends with a stop, stands alone and tells no day.
bool StoryDays::isTitle(int sentence) const
{
    const auto &sentences = m_reading.annotation.document.sentences;
    return sentences[size_t(sentence)].heading || (sentence == 0 && !tells(0) && sentences.size() > 1 &&
                                                   sentences[0].paragraph != sentences[1].paragraph);
}

int StoryDays::lead() const
{
    int first = 0;
    while (first < int(m_own.size()) && isTitle(first))
        ++first;
    return first;
}

/// Whether a sentence tells of a single day just before the article's own.
bool StoryDays::isReport(int sentence) const
{
    const QDate written = m_reading.analysis.published.date;
    const DateRange &day = m_own[size_t(sentence)];
    return day.isValid() && day.first == day.last && day.last <= written &&
           day.first.daysTo(written) <= latestReport;
}

QDate StoryDays::news() const
{
    const int first = lead();
    return first < int(m_own.size()) && isReport(first) ? m_own[size_t(first)].first
                                                        : m_reading.analysis.published.date;
}

} // namespace demarche::analysis
