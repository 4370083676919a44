#pragma once

#include "models/language/annotation.h"

namespace demarche::analysis {

/// Mends trees where a name of a list was hung on the verb before it, and where the noun behind "after" or
/// "since" was not made the subject of the verb that follows it. Runs once the other repairs are done.
void joinParted(language::Annotation &);

} // namespace demarche::analysis
