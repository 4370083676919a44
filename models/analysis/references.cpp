#include "models/analysis/reading.h"

namespace demarche::analysis {

void resolveReferences(Reading &) {}
void resolveQuotedReferences(Reading &) {}

} // namespace demarche::analysis
