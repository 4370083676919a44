#pragma once

#include "models/text/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>
#include <QStringList>

namespace demarche::corpus::document {

/// The names of a zip's first members by their local headers, for telling what it is without unpacking it:
/// also where its end is missing. Empty for what is no zip.
[[nodiscard]] QStringList memberNames(QByteArrayView bytes);

/// The XML parts of a zipped document by name, unpacked within limits. A zip whose end is missing gives what
/// stands before it.
[[nodiscard]] Result<QHash<QString, QByteArray>> unpackParts(QByteArrayView bytes);

} // namespace demarche::corpus::document
