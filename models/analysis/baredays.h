#pragma once

#include "models/language/annotation.h"

namespace demarche::analysis {

/// Frees days named without "on", as American agencies write: "Japan Thursday protested", "summoned the envoy
/// Monday". The noun before such a day, which the parser hung on it, is the verb's subject or object.
void freeBareDays(language::Annotation &annotation);

} // namespace demarche::analysis
