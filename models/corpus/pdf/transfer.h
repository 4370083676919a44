#pragma once

#include "models/corpus/document/document.h"

#include <QByteArray>

namespace demarche::corpus::pdf {

/// What demarche-pdf prints: a document or a problem. Styles, links and tables do not travel, for PDF has
/// none.
[[nodiscard]] QByteArray packed(const Result<document::Document> &document);

/// What was printed, from whoever printed it: any bytes give a document or a Problem.
[[nodiscard]] Result<document::Document> unpacked(const QByteArray &bytes);

} // namespace demarche::corpus::pdf
