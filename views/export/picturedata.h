#pragma once

#include "views/export/picture.h"

namespace demarche::views {

/// The figures that a picture shows, as CSV (RFC 4180, UTF-8): a row for each country of the map, then one
/// for each point of the timeline's lines, and one for the articles of each period. Which of them depends on
/// the picture's content, as what is drawn does.
[[nodiscard]] QByteArray figures(const Picture &picture);

} // namespace demarche::views
