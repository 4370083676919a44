#pragma once

#include "models/corpus/readers/reader.h"
#include "models/corpus/vendors/lines.h"

namespace demarche::corpus::vendors {

/// True where lines are an export of Factiva's, in the layout with tags or the one without.
[[nodiscard]] bool isFactiva(LineSpan lines);

/// Hands every article of the export to the sink as "URI#ACCESSION" or "URI#NUMBER". What has no known layout
/// comes whole, what has no day undated, each with a warning; what holds nothing is a problem.
[[nodiscard]] Result<void> readFactiva(LineSpan lines, const QString &uri, const Sink &sink);

} // namespace demarche::corpus::vendors
