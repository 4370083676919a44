#pragma once

#include "models/charts/series.h"
#include "models/text/result.h"
#include "views/map/theme.h"

#include <QImage>
#include <QStringList>

class QPainter;

namespace demarche::views {

enum class PictureContent : unsigned char { Map, Timeline, Both };

/// What a picture shows: exactly what the lens shows, and the words that say what that is.
struct Picture
{
    PictureContent content = PictureContent::Both;
    charts::MapData map;
    charts::TimelineData timeline;
    charts::Caption caption;
    QStringList selected; ///< countries outlined on the map, ISO alpha-3
};

/// Paints a picture into an area of `size` logical pixels, whose type and lines grow with it. `detail` is how
/// many device pixels a logical one has; it decides only how fine the shapes are.
void paintPicture(QPainter &painter, const Picture &picture, QSizeF size, const Theme &theme,
                  double detail = 1);

/// The picture as size × scale pixels, without a window: 1600×900 at scale 2 gives 3200×1800, sharp. Needs a
/// QApplication (offscreen is enough). A null image where it is too large for the memory.
[[nodiscard]] QImage renderPicture(const Picture &picture, QSize size, double scale, const Theme &theme);

[[nodiscard]] QImage renderMap(const charts::MapData &map, const charts::Caption &caption, QSize size,
                               double scale, const Theme &theme);
[[nodiscard]] QImage renderTimeline(const charts::TimelineData &timeline, const charts::Caption &caption,
                                    QSize size, double scale, const Theme &theme);
[[nodiscard]] QImage renderBoth(const charts::MapData &map, const charts::TimelineData &timeline,
                                const charts::Caption &caption, QSize size, double scale, const Theme &theme);

} // namespace demarche::views
