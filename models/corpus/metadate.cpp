#include "models/corpus/metadate.h"

#include "models/corpus/monthnames.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr qsizetype longestDate = 120;

QDate plausible(int year, int month, int day)
{
    return year >= 1900 && year <= 2100 ? QDate(year, month, day) : QDate();
}

const QString monthPattern = u"("_s + monthWords() + u")\\.?"_s;
const QString dayThenMonth = u"(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[\\s-]*(?:(?:of|de)\\s+)?"_s +
                             monthPattern + u",?[\\s-]+(?:de\\s+)?(\\d{4})"_s;
const QString weekdayPattern = u"(?:(?:"_s + weekdayWords() + u")\\.?,?\\s+)?"_s;
const QString leadPattern =
    u"(?:(?:first\\s+)?(?:date|published|publication date|updated|last updated|posted|modified)"
    "(?:\\s+(?:on|at))?\\s*:?\\s+)?"_s;
const QString timePattern =
    u"(?:[T,\\s@|–-]*(?:at\\s+)?\\d{1,2}[:.h]\\d{2}(?:[:.]\\d{2}(?:\\.\\d+)?)?\\s*(?:[ap]\\.?m\\.?)?"
    "\\s*(?:Z|[A-Z]{2,5}(?:[+-]\\d{1,2})?|[+-]\\d{2}:?\\d{2})?\\s*(?:\\([A-Z]{2,5}\\))?)?"_s;

QRegularExpression whole(const QString &date)
{
    return QRegularExpression(u"^"_s + leadPattern + weekdayPattern + date + timePattern + u"$"_s,
                              QRegularExpression::CaseInsensitiveOption);
}

QDate yearFirst(QStringView text)
{
    static const QRegularExpression pattern = whole(u"(\\d{4})([-/.]?)(\\d{2})\\2(\\d{2})"_s);
    const QRegularExpressionMatch m = pattern.match(text.toString());
    return m.hasMatch() ? plausible(m.captured(1).toInt(), m.captured(3).toInt(), m.captured(4).toInt())
                        : QDate();
}

QDate eastAsian(QStringView text)
{
    static const QRegularExpression pattern(u"^(\\d{4})\\s?年\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?日"_s);
    const QRegularExpressionMatch m = pattern.match(text.toString());
    return m.hasMatch() ? plausible(m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt())
                        : QDate();
}

QDate dayFirst(QStringView text)
{
    static const QRegularExpression pattern = whole(dayThenMonth);
    const QRegularExpressionMatch m = pattern.match(text.toString());
    return m.hasMatch()
               ? plausible(m.captured(3).toInt(), monthNamed(m.capturedView(2)), m.captured(1).toInt())
               : QDate();
}

QDate monthFirst(QStringView text)
{
    static const QRegularExpression pattern =
        whole(monthPattern + u"\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})"_s);
    const QRegularExpressionMatch m = pattern.match(text.toString());
    return m.hasMatch()
               ? plausible(m.captured(3).toInt(), monthNamed(m.capturedView(1)), m.captured(2).toInt())
               : QDate();
}

/// The numbers of "31/10/2023 12:05" in their order; nothing for other texts.
struct Numbers
{
    int first = 0;
    int second = 0;
    int year = 0;
    bool isDotted = false;
};

std::optional<Numbers> numbersOf(QStringView text)
{
    static const QRegularExpression pattern = whole(u"(\\d{1,2})([/.])(\\d{1,2})\\2(\\d{4})"_s);
    const QRegularExpressionMatch m = pattern.match(text.toString());
    if (!m.hasMatch())
        return std::nullopt;
    return Numbers{m.captured(1).toInt(), m.captured(3).toInt(), m.captured(4).toInt(),
                   m.capturedView(2) == u"."};
}

