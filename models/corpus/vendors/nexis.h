#pragma once

#include "models/corpus/readers/reader.h"
#include "models/corpus/vendors/lines.h"

namespace demarche::corpus::vendors {

/// True where lines are an export of Nexis's (LexisNexis, Lexis Advance, Nexis Uni), old or new.
[[nodiscard]] bool isNexis(LineSpan lines);

/// Hands every document of the export to the sink as "URI#NUMBER". What has no known layout comes whole, what
/// has no day undated, each with a warning; what holds nothing is a problem.
[[nodiscard]] Result<void> readNexis(LineSpan lines, const QString &uri, const Sink &sink);

} // namespace demarche::corpus::vendors
