#pragma once

#include "app/commands/options.h"
#include "models/corpus/store.h"

namespace demarche::app {

/// `--store STORE`, as every command has it that works on a store.
void addStore(CommandLine &line, const QString &help = QStringLiteral("The store's file."));

/// The store's file; a Problem where none was named, or nothing that this build can open.
[[nodiscard]] Result<QString> storeFile(const CommandLine &line);

/// Opens a store to read it, with the stories of all its articles found where it can be written; what cannot
/// be written is read as it is.
[[nodiscard]] Result<corpus::Store> openGrouped(const QString &file);

} // namespace demarche::app
