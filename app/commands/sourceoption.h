#pragma once

#include "models/lens/sources.h"
#include "models/text/result.h"

namespace demarche::app {

/// The keys of the feeds, folders and groups that `--source` names; a Problem where the store has none of a
/// name, with some of those that it has.
[[nodiscard]] Result<QStringList> sourceKeys(const lens::SourceTable &sources, const QStringList &names);

} // namespace demarche::app
