#include "models/charts/equalearth.h"

#include <cmath>
#include <numbers>

namespace demarche::charts::equalearth {

namespace {

// The polynomial of the paper's equation 10.
constexpr double A1 = 1.340264;
constexpr double A2 = -0.081106;
constexpr double A3 = 0.000893;
constexpr double A4 = 0.003796;
constexpr double M = std::numbers::sqrt3 / 2;
constexpr double Degree = std::numbers::pi / 180;

double height(double theta)
{
    const double t2 = theta * theta;
    const double t6 = t2 * t2 * t2;
    return theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
}

double slope(double theta)
{
    const double t2 = theta * theta;
    const double t6 = t2 * t2 * t2;
    return A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2);
}

/// The parametric latitude of a height, by Newton's method: the polynomial has no closed inverse.
double parametric(double y)
{
    double theta = y;
    for (int i = 0; i < 12; ++i) {
        const double step = (height(theta) - y) / slope(theta);
        theta -= step;
        if (std::abs(step) < 1e-13)
            break;
    }
    return theta;
}

} // namespace

QPointF forward(QPointF degrees)
{
    const double theta = std::asin(M * std::sin(degrees.y() * Degree));
    return {degrees.x() * Degree * std::cos(theta) / (M * slope(theta)), height(theta)};
}

QPointF inverse(QPointF plane)
{
    const double theta = parametric(plane.y());
    const double longitude = M * plane.x() * slope(theta) / std::cos(theta);
    return {longitude / Degree, std::asin(std::sin(theta) / M) / Degree};
}

bool isOnMap(QPointF plane)
{
    return std::abs(plane.y()) <= HalfHeight && std::abs(inverse(plane).x()) <= 180;
}

} // namespace demarche::charts::equalearth
