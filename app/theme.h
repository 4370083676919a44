#pragma once

#include <QString>

namespace demarche::app {

enum class Appearance { System, Light, Dark };

[[nodiscard]] QString name(Appearance appearance); ///< "system", "light", "dark": as the settings keep it
[[nodiscard]] Appearance appearanceFrom(const QString &name);

/// Dresses the whole program: the Fusion style with palettes of our own and a few rules for flat headers,
/// tabs and splitters. "System" follows the palette that the program was started with.
void applyTheme(Appearance appearance);

} // namespace demarche::app
