#pragma once

#include "models/knowledge/entries.h"

#include <optional>

namespace demarche::knowledge {

/// "1996", "1996-08" or "1996-08-30" as the first or last day that it can mean; an empty text is an invalid
/// date (open). Anything else gives nothing.
[[nodiscard]] std::optional<QDate> firstDay(const QString &);
[[nodiscard]] std::optional<QDate> lastDay(const QString &);

/// Both ends; nothing where one cannot be read or they are out of order.
[[nodiscard]] std::optional<Period> period(const QString &from, const QString &to);

/// A name that may have held only for a time: "Bonn@1949..2000".
struct DatedName
{
    QString name;
    Period years;
};

/// Nothing where the dates cannot be read.
[[nodiscard]] std::optional<DatedName> datedName(const QString &);

} // namespace demarche::knowledge
