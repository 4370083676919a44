#pragma once

#include "models/corpus/database.h"

namespace demarche::corpus {

/// The form of stores that this version writes: the number of the last migration.
inline constexpr int schemaVersion = 7;

/// The statements of a migration, in order; `number` from 1 to schemaVersion.
[[nodiscard]] Result<QStringList> migration(int number);

/// What is known of a file before anything is done to it.
struct StoreForm
{
    bool isNew = true; ///< nothing lies there, or nothing is in it
    int version = 0;   ///< number of its last migration
};

/// Looks at a file without changing a byte of it. What a newer version or another program wrote is a Problem.
[[nodiscard]] Result<StoreForm> formOf(const QString &file);

/// Brings a store to this version's form: makes a new one, or applies the migrations that it lacks, all in
/// one transaction. What a newer version or another program wrote is refused before anything is changed.
[[nodiscard]] Result<void> prepareStore(Database &database);

/// Readies a connection that only reads a store of this version's form.
[[nodiscard]] Result<void> prepareReading(Database &database);

} // namespace demarche::corpus
