#include "models/knowledge/periods.h"

#include <QStringList>

namespace demarche::knowledge {

namespace {

/// The day that a date begins with (end false) or ends with.
std::optional<QDate> day(const QString &text, bool end)
{
    if (text.isEmpty())
        return QDate();
    const QStringList parts = text.split(u'-');
    std::array<int, 3> number{0, 1, 1};
    if (parts.size() > 3)
        return std::nullopt;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        bool ok = false;
        number[size_t(i)] = parts[i].toInt(&ok);
        if (!ok)
            return std::nullopt;
    }
    QDate date(number[0], number[1], number[2]);
    if (!date.isValid())
        return std::nullopt;
    if (end && parts.size() == 1)
        date = QDate(number[0], 12, 31);
    else if (end && parts.size() == 2)
        date = date.addMonths(1).addDays(-1);
    return date;
}

} // namespace

std::optional<QDate> firstDay(const QString &text)
{
    return day(text, false);
}

std::optional<QDate> lastDay(const QString &text)
{
    return day(text, true);
}

std::optional<Period> period(const QString &from, const QString &to)
{
    const auto first = firstDay(from);
    const auto last = lastDay(to);
    if (!first || !last || (first->isValid() && last->isValid() && *last < *first))
        return std::nullopt;
    return Period{*first, *last};
}

std::optional<DatedName> datedName(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    if (at < 0)
        return DatedName{text, {}};
    const QStringList ends = text.mid(at + 1).split(QStringLiteral(".."));
    if (ends.size() != 2)
        return std::nullopt;
    const auto years = period(ends[0], ends[1]);
    if (!years)
        return std::nullopt;
    return DatedName{text.left(at), *years};
}

} // namespace demarche::knowledge
