#pragma once

#include "models/text/result.h"

#include <QStringList>

namespace demarche::app {

/// Whether `--kind` makes sense for a table of exportTables(): its values are kinds of what the table lists,
/// in the words of the record. A Problem names those that it could have.
[[nodiscard]] Result<void> checkKinds(const QString &what, const QStringList &kinds);

} // namespace demarche::app
