#pragma once

#include "models/analysis/findings.h"
#include "models/text/document.h"

namespace demarche::analysis {

/// Words that name a day or a stretch of days, as the text has them: not yet placed in the calendar.
struct DateExpression
{
    enum class Kind : std::uint8_t {
        Day,      ///< year-month-day all given
        MonthDay, ///< "Oct. 7", "September 3 and 4"
        Month,    ///< "December", "early November", "December 1994"
        Year,     ///< "in 1993", "late 1994"
        Decade,   ///< "in the 1980s", by its first year
        Weekday,  ///< "Tuesday", "next Monday"
        Offset, ///< so many days, weeks, months, years from the day of writing: "yesterday", "two weeks ago"
        Recent, ///< a stretch of so many days, weeks, months up to the day of writing, or from it on: "in the
                ///< last five days", "in recent weeks", "in the next two months"
        Since,   ///< so many days, weeks, months from the day told of before: "a day earlier", "the same day"
        Week,    ///< "last week", and likewise Weekend, CalendarMonth, CalendarYear
        Weekend, ///< also "over the weekend"
        CalendarMonth,
        CalendarYear
    };
    enum class Part : std::uint8_t { All, Early, Middle, Late };
    enum class Unit : std::uint8_t { Day, Week, Month, Year };
    /// Which of the days so named: the one before, the one around, or the one after the day of writing.
    enum class Which : std::uint8_t { Open, Last, This, Next };

    Kind kind = Kind::Day;
    Span span;          ///< with a preposition before it: "On Tuesday"
    int firstToken = 0; ///< document-wide
    int endToken = 0;
    bool limit = false; ///< "until", "by", "before": when something ends, not when it happens

    QDate day;        ///< Day
    int year = 0;     ///< 0: not given
    int lastYear = 0; ///< Year: of "from 1931 to 1945", or 0
    int month = 0;    ///< 1–12
    int first = 0;    ///< day of the month
    int last = 0;
    int weekday = 0; ///< 1 Monday … 7 Sunday
    int amount = 0;  ///< Offset: negative in the past
    Unit unit = Unit::Day;
    Part part = Part::All;
    Which which = Which::Open;
    Which week = Which::Open; ///< Weekday: the week it is of, "Thursday last week"
};

/// All date expressions of one sentence, in text order, never overlapping. Pure.
[[nodiscard]] std::vector<DateExpression> dateExpressions(const text::Document &, const text::Sentence &);

/// Places an expression in the calendar from the day of writing; one of kind Since from the day told of
/// before, which stands in its place. `ahead` says that it tells of what is to come: then "Monday" is the
/// next one, else the last. A day given in full needs no day of writing; any other without one, and one that
/// the calendar does not have, gives an invalid range.
[[nodiscard]] DateRange resolve(const DateExpression &, QDate written, bool ahead);

/// Whether a word is the whole name of a day of the week ("Monday"), in any case of letters.
[[nodiscard]] bool isWeekdayName(QStringView word);

/// Month by its name or abbreviation in lower case without stop ("oct"), 1–12, or 0.
[[nodiscard]] int monthOf(QStringView word);

/// The day an article states for itself: its dateline, a line that is a date, or, failing these, the first
/// day that agrees with a copyright year and the days it tells of (then `estimated`). Unknown where nothing
/// says.
struct StatedDay
{
    Published published;
    bool estimated = false;
};
[[nodiscard]] StatedDay statedDay(const text::Document &);

/// The day given from outside, else the one stated. A file's day (in its name, its properties, its storing)
/// is when somebody filed it: the article's own dateline stands before it.
[[nodiscard]] Published publishedDay(const Published &given, const StatedDay &stated);

} // namespace demarche::analysis
