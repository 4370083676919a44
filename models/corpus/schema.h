#pragma once

#include "models/corpus/database.h"

namespace demarche::corpus {

/// The form of stores that this version writes: the number of the last migration.
inline constexpr int schemaVersion = 3;

/// Brings a store to this version's form: makes a new one, or applies the migrations that it lacks, all in
/// one transaction. What a newer version or another program wrote is refused before anything is changed.
[[nodiscard]] Result<void> prepareStore(Database &database);

} // namespace demarche::corpus
