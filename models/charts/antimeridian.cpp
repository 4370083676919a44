#include "models/charts/antimeridian.h"

#include <algorithm>
#include <cmath>

namespace demarche::charts {

namespace {

int bandOf(double longitude)
{
    return static_cast<int>(std::floor((longitude + 180) / 360));
}

QPointF crossing(QPointF a, QPointF b, double longitude)
{
    const double t = (longitude - a.x()) / (b.x() - a.x());
    return {longitude, a.y() + t * (b.y() - a.y())};
}

/// What of a ring lies on one side of a meridian (Sutherland and Hodgman's clipping by one edge).
Line halfOf(const Line &ring, double longitude, bool east)
{
    const auto inside = [&](QPointF p) { return east ? p.x() >= longitude : p.x() <= longitude; };
    Line kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const QPointF from = ring[i];
        const QPointF to = ring[(i + 1) % ring.size()];
        if (inside(from))
            kept.push_back(from);
        if (inside(from) != inside(to))
            kept.push_back(crossing(from, to, longitude));
    }
    return kept;
}

bool hasArea(const Line &ring)
{
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i];
        const QPointF b = ring[(i + 1) % ring.size()];
        twice += a.x() * b.y() - b.x() * a.y();
    }
    return ring.size() > 2 && std::abs(twice) > 1e-9;
}

void shift(Line &line, double degrees)
{
    for (QPointF &point : line)
        point.rx() += degrees;
}

/// Closes along the pole a ring that ends a whole turn away from where it began.
void closeAlongPole(Line &ring, double turn)
{
    double sum = 0;
    for (const QPointF &point : ring)
        sum += point.y();
    const double pole = sum < 0 ? -90 : 90;
    const QPointF first = ring.front();
    ring.emplace_back(first.x() + turn, first.y());
    ring.emplace_back(first.x() + turn, pole);
    ring.emplace_back(first.x(), pole);
}

} // namespace

Line unwrapped(const Line &line)
{
    Line result;
    result.reserve(line.size());
    double offset = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0)
            offset -= 360 * std::round((line[i].x() - line[i - 1].x()) / 360);
        result.emplace_back(line[i].x() + offset, line[i].y());
    }
    return result;
}

std::vector<Line> cutRing(const Line &ring)
{
    if (ring.size() < 3)
        return {};
    Line whole = ring;
    if (whole.front() != whole.back())
        whole.push_back(whole.front());
    whole = unwrapped(whole);
    const double turn = whole.back().x() - whole.front().x();
    whole.pop_back();
    if (std::abs(turn) > 180)
        closeAlongPole(whole, turn);

    const auto [west, east] = std::ranges::minmax(whole, {}, [](const QPointF &p) { return p.x(); });
    std::vector<Line> pieces;
    for (int band = bandOf(west.x()); band <= bandOf(east.x()); ++band) {
        Line piece = halfOf(halfOf(whole, 360.0 * band - 180, true), 360.0 * band + 180, false);
        shift(piece, -360.0 * band);
        if (hasArea(piece))
            pieces.push_back(std::move(piece));
    }
    return pieces;
}

std::vector<Line> cutLine(const Line &line)
{
    const Line whole = unwrapped(line);
    std::vector<Line> pieces;
    Line piece;
    const auto finish = [&](int band) {
        shift(piece, -360.0 * band);
        if (piece.size() > 1)
            pieces.push_back(piece);
        piece.clear();
    };
    int band = whole.empty() ? 0 : bandOf(whole.front().x());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const int next = bandOf(whole[i].x());
        if (next != band && i > 0) {
            const QPointF edge = crossing(whole[i - 1], whole[i], 360.0 * std::max(band, next) - 180);
            piece.push_back(edge);
            finish(band);
            piece.push_back(edge);
        }
        band = next;
        piece.push_back(whole[i]);
    }
    finish(band);
    return pieces;
}

Line densified(const Line &line, double degrees)
{
    Line result;
    result.reserve(line.size());
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0) {
            const QPointF from = line[i - 1];
            const QPointF step = line[i] - from;
            const bool isShort = step.manhattanLength() <= degrees; // nearly all are
            const int parts =
                isShort ? 1 : static_cast<int>(std::ceil(std::hypot(step.x(), step.y()) / degrees));
            for (int k = 1; k < parts; ++k)
                result.push_back(from + step * k / parts);
        }
        result.push_back(line[i]);
    }
    return result;
}

} // namespace demarche::charts
