#pragma once

#include <QStringList>

namespace demarche::analysis {

/// Whether two spellings of given names (folded) can be one person's: "aleksandr" and "alexander", "j" and
/// "john".
[[nodiscard]] bool sameGivenName(const QString &a, const QString &b);

/// Whether two full names with the same surname (folded words) can be one person's: their other names must
/// not contradict.
[[nodiscard]] bool sameFullName(const QStringList &a, const QStringList &b);

} // namespace demarche::analysis
