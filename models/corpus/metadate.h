#pragma once

#include <QDate>
#include <QStringView>

namespace demarche::corpus {

/// The day that a date in an article's metadata names, as its publisher wrote it (no change of time zone).
/// The whole string must be a date, with or without time, weekday and words such as "Published" or "Updated:"
/// before it: ISO 8601, RFC 5322, "20231031", "31 October 2023", "Oct. 31, 2023", "31.10.2023"; "3/10/2023"
/// only where just one reading is a date. Months and weekdays in the languages of monthnames.h. Invalid where
/// it is none of these, or is outside 1900–2100.
[[nodiscard]] QDate metadataDate(QStringView text);

/// Which of the two small numbers of "03/04/2024" is the day; other dates of the same column tell.
enum class DayOrder : unsigned char { Unknown, DayFirst, MonthFirst };

/// What a date of numbers and slashes tells of the others in its column: Unknown where it may be read both
/// ways.
[[nodiscard]] DayOrder dayOrderOf(QStringView text);
/// The day of such a date in a known order; invalid for anything else.
[[nodiscard]] QDate dateInOrder(QStringView text, DayOrder order);

/// The day that a line begins with, after a weekday perhaps, whatever stands after it ("November 1, 2023
/// Wednesday 10:15 AM GMT", "1. Mai 2020, Morgenausgabe"). Invalid where it begins with none.
[[nodiscard]] QDate leadingDate(QStringView line);

/// A day in an address's path ("/2023/10/31/", "/2023-10-31-", "_20231031.", "/2023/oct/31/"); invalid where
/// there is none.
[[nodiscard]] QDate dateInAddress(QStringView address);

} // namespace demarche::corpus
