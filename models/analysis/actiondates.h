#pragma once

#include "models/analysis/clauses.h"
#include "models/analysis/dates.h"
#include "models/analysis/storydays.h"

namespace demarche::analysis {

/// Finds for each action the day that its own clause names, or else that which the article goes on telling
/// of.
class ActionDates
{
public:
    explicit ActionDates(const Reading &reading);

    /// What the date is asked for.
    struct Event
    {
        int trigger = -1;
        int predicate = -1;  ///< the verb whose clause it is: the trigger, or the verb that carries a noun
        bool ahead = false;  ///< tells of what is to come
        bool verbal = false; ///< a deed of words: then the day of saying is the day of the deed
        std::vector<ActorId> parties; ///< of both sides
    };
    [[nodiscard]] std::optional<DateRange> of(const Event &) const;

    /// The verb, or predicate noun, whose clause a token stands in.
    [[nodiscard]] int predicateOf(int token) const;
    /// Told as news of the day: a finite verb in the present or simple past, not in the perfect.
    [[nodiscard]] bool isNews(int predicate) const;

private:
    struct Placed
    {
        DateExpression expression;
        int head = -1;      ///< the token on which the expression hangs
        int predicate = -1; ///< of the clause it stands in
    };
    [[nodiscard]] int distance(const Placed &, const Event &) const;
    [[nodiscard]] bool sharesDay(int clause) const;
    [[nodiscard]] bool isWhen(const Placed &, int clause) const;
    [[nodiscard]] bool isBound(const Placed &, const Event &) const;
    [[nodiscard]] bool isTold(const Placed &, const Event &) const;
    [[nodiscard]] bool isGoingOn(int predicate) const;
    [[nodiscard]] bool opens(int token) const;
    void placeStory();
    [[nodiscard]] bool saysWhen(const Placed &) const;
    [[nodiscard]] bool isOfClause(const Event &) const;
    [[nodiscard]] int finite(int predicate) const;
    [[nodiscard]] bool isPast(int predicate) const;
    [[nodiscard]] bool isMain(int predicate) const;
    [[nodiscard]] DateRange place(const DateExpression &, bool ahead) const;
    [[nodiscard]] const Placed *named(const Event &) const;
    [[nodiscard]] std::optional<DateRange> toldElsewhere(const Event &) const;
    [[nodiscard]] bool tells(int verb) const;
    [[nodiscard]] DateRange dayOfDeed(int sentence) const;
    [[nodiscard]] std::optional<DateRange> toldBelow(const Event &) const;
    [[nodiscard]] std::optional<DateRange> toldBefore(const Event &) const;
    [[nodiscard]] std::optional<DateRange> today(const Event &) const;

    const Reading &m_reading;
    Clauses m_clauses;
    std::vector<std::vector<Placed>> m_bySentence;
    StoryDays m_story;
};

} // namespace demarche::analysis
