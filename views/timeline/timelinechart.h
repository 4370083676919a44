#pragma once

#include "models/charts/series.h"
#include "views/map/theme.h"
#include "views/timeline/timewindow.h"

#include <QPainter>
#include <QRectF>

#include <memory>

namespace demarche::views {

/// The part of the timeline that Qt Charts draws: the scale of scores with its grid, and a faint dotted line
/// through all points of a country. No other file knows Qt Charts. Needs a QApplication; never uses OpenGL.
class TimelineChart
{
public:
    TimelineChart();
    ~TimelineChart();
    TimelineChart(const TimelineChart &) = delete;
    TimelineChart &operator=(const TimelineChart &) = delete;

    void setTheme(const Theme &theme);
    void setData(const charts::TimelineData &data);
    void setWindow(const TimeWindow &window);
    /// `plot` is where scores from -10 to 10 lie, within a picture of `size`.
    void layOut(QSizeF size, const QRectF &plot);
    void render(QPainter &painter);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace demarche::views
