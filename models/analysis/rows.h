#pragma once

#include "models/analysis/findings.h"
#include "models/corpus/article.h"

#include <QByteArray>

namespace demarche::analysis {

/// The header of findingRows(), with its line end.
[[nodiscard]] QByteArray findingColumns();

/// An article's actors, quotes, actions and stances as CSV (RFC 4180, UTF-8, CRLF), one a row under
/// findingColumns(); offsets in code points, several names in a cell joined by "; ".
[[nodiscard]] QByteArray findingRows(const corpus::Article &article, const Analysis &analysis);

/// One CSV cell: quoted where needed. A text that a spreadsheet would take for a formula gets an apostrophe
/// before it, as OWASP advises; numbers are for csvNumber().
[[nodiscard]] QByteArray csvCell(QStringView text);
[[nodiscard]] QByteArray csvNumber(double number);

} // namespace demarche::analysis
