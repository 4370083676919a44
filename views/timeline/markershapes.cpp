#include "views/timeline/markershapes.h"

#include <QPolygonF>

namespace demarche::views {

namespace {

QPainterPath polygon(std::initializer_list<QPointF> points, QPointF centre)
{
    QPainterPath path;
    QPolygonF corners;
    for (const QPointF &point : points)
        corners << point + centre;
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

QPainterPath diamond(QPointF centre, double r)
{
    return polygon({{0, -r}, {r, 0}, {0, r}, {-r, 0}}, centre);
}

} // namespace

QPainterPath markerShape(std::size_t series, QPointF centre, double r)
{
    QPainterPath path;
    switch (series % 4) {
    case 0:
        path.addEllipse(centre, r, r);
        return path;
    case 1:
        path.addRect(QRectF(centre.x() - r * 0.9, centre.y() - r * 0.9, r * 1.8, r * 1.8));
        return path;
    case 2:
        return polygon({{0, -r * 1.2}, {r * 1.15, r * 0.85}, {-r * 1.15, r * 0.85}}, centre);
    default:
        return polygon({{0, r * 1.2}, {r * 1.15, -r * 0.85}, {-r * 1.15, -r * 0.85}}, centre);
    }
}

QPainterPath eventShape(double goldstein, QPointF centre, double r)
{
    if (goldstein < 0)
        return diamond(centre, r);
    QPainterPath path;
    path.addEllipse(centre, r * 0.9, r * 0.9);
    return path;
}

} // namespace demarche::views
