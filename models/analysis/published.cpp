#include "models/analysis/dates.h"
#include "models/analysis/reading.h"

#include <QRegularExpression>

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;

namespace {

/// Lines at an article's head and foot in which it may say when it appeared.
constexpr int headLines = 6;
constexpr int footLines = 4;
constexpr int longestMonth = 31;

QStringList lines(const QString &text)
{
    QStringList kept;
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            kept << line.trimmed();
    }
    return kept;
}

QDate dayOf(const QString &year, const QString &month, const QString &day)
{
    return {year.toInt(), monthOf(month.toLower().remove(u'.')), day.toInt()};
}

int copyrightYear(const QString &text)
{
    static const QRegularExpression sign(u"(?:©|\\(c\\)|[Cc]opyright)[^\\n\\d]{0,12}((?:19|20)\\d\\d)"_s);
    const auto match = sign.match(text);
    return match.hasMatch() ? match.captured(1).toInt() : 0;
}

/// "SANTIAGO 1996-08-31"
QDate plainDateline(const QString &line)
{
    static const QRegularExpression form(
        u"^[\\p{Lu}][\\p{Lu} .,'/-]+[^\\d]{0,40}\\b(\\d{4}-\\d\\d-\\d\\d)\\b"_s);
    const auto match = form.match(line);
    return match.hasMatch() ? QDate::fromString(match.captured(1), Qt::ISODate) : QDate();
}

/// "MOSCOW, Aug 30 (Reuter) -", with a year or with the one that the text states elsewhere
QDate agencyDateline(const QString &line, int year)
{
    static const QRegularExpression form(
        u"^[\\p{Lu}][\\p{L} .,'/-]{2,60}?,?\\s+(\\p{Lu}\\p{L}{2,8})\\.?\\s+(\\d{1,2})(?:,?\\s+(\\d{4}))?\\s*"
        "(?:\\([^)]{2,30}\\)|--|—|–|-|:)"_s);
    const auto match = form.match(line);
    if (!match.hasMatch())
        return {};
    const QString given = match.captured(3);
    return dayOf(given.isEmpty() ? QString::number(year) : given, match.captured(1), match.captured(2));
}

/// "CAIRO – 26 July 2022:"
QDate dayFirstDateline(const QString &line)
{
    static const QRegularExpression form(
        u"^[\\p{Lu}][\\p{L} "
        u".'/()-]{2,40}?\\s*[,—–-]+\\s*(\\d{1,2})\\s+(\\p{Lu}\\p{L}{2,8})\\.?,?\\s+(\\d{4})\\s*"
        "(?:\\([^)]{2,30}\\)|--|—|–|-|:)"_s);
    const auto match = form.match(line);
    return match.hasMatch() ? dayOf(match.captured(3), match.captured(2), match.captured(1)) : QDate();
}

/// A line that is little else than a date: "Published: Wednesday, May 1, 2024", "1 May 2024 10:32 GMT",
/// "2024-05-01"
QDate dateLine(const QString &line)
{
    if (line.size() > 80)
        return {};
    static const QRegularExpression iso(u"^[^\\d]{0,30}(\\d{4}-\\d\\d-\\d\\d)"_s);
    static const QRegularExpression monthFirst(
        u"^(?:[^\\d]{0,30}[\\s:,|])?(\\p{Lu}\\p{L}{2,8})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b"_s);
    static const QRegularExpression dayFirst(
        u"^[^\\d]{0,30}(\\d{1,2})(?:st|nd|rd|th)?[\\s-](\\p{Lu}\\p{L}{2,8})\\.?,?[\\s-](\\d{4})\\b"_s);
    if (const auto m = iso.match(line); m.hasMatch())
        return QDate::fromString(m.captured(1), Qt::ISODate);
    if (const auto m = monthFirst.match(line); m.hasMatch())
        return dayOf(m.captured(3), m.captured(1), m.captured(2));
    if (const auto m = dayFirst.match(line); m.hasMatch())
        return dayOf(m.captured(3), m.captured(2), m.captured(1));
    return {};
}

/// The first day in a copyright year that agrees with what the text tells of as past: after the months it
/// names, and on one of the weekdays it names, the report being of that day. Needs both, else nothing is
/// said.
QDate earliestAgreeing(const text::Document &document, int year)
{
    if (!year)
        return {};
    QDate after; // the last day told of
    QDate month; // the end of the last month told of
    std::vector<int> weekdays;
    for (const text::Sentence &sentence : document.sentences) {
        for (const DateExpression &e : dateExpressions(document, sentence)) {
            if (e.kind == DateExpression::Kind::Weekday && e.which == DateExpression::Which::Open)
                weekdays.push_back(e.weekday);
            const bool dated =
                e.kind == DateExpression::Kind::MonthDay || e.kind == DateExpression::Kind::Month;
            if (!dated || e.limit || (e.year && e.year != year))
                continue;
            DateExpression placed = e;
            placed.year = year;
            const DateRange range = resolve(placed, {}, false);
            QDate &latest = e.kind == DateExpression::Kind::MonthDay ? after : month;
            if (range.isValid() && (!latest.isValid() || range.last > latest))
                latest = range.last;
        }
    }
    if (!after.isValid() || weekdays.empty())
        return {};
    // A month alone may be last year's; it counts only where it is that of the last day, or the next one
    if (month > after && month <= after.addDays(longestMonth))
        after = month;
    for (int i = 1; i <= 7; ++i) {
        const QDate day = after.addDays(i);
        // the latest of the days told of is the one written on: none of the others may lie ahead within the
        // week
        if (std::ranges::find(weekdays, day.dayOfWeek()) == weekdays.end())
            continue;
        const bool leads =
            std::ranges::none_of(weekdays, [&](int w) { return w == day.addDays(1).dayOfWeek(); });
        if (leads && day.year() == year)
            return day;
    }
    return {};
}

} // namespace

StatedDay statedDay(const text::Document &document)
{
    const QStringList all = lines(document.text);
    const int year = copyrightYear(document.text);
    const qsizetype head = std::min<qsizetype>(headLines, all.size());
    for (qsizetype i = 0; i < head; ++i) {
        for (const QDate day :
             {plainDateline(all[i]), agencyDateline(all[i], year), dayFirstDateline(all[i])}) {
            if (day.isValid())
                return {{day, DateBasis::Dateline}, false};
        }
    }
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (i >= head && i < all.size() - footLines)
            continue;
        if (const QDate day = dateLine(all[i]); day.isValid())
            return {{day, DateBasis::Text}, false};
    }
    if (const QDate day = earliestAgreeing(document, year); day.isValid())
        return {{day, DateBasis::Text}, true};
    return {};
}

Published publishedDay(const Published &given, const StatedDay &stated)
{
    const bool isStanding = given.basis != DateBasis::File || stated.published.basis != DateBasis::Dateline;
    return given.date.isValid() && isStanding ? given : stated.published;
}

void findPublished(Reading &reading)
{
    const Published &given = reading.circumstances.published;
    const bool isCertain = given.date.isValid() && given.basis != DateBasis::File;
    const StatedDay stated = isCertain ? StatedDay{} : statedDay(reading.annotation.document);
    reading.analysis.published = publishedDay(given, stated);
    if (stated.estimated && reading.analysis.published.basis == stated.published.basis)
        reading.analysis.warnings
            << u"The day of publication, %1, is estimated from the days that the text tells of"_s.arg(
                   stated.published.date.toString(Qt::ISODate));
}

} // namespace demarche::analysis
