#pragma once

#include "views/map/palette.h"

#include <QPalette>

namespace demarche::views {

/// Every colour that the map, the timeline and their pictures use. Lines that must be seen have a contrast of
/// 3 or more with the page and text 4.5 or more, in both themes (tests/views/map/tst_palette.cpp).
struct Theme
{
    bool dark = false;
    QColor page;     ///< behind everything
    QColor ink;      ///< titles and figures
    QColor muted;    ///< captions and axis labels
    QColor grid;     ///< grid lines and the graticule: meant to be hardly seen
    QColor sea;      ///< inside the map's outline
    QColor land;     ///< of a country without data, under the hatching
    QColor hatch;    ///< the hatching that says "no data"
    QColor coast;    ///< coasts and the rims of markers
    QColor border;   ///< between countries
    QColor selected; ///< outlines what was chosen
    QColor target;   ///< outlines whom the stance is toward
    QColor halo;     ///< under outlines and names, to part them from what lies below
    QColor zero;     ///< the timeline's zero line
    QColor volume;   ///< bars of articles a period
    StanceRamp ramp;
    std::array<QColor, 12> series; ///< lines of the timeline, in this order

    [[nodiscard]] QColor seriesColour(std::size_t index) const { return series[index % series.size()]; }

    [[nodiscard]] static Theme light();
    [[nodiscard]] static Theme darkened();
    /// The one that suits a widget's palette, on that palette's own base.
    [[nodiscard]] static Theme of(const QPalette &palette);
};

/// A font of an exact height: points would be read anew by each paint device, and a PDF's are 12 times finer.
[[nodiscard]] QFont pixelFont(double pixels, bool bold = false);

} // namespace demarche::views
