#pragma once

#include "models/analysis/oneof.h"

#include <QString>

/// Words that the repairs of trees know.
namespace demarche::analysis {

/// Names of days and stretches of time, in any case of letters.
[[nodiscard]] bool isTime(const QString &lemma);
/// Verbs whose "to" clause tells what the one after them shall do, or what is done with him.
[[nodiscard]] bool takesInfinitive(const QString &lemma);
/// Nouns for somebody who can act.
[[nodiscard]] bool canAct(const QString &lemma);
/// Nouns for whoever holds an office.
[[nodiscard]] bool isOffice(const QString &lemma);

} // namespace demarche::analysis
