#pragma once

#include "models/corpus/readers/reader.h"
#include "models/corpus/vendors/lines.h"

namespace demarche::corpus::vendors {

/// True where lines are an export of ProQuest's: records of labelled fields, parted by lines across the page,
/// each with its "ProQuest document ID".
[[nodiscard]] bool isProQuest(LineSpan lines);

/// Hands every record of the export to the sink, under its document's address or as "URI#NUMBER". What has
/// only an abstract, or no day, says so in a warning; what has neither text nor abstract is a problem.
[[nodiscard]] Result<void> readProQuest(LineSpan lines, const QString &uri, const Sink &sink);

} // namespace demarche::corpus::vendors
