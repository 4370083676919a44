#pragma once

#include "models/text/result.h"

#include <QByteArray>

namespace demarche {

/// A file of resources/ that is built into the program, by its path there ("language/english.model").
/// The bytes are not copied: they lie in the program's own image.
[[nodiscard]] Result<QByteArray> resource(const QString &path);

} // namespace demarche
