#pragma once

#include "models/analysis/findings.h"
#include "models/text/result.h"

#include <QByteArray>

/// Findings as bytes for the store: small, and read in one pass. The first byte is the form's version.
namespace demarche::corpus {

[[nodiscard]] QByteArray packed(const analysis::Analysis &analysis);

/// A Problem for bytes that packed() did not write: all spans lie in a text of `textLength` UTF-16 units, all
/// indices in their lists, all numbers are finite.
[[nodiscard]] Result<analysis::Analysis> unpacked(const QByteArray &bytes, qsizetype textLength);

} // namespace demarche::corpus
