#pragma once

#include "views/export/picture.h"

namespace demarche::views {

/// Csv is the figures behind the picture rather than its lines.
enum class PictureFormat : unsigned char { Png, Svg, Pdf, Csv };

/// By the file's suffix, whatever its case; a Problem for any other.
[[nodiscard]] Result<PictureFormat> formatOf(const QString &path);

/// A picture's pixels, each way: what a PNG reader still opens, and what fits in memory.
constexpr int MostPixels = 20000;

/// Writes the picture to a file, all of it or nothing. `scale` counts for PNG only: the others have no
/// pixels.
[[nodiscard]] Result<void> save(const Picture &picture, const QString &path, QSize size, double scale,
                                const Theme &theme);

} // namespace demarche::views
