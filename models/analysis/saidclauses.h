#pragma once

#include "models/language/annotation.h"

namespace demarche::analysis {

/// Mends clauses that verbs of saying lead to and that the parser took apart: "said the envoy was still in
/// Oslo", "told reporters the group, which is small, had fled", "estimates 35 million Chinese were killed",
/// and two clauses of which the first was hung on its own subject: "the pilots surrendered and police said".
/// Linear in the tokens.
void repairSaidClauses(language::Annotation &annotation);

} // namespace demarche::analysis
