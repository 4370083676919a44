#pragma once

#include <QString>

namespace demarche::app {

/// Measures how copies of a story are recognised, on pairs made from the articles in a folder; prints a line
/// for each kind of edit. An exit status.
[[nodiscard]] int evalStories(const QString &data);

} // namespace demarche::app
