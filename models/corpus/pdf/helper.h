#pragma once

#include "models/corpus/document/document.h"

namespace demarche::corpus::pdf {

/// Reads a PDF in a process of its own, demarche-pdf beside the running program, which is ended where it takes
/// too long.
[[nodiscard]] Result<document::Document> readPdf(QByteArrayView bytes);

/// Holds the running process to what a PDF of that many bytes may take: some seconds of computing, more for
/// large ones but never over a minute, and 3 GB of memory. For demarche-pdf.
void limitThisProcess(qsizetype bytes);

} // namespace demarche::corpus::pdf
