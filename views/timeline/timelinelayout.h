#pragma once

#include "views/timeline/timewindow.h"

#include <QRectF>

namespace demarche::views {

/// Where the timeline's parts lie in a picture, and which place stands for which day and score.
struct TimelineLayout
{
    QRectF area;   ///< everything
    QRectF key;    ///< what the lines are, and what the marks; empty where there is no room
    QRectF plot;   ///< scores from -10 (bottom) to 10 (top)
    QRectF strip;  ///< the ramp beside the plot, so that a height is a colour of the map
    QRectF volume; ///< bars of articles
    QRectF dates;  ///< labels of the ticks
    QRectF note;   ///< a line below them; empty where none is wanted
    QRectF names;  ///< labels of the lines
    TimeWindow window;

    /// `namesWidth` is what the longest label of a line needs; it gets at most a quarter of the width.
    TimelineLayout(const QRectF &area, const TimeWindow &window, double namesWidth, bool hasNote = false);

    [[nodiscard]] double x(double moment) const;
    [[nodiscard]] double y(double score) const;
    [[nodiscard]] double momentAt(double x) const;
};

} // namespace demarche::views
