#pragma once

#include <QString>
#include <QStringView>

/// Months and weekdays in the languages whose newspapers write their dates out: English, German, French,
/// Spanish, Italian, Portuguese, Dutch.
namespace demarche::corpus {

/// 1 … 12 for a month's name or its usual short form in any of them; case, accents and a stop at its end
/// make no difference. 0 for other words.
[[nodiscard]] int monthNamed(QStringView word);

/// The names of months, and those of weekdays, as the inside of a regular expression's group.
[[nodiscard]] const QString &monthWords();
[[nodiscard]] const QString &weekdayWords();

} // namespace demarche::corpus
