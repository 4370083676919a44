#include "views/map/hatching.h"

#include <algorithm>
#include <cmath>

namespace demarche::views {

namespace {

struct Crossing
{
    int line = 0;     ///< number of the grid's line
    double along = 0; ///< position on it
};

/// In the turned frame a hatching line has a constant u = x + y; along it runs v = x - y.
void crossEdge(QPointF a, QPointF b, double step, std::vector<Crossing> &found)
{
    const double ua = (a.x() + a.y()) / step;
    const double ub = (b.x() + b.y()) / step;
    const double va = a.x() - a.y();
    const double vb = b.x() - b.y();
    // Half-open, so that a line through a shared corner is crossed once.
    const double low = std::min(ua, ub);
    const double high = std::max(ua, ub);
    for (int n = static_cast<int>(std::ceil(low)); n < high; ++n)
        found.push_back({n, va + (n - ua) / (ub - ua) * (vb - va)});
}

} // namespace

std::vector<QLineF> hatching(const std::vector<QPolygonF> &rings, double spacing)
{
    const double step = spacing * std::sqrt(2.0);
    std::vector<Crossing> found;
    for (const QPolygonF &ring : rings) {
        for (qsizetype i = 0; i < ring.size(); ++i)
            crossEdge(ring.at(i), ring.at((i + 1) % ring.size()), step, found);
    }
    std::ranges::sort(found, [](const Crossing &a, const Crossing &b) {
        return a.line != b.line ? a.line < b.line : a.along < b.along;
    });
    std::vector<QLineF> lines;
    for (std::size_t i = 0; i + 1 < found.size(); i += 2) {
        const double u = found[i].line * step;
        const double from = found[i].along;
        const double to = found[i + 1].along;
        if (to - from > 0.5)
            lines.emplace_back((u + from) / 2, (u - from) / 2, (u + to) / 2, (u - to) / 2);
    }
    return lines;
}

} // namespace demarche::views
