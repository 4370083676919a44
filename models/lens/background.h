#pragma once

#include <QThreadPool>

namespace demarche::lens {

/// Where work beside the window is done, with QtConcurrent::run(&background(), …). Not in the global pool: Qt
/// paints large pictures with its threads and waits for them, and a long search would hold up the window.
/// Wide enough that a search need not wait for tables that are being read.
[[nodiscard]] QThreadPool &background();

} // namespace demarche::lens
