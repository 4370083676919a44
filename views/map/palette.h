#pragma once

#include <QColor>

#include <array>

/// The colours of a stance, one scale for the map and the timeline: rust (hostile) through a grey that says
/// nothing to blue (supportive). The pair stays apart for people who see red and green alike, and lightness
/// alone tells how far a score is from zero; a test simulates both (tests/views/map/tst_palette.cpp).
namespace demarche::views {

/// Five anchors at -10, -5, 0, 5 and 10, joined in the Oklab space (B. Ottosson, 2020), where even steps look
/// even.
class StanceRamp
{
public:
    explicit StanceRamp(const std::array<QColor, 5> &anchors);

    /// The colour of a score; beyond ±10 that of the end.
    [[nodiscard]] QColor colour(double score) const;

private:
    struct Lab
    {
        double l = 0;
        double a = 0;
        double b = 0;
    };
    static Lab labOf(const QColor &colour);
    static QColor colourOf(const Lab &lab);

    std::array<Lab, 5> m_anchors;
};

/// The ratio of luminances of WCAG 2.1, 1 to 21: 3 is asked of lines, 4.5 of text.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

/// Black or white, whichever reads better on this ground.
[[nodiscard]] QColor inkOn(const QColor &ground);

} // namespace demarche::views
