#pragma once

#include "models/charts/looks.h"
#include "views/timeline/timelinepainter.h"

#include <QPixmap>
#include <QWidget>

#include <functional>

namespace demarche::views {

/// How the selected countries' stances went, with the articles a period below and the gravest actions marked.
///
/// Dragging selects a range of days, the wheel zooms at the cursor, Ctrl+drag and Ctrl+arrows pan, a double
/// click shows the whole range (and, where it is whole already, asks to drop the selected one). Left and
/// right go from point to point, up and down from line to line, Enter opens the point's evidence. Selecting
/// changes nothing in the view itself: whoever owns the lens hears the signals and calls setSelectedRange().
class TimelineView : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineView(QWidget *parent = nullptr);
    ~TimelineView() override;

    /// The window in time is kept where it still has days of the new range.
    void setData(charts::TimelineData data);
    [[nodiscard]] const charts::TimelineData &data() const { return m_data; }
    /// Tells the marks anew, where more is known of them; nothing is drawn for it.
    void relabelMarks(const std::function<QString(const charts::EventMark &mark)> &label);

    /// The lens's dates, the rest being dimmed; invalid dates for none.
    void setSelectedRange(QDate first, QDate last);

    [[nodiscard]] const TimeWindow &window() const { return m_window; }
    void setWindow(const TimeWindow &window);

    /// Where a day and a score are drawn, and back.
    [[nodiscard]] QPointF positionOf(QDate day, double score) const;
    [[nodiscard]] QDate dayAt(double x) const;
    /// Where a country's point or a mark is drawn: for popups and tests.
    [[nodiscard]] QPointF positionOf(const TimelineHit &hit) const;
    [[nodiscard]] TimelineHit hitAt(QPointF position) const;

    [[nodiscard]] QSize sizeHint() const override { return {700, 460}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 140}; }

public slots:
    void zoomIn();
    void zoomOut();
    void resetZoom();

signals:
    void rangeSelected(QDate first, QDate last); ///< both included
    void rangeCleared();
    void pointClicked(const QString &iso3, QDate period);
    void markClicked(int article, int action);
    void windowChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Drag : unsigned char { None, Pressed, Select, Pan };

    [[nodiscard]] TimelineLayout layout() const;
    void drawLayer();
    void paintRange(QPainter &painter, const TimelineLayout &layout) const;
    void paintDrag(QPainter &painter, const TimelineLayout &layout) const;
    void paintNote(QPainter &painter, const TimelinePainter &timeline) const;
    void invalidate();
    void hover(const TimelineHit &hit);
    void activate(const TimelineHit &hit);
    void finishSelection();
    bool windowKey(const QKeyEvent &event);
    bool pointKey(const QKeyEvent &event);
    void stepPoint(int step);
    void stepLine(int step);
    void describe();

    charts::TimelineData m_data;
    charts::Looks m_looks;
    Theme m_theme;
    TimeWindow m_window;
    TimelineChart m_chart;
    QPixmap m_layer;
    QDate m_first;
    QDate m_last;
    TimelineHit m_hovered;
    Drag m_drag = Drag::None;
    QPointF m_pressed;
    QPointF m_at;
};

} // namespace demarche::views