/// "31/10/2023": with dots the day stands first; with slashes only an unambiguous date is one.
QDate numeric(QStringView text)
{
    const std::optional<Numbers> numbers = numbersOf(text);
    if (!numbers)
        return {};
    const QDate dayMonth = plausible(numbers->year, numbers->second, numbers->first);
    const QDate monthDay = plausible(numbers->year, numbers->first, numbers->second);
    if (numbers->isDotted || numbers->first == numbers->second)
        return dayMonth;
    return dayMonth.isValid() && monthDay.isValid() ? QDate() : dayMonth.isValid() ? dayMonth : monthDay;
}

} // namespace

QDate metadataDate(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.size() < 8 || trimmed.size() > longestDate)
        return {};
    for (const auto reading : {yearFirst, dayFirst, monthFirst, numeric, eastAsian}) {
        if (const QDate date = reading(trimmed); date.isValid())
            return date;
    }
    return {};
}

DayOrder dayOrderOf(QStringView text)
{
    const std::optional<Numbers> numbers = numbersOf(text.trimmed());
    if (!numbers || numbers->isDotted)
        return DayOrder::Unknown;
    const bool isDayMonth = plausible(numbers->year, numbers->second, numbers->first).isValid();
    const bool isMonthDay = plausible(numbers->year, numbers->first, numbers->second).isValid();
    if (isDayMonth == isMonthDay)
        return DayOrder::Unknown;
    return isDayMonth ? DayOrder::DayFirst : DayOrder::MonthFirst;
}

QDate dateInOrder(QStringView text, DayOrder order)
{
    const std::optional<Numbers> numbers = numbersOf(text.trimmed());
    if (!numbers || order == DayOrder::Unknown)
        return {};
    return order == DayOrder::DayFirst ? plausible(numbers->year, numbers->second, numbers->first)
                                       : plausible(numbers->year, numbers->first, numbers->second);
}

QDate leadingDate(QStringView line)
{
    static const QString lead = u"^(?:(?:"_s + weekdayWords() + u")\\b[.,]*\\s+)?(?:(?:den|le|el|il)\\s+)?"_s;
    static const QString tail = u"(?=[\\s,;(]|$)"_s;
    static const QRegularExpression day(lead + dayThenMonth + tail,
                                        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression month(lead + monthPattern +
                                              u"\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s*(\\d{4})"_s + tail,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression iso(u"^(\\d{4})-(\\d{2})-(\\d{2})\\b"_s);
    const QString text = line.trimmed().first(std::min(line.trimmed().size(), longestDate)).toString();
    if (const auto m = day.match(text); m.hasMatch())
        return plausible(m.captured(3).toInt(), monthNamed(m.capturedView(2)), m.captured(1).toInt());
    if (const auto m = month.match(text); m.hasMatch())
        return plausible(m.captured(3).toInt(), monthNamed(m.capturedView(1)), m.captured(2).toInt());
    const auto m = iso.match(text);
    return m.hasMatch() ? plausible(m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt())
                        : QDate();
}

QDate dateInAddress(QStringView address)
{
    static const QRegularExpression numbers(
        u"[/_-]((?:19|20)\\d{2})([-_/.]?)(0?[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01]|[1-9])(?=[/_.-]|$)"_s);
    static const QRegularExpression named(u"/((?:19|20)\\d{2})/"_s + monthPattern + u"/(\\d{1,2})(?=/|$)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    // "/stories/202207270441.html": a day with a running number or the time behind it
    static const QRegularExpression serial(
        u"/((?:19|20)\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{4,9}(?=[/_.-]|$)"_s);
    if (const QRegularExpressionMatch m = serial.match(address.toString()); m.hasMatch())
        return plausible(m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt());
    if (const QRegularExpressionMatch m = named.match(address.toString()); m.hasMatch())
        return plausible(m.captured(1).toInt(), monthNamed(m.capturedView(2)), m.captured(3).toInt());
    const QRegularExpressionMatch m = numbers.match(address.toString());
    const bool packed = m.hasMatch() && m.capturedLength(2) == 0;
    if (!m.hasMatch() || (packed && (m.capturedLength(3) != 2 || m.capturedLength(4) != 2)))
        return {};
    return plausible(m.captured(1).toInt(), m.captured(3).toInt(), m.captured(4).toInt());
}

} // namespace demarche::corpus
