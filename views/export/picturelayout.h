#pragma once

#include "views/export/picture.h"

#include <QRectF>

namespace demarche::views {

/// Where the parts of a picture lie, in units of the picture: its type has the same size in units whatever
/// its pixels.
struct PictureLayout
{
    double unit = 1; ///< logical pixels a unit
    QRectF page;
    QRectF title;
    QRectF lens; ///< the filter in words; empty where there is none
    QRectF map;
    QRectF legend;
    QRectF timeline;
    QRectF notes; ///< the marked actions in words; empty where there are none or no room
    QRectF foot;

    PictureLayout(const Picture &picture, QSizeF size);
};

constexpr double NoteHeight = 16;

/// The filter in words on one line, or on two where it is long.
[[nodiscard]] QStringList lensLines(const QString &lens, double width);
[[nodiscard]] QFont lensFont();

} // namespace demarche::views
