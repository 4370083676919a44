#pragma once

#include <QStandardPaths>

namespace demarche::dialogs {

/// The folder that a dialog for files begins in: the remembered one while it is there, else the usual one for
/// what is in them, else the home folder.
[[nodiscard]] QString beginFolder(const QString &remembered, QStandardPaths::StandardLocation usual);

} // namespace demarche::dialogs
