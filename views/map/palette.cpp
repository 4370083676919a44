#include "views/map/palette.h"

#include "models/charts/stancescale.h"

#include <algorithm>
#include <cmath>

namespace demarche::views {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

float encoded(double channel)
{
    const double c = std::clamp(channel, 0.0, 1.0);
    return static_cast<float>(c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

} // namespace

StanceRamp::StanceRamp(const std::array<QColor, 5> &anchors)
{
    std::ranges::transform(anchors, m_anchors.begin(), labOf);
}

QColor StanceRamp::colour(double score) const
{
    const auto last = static_cast<double>(m_anchors.size() - 1);
    const double at = std::clamp((score / charts::ScoreLimit + 1) / 2, 0.0, 1.0) * last;
    const auto from = static_cast<std::size_t>(std::min(std::floor(at), last - 1));
    const double t = at - static_cast<double>(from);
    const Lab &a = m_anchors[from];
    const Lab &b = m_anchors[from + 1];
    return colourOf({std::lerp(a.l, b.l, t), std::lerp(a.a, b.a, t), std::lerp(a.b, b.b, t)});
}

StanceRamp::Lab StanceRamp::labOf(const QColor &colour)
{
    const double r = linear(colour.redF());
    const double g = linear(colour.greenF());
    const double b = linear(colour.blueF());
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

QColor StanceRamp::colourOf(const Lab &lab)
{
    const double l = std::pow(lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
    const double m = std::pow(lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
    const double s = std::pow(lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);
    const QColor exact = QColor::fromRgbF(encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                                          encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                                          encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    return QColor(exact.rgb()); // whole bytes, so that what is painted can be compared
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

QColor inkOn(const QColor &ground)
{
    return contrast(ground, Qt::white) >= contrast(ground, Qt::black) ? Qt::white : Qt::black;
}

} // namespace demarche::views
