#pragma once

#include "models/language/tree.h"

namespace demarche::analysis {

/// "Beijing has said": a name whose ending made a participle of it is the subject of the verb behind it.
void readAsName(language::Annotation &, const language::Tree &, const language::Name &);

/// "Acting Foreign Minister X": before a title the word tells what kind of one he is.
void readAsActing(language::Annotation &, const language::Tree &, int token);

/// "…, the Daily Ledger reports.": what the tagger took for a plural is the verb of the name before it, which
/// begins at `first` or later.
void readAsVerb(language::Annotation &, int token, int first);

} // namespace demarche::analysis
