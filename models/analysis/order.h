#pragma once

#include "models/analysis/findings.h"

namespace demarche::analysis {

/// Puts every list of an analysis in text order, as the record promises, and mends all indices accordingly.
/// Actors without a mention are dropped, with every reference to them.
void putInTextOrder(Analysis &analysis);

} // namespace demarche::analysis
