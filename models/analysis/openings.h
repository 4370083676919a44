#pragma once

#include "models/language/annotation.h"

namespace demarche::analysis {

/// Mends sentences whose first word was read as their head or as a clause: "Also the envoy protested",
/// "Suspected rebels attacked". Trees stay well formed.
void mendOpenings(language::Annotation &annotation);

} // namespace demarche::analysis
