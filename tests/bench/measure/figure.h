#pragma once

#include <QByteArray>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace demarche::measure {

/// One figure as one JSON object a line.
inline void printFigure(const char *name, double value, const char *unit)
{
    std::printf("{\"name\": \"%s\", \"value\": %.6g, \"unit\": \"%s\"}\n", name, value, unit);
    std::fflush(stdout);
}

/// The middle of some figures; 0 of none.
inline double median(std::vector<double> figures)
{
    std::ranges::sort(figures);
    return figures.empty() ? 0 : figures[figures.size() / 2];
}

} // namespace demarche::measure
