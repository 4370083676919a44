#pragma once

#include "models/language/annotation.h"

namespace demarche::analysis {

/// Mends what stands before a noun or number and was read as a clause or phrase of its own: "lifted
/// long-standing sanctions", "gave around 40 dollars". Trees stay well formed.
void lowerModifiers(language::Annotation &annotation);

} // namespace demarche::analysis
