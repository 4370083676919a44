#pragma once

#include "models/language/annotation.h"

namespace demarche::analysis {

/// Mends what parsers trained on other kinds of text get wrong in news, where the words leave no doubt: verbs
/// tagged as nouns or adjectives, objects read as subjects, days read as subjects, infinitives hung on the
/// one who is asked. Only relabels tokens or hangs them higher, so trees stay well formed. Linear in the
/// tokens.
void repair(language::Annotation &annotation);

} // namespace demarche::analysis
