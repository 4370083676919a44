#pragma once

#include "models/analysis/clauses.h"
#include "models/analysis/dates.h"

namespace demarche::analysis {

/// Finds for each action the day that its own clause names.
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
    [[nodiscard]] bool isBound(const Placed &, const Event &) const;
    [[nodiscard]] bool isTold(const Placed &, const Event &) const;
    [[nodiscard]] bool isGoingOn(int predicate) const;
    [[nodiscard]] bool opens(int token) const;
    [[nodiscard]] std::optional<DateRange> today(const Event &) const;

    const Reading &m_reading;
    Clauses m_clauses;
    std::vector<std::vector<Placed>> m_bySentence;
};

} // namespace demarche::analysis
