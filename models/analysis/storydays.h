#pragma once

#include "models/analysis/reading.h"

#include <optional>

namespace demarche::analysis {

/// The days that an article's sentences tell of, one after the other: what a sentence tells without a day
/// goes on with that of the sentence before.
class StoryDays
{
public:
    explicit StoryDays(const Reading &reading);

    /// The day on which the main clause of a sentence places what it tells; the first one given counts.
    void tell(int sentence, const DateRange &day);
    [[nodiscard]] bool tells(int sentence) const { return m_own[size_t(sentence)].isValid(); }

    /// The day that the sentence of a token goes on with: of one of the two before it that names the same
    /// parties, else of the one that the article opens with where it names them both. None where it tells a
    /// day itself.
    [[nodiscard]] std::optional<DateRange> goingOn(int token, const std::vector<ActorId> &parties) const;
    /// The last single day told of in one of the sentences just before, else the one reported.
    [[nodiscard]] QDate dayBefore(int sentence) const;
    /// The day that the article reports: that of the sentence it opens with where it lies just before its
    /// own, else its own.
    [[nodiscard]] QDate news() const;
    /// The sentence that the article opens with, behind its titles; the count of sentences where all are
    /// titles.
    [[nodiscard]] int lead() const;
    /// Whether a sentence names all of these parties, or others of their states.
    [[nodiscard]] bool names(int sentence, const std::vector<ActorId> &parties) const;
    /// Whether so many sentences, headings aside, are told before that of the token.
    [[nodiscard]] bool isAmongFirst(int token, int sentences) const;

private:
    /// Of the sentences just before, the last that tells a day; -1 for none.
    [[nodiscard]] int lastTold(int sentence) const;
    [[nodiscard]] bool isTold(int sentence) const;
    [[nodiscard]] bool isTitle(int sentence) const;
    [[nodiscard]] bool isReport(int sentence) const;

    const Reading &m_reading;
    std::vector<DateRange> m_own;                ///< by sentence; invalid where it tells none
    std::vector<std::vector<ActorId>> m_parties; ///< by sentence, those that it mentions
};

} // namespace demarche::analysis
