#pragma once

#include <Qt>

namespace demarche::views {

/// The keys by which every chart is zoomed: + (or =, its key without Shift), - and 0. False for any other.
template <typename Chart>
bool zoomByKey(Chart &chart, int key)
{
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        chart.zoomIn();
        return true;
    case Qt::Key_Minus:
        chart.zoomOut();
        return true;
    case Qt::Key_0:
        chart.resetZoom();
        return true;
    default:
        return false;
    }
}

} // namespace demarche::views
