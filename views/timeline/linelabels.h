#pragma once

#include <vector>

namespace demarche::views {

/// Heights for labels that want to stand at `wanted` but must keep `spacing` from each other within [top,
/// bottom]. Those that collide share the shift evenly; their order is kept. Where there are more than fit,
/// the spacing shrinks.
[[nodiscard]] std::vector<double> spreadLabels(const std::vector<double> &wanted, double spacing, double top,
                                               double bottom);

} // namespace demarche::views
