#pragma once

#include "models/corpus/store.h"

#include <QByteArray>

#include <functional>

namespace demarche::app {

/// "articles", "actors", "quotes", "actions", "stances".
[[nodiscard]] QStringList exportTables();

/// Writes one of them, a row at a time, until `write` gives false: CSV (RFC 4180) with a header, or one JSON
/// object a line. Articles as JSON are the records of `analyze` with the number of their story. In stances the
/// copies of a story count once unless `countCopies`. Offsets count code points.
[[nodiscard]] Result<void> exportTable(const corpus::Store &store, const QString &what, bool csv,
                                       const corpus::Filter &filter, bool countCopies,
                                       const std::function<bool(const QByteArray &)> &write);

} // namespace demarche::app
