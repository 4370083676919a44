#include "models/corpus/metadate.h"

#include <QRegularExpression>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr qsizetype longestDate = 120;

QDate plausible(int year, int month, int day)
{
    return year >= 1900 && year <= 2100 ? QDate(year, month, day) : QDate();
}

/// 1 … 12 for an English month by its first three letters, else 0.
int monthNumber(QStringView word)
{
    static constexpr std::array<QLatin1StringView, 12> months{"jan"_L1, "feb"_L1, "mar"_L1, "apr"_L1,
                                                              "may"_L1, "jun"_L1, "jul"_L1, "aug"_L1,
                                                              "sep"_L1, "oct"_L1, "nov"_L1, "dec"_L1};
    for (size_t i = 0; i < months.size(); ++i) {
        if (word.startsWith(months[i], Qt::CaseInsensitive))
            return int(i) + 1;
    }
    return 0;
}

const QString monthPattern = u"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
                             "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?"_s;
const QString weekdayPattern = u"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?"_s;
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

QDate dayFirst(QStringView text)
{
    static const QRegularExpression pattern =
        whole(u"(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?"_s + monthPattern + u",?[\\s-]+(\\d{4})"_s);
    const QRegularExpressionMatch m = pattern.match(text.toString());
    return m.hasMatch()
               ? plausible(m.captured(3).toInt(), monthNumber(m.capturedView(2)), m.captured(1).toInt())
               : QDate();
}

QDate monthFirst(QStringView text)
{
    static const QRegularExpression pattern =
        whole(monthPattern + u"\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})"_s);
    const QRegularExpressionMatch m = pattern.match(text.toString());
    return m.hasMatch()
               ? plausible(m.captured(3).toInt(), monthNumber(m.capturedView(1)), m.captured(2).toInt())
               : QDate();
}

/// "31/10/2023": with dots the day stands first; with slashes only an unambiguous date is one.
QDate numeric(QStringView text)
{
    static const QRegularExpression pattern = whole(u"(\\d{1,2})([/.])(\\d{1,2})\\2(\\d{4})"_s);
    const QRegularExpressionMatch m = pattern.match(text.toString());
    if (!m.hasMatch())
        return {};
    const int first = m.captured(1).toInt();
    const int second = m.captured(3).toInt();
    const int year = m.captured(4).toInt();
    const QDate dayMonth = plausible(year, second, first);
    const QDate monthDay = plausible(year, first, second);
    if (m.capturedView(2) == u"." || first == second)
        return dayMonth;
    return dayMonth.isValid() && monthDay.isValid() ? QDate() : dayMonth.isValid() ? dayMonth : monthDay;
}

} // namespace

QDate metadataDate(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.size() < 8 || trimmed.size() > longestDate)
        return {};
    for (const auto reading : {yearFirst, dayFirst, monthFirst, numeric}) {
        if (const QDate date = reading(trimmed); date.isValid())
            return date;
    }
    return {};
}

QDate dateInAddress(QStringView address)
{
    static const QRegularExpression numbers(
        u"[/_-]((?:19|20)\\d{2})([-_/.]?)(0?[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01]|[1-9])(?=[/_.-]|$)"_s);
    static const QRegularExpression named(u"/((?:19|20)\\d{2})/"_s + monthPattern + u"/(\\d{1,2})(?=/|$)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (const QRegularExpressionMatch m = named.match(address.toString()); m.hasMatch())
        return plausible(m.captured(1).toInt(), monthNumber(m.capturedView(2)), m.captured(3).toInt());
    const QRegularExpressionMatch m = numbers.match(address.toString());
    const bool packed = m.hasMatch() && m.capturedLength(2) == 0;
    if (!m.hasMatch() || (packed && (m.capturedLength(3) != 2 || m.capturedLength(4) != 2)))
        return {};
    return plausible(m.captured(1).toInt(), m.captured(3).toInt(), m.captured(4).toInt());
}

} // namespace demarche::corpus
