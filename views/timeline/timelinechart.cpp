#include "views/timeline/timelinechart.h"

#include "models/charts/stancescale.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QValueAxis>

namespace demarche::views {

struct TimelineChart::Parts
{
    QGraphicsScene scene;
    QChart *chart = new QChart; // the scene owns it
    QValueAxis *days = new QValueAxis;
    QValueAxis *scores = new QValueAxis;
    std::vector<QLineSeries *> lines; // reused: replacing points is far cheaper than new series
    std::vector<std::size_t> looks;   // of the lines that are shown
    Theme theme = Theme::light();

    void addLine();
    void style();
};

void TimelineChart::Parts::addLine()
{
    auto *line = new QLineSeries;
    chart->addSeries(line);
    line->attachAxis(days);
    line->attachAxis(scores);
    lines.push_back(line);
}

void TimelineChart::Parts::style()
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        QColor colour = theme.seriesColour(i < looks.size() ? looks[i] : i);
        colour.setAlphaF(0.6F);
        QPen pen(colour, 1.1, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({1.5, 3});
        lines[i]->setPen(pen);
    }
    scores->setGridLinePen(QPen(theme.grid, 1));
}

TimelineChart::TimelineChart()
    : m_parts(std::make_unique<Parts>())
{
    QChart &chart = *m_parts->chart;
    chart.setBackgroundVisible(false);
    chart.setAnimationOptions(QChart::NoAnimation);
    chart.setMargins({});
    chart.legend()->hide();
    m_parts->scene.addItem(&chart);

    chart.addAxis(m_parts->days, Qt::AlignBottom);
    chart.addAxis(m_parts->scores, Qt::AlignLeft);
    m_parts->days->setVisible(false); // its labels would be plain figures: the painter writes dates
    m_parts->scores->setRange(-charts::ScoreLimit, charts::ScoreLimit);
    m_parts->scores->setTickCount(5);
    m_parts->scores->setLabelsVisible(false); // written by the painter, with true minus signs
    m_parts->scores->setLineVisible(false);
    m_parts->addLine(); // an axis without a series is not laid out
    m_parts->style();
}

TimelineChart::~TimelineChart() = default;

void TimelineChart::setTheme(const Theme &theme)
{
    m_parts->theme = theme;
    m_parts->style();
}

void TimelineChart::setData(const charts::TimelineData &data)
{
    while (m_parts->lines.size() < data.series.size())
        m_parts->addLine();
    for (std::size_t i = 0; i < m_parts->lines.size(); ++i) {
        QList<QPointF> points;
        if (i < data.series.size() && data.series[i].points.size() > 1) {
            for (const charts::StancePoint &point : data.series[i].points)
                points.emplace_back(middleOf(point.period, data.period), point.score);
        }
        m_parts->lines[i]->replace(points);
        m_parts->lines[i]->setVisible(!points.isEmpty()); // else a PDF gets a path without a point
    }
    std::vector<std::size_t> looks;
    looks.reserve(data.series.size());
    for (std::size_t i = 0; i < data.series.size(); ++i)
        looks.push_back(charts::lookOf(data, i));
    if (looks != std::exchange(m_parts->looks, looks))
        m_parts->style();
}

void TimelineChart::setWindow(const TimeWindow &window)
{
    if (window.isValid())
        m_parts->days->setRange(window.begin(), window.end());
}

void TimelineChart::layOut(QSizeF size, const QRectF &plot)
{
    m_parts->chart->setGeometry(QRectF({0, 0}, size));
    m_parts->chart->setPlotArea(plot);
    m_parts->chart->layout()->setGeometry(QRectF({0, 0}, size)); // now, not when the event loop next turns
    m_parts->scene.setSceneRect(QRectF({0, 0}, size));
}

void TimelineChart::render(QPainter &painter)
{
    const QRectF whole = m_parts->scene.sceneRect();
    m_parts->scene.render(&painter, whole, whole);
}

} // namespace demarche::views
