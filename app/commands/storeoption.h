#pragma once

#include "app/commands/options.h"
#include "models/corpus/store.h"

namespace demarche::app {

/// `--store STORE`, as every command has it that works on a store.
void addStore(CommandLine &line, const QString &help = QStringLiteral("The store's file."));

/// The store's file; a Problem where none was named, or nothing that this build can open.
[[nodiscard]] Result<QString> storeFile(const CommandLine &line);

/// The same for a command that takes options alone: a Problem where anything else was given, too.
[[nodiscard]] Result<QString> onlyStoreFile(const CommandLine &line);

/// Opens a store for writing where it can be written, else to read it.
[[nodiscard]] Result<corpus::Store> openAsAllowed(const QString &file);

/// Opens a store to read it, with the stories of all its articles found where it can be written; what cannot
/// be written is read as it is.
[[nodiscard]] Result<corpus::Store> openGrouped(const QString &file);

} // namespace demarche::app
