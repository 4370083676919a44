#pragma once

#include <QIcon>

namespace demarche::app {

/// An icon of resources/icons by its name, drawn sharp at any size and in the palette's text colour of the
/// moment, so that it suits light and dark and pales where it is disabled.
[[nodiscard]] QIcon icon(const QString &name);

/// The program's own icon, in its own colours.
[[nodiscard]] QIcon programIcon();

} // namespace demarche::app
