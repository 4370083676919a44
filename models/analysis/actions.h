#pragma once

#include "models/analysis/reading.h"
#include "models/knowledge/cameo.h"

namespace demarche::analysis {

/// Gives an action its code, with the PLOVER type and Goldstein value that the tables have for it.
void setCode(const knowledge::Cameo &, const QString &code, Action &);

} // namespace demarche::analysis
