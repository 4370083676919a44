#pragma once

#include "views/timeline/timelinechart.h"
#include "views/timeline/timelinelayout.h"

namespace demarche::views {

/// What lies under the mouse on the timeline.
struct TimelineHit
{
    enum class Kind : unsigned char { None, Point, Mark, Bar };
    Kind kind = Kind::None;
    int series = -1; ///< for a point: index into TimelineData::series
    int index = -1;  ///< of the point in its series, of the mark, or of the bar

    friend bool operator==(const TimelineHit &, const TimelineHit &) = default;
};

/// Paints the timeline into any paint device, and finds what it painted. Qt Charts draws the scale; what it
/// cannot do (gaps in a line, bars on a date axis, ticks on the first of a month, names at the lines' ends)
/// is painted here.
class TimelinePainter
{
public:
    /// All arguments must outlive the painter.
    TimelinePainter(const charts::TimelineData &data, const Theme &theme, const TimelineLayout &layout);

    /// Writes its number into each mark, 1 for the first, for a list of them elsewhere in the picture.
    void setNumbered(bool isNumbered);

    void paint(QPainter &painter, TimelineChart &chart) const;
    /// Where there is no line, why; over everything else.
    void paintEmpty(QPainter &painter) const;
    /// The thing under the mouse, larger, over what paint() gave.
    void highlight(QPainter &painter, const TimelineHit &hit) const;

    [[nodiscard]] TimelineHit hitAt(QPointF position) const;
    [[nodiscard]] QPointF placeOf(const TimelineHit &hit) const;

    /// Two or three lines that tell what a hit stands for.
    [[nodiscard]] QStringList wordsOf(const TimelineHit &hit) const;

    /// What the names at the ends of the lines need.
    [[nodiscard]] static double namesWidth(const charts::TimelineData &data);

private:
    /// Where a line ends in sight, and how much it rests on.
    struct LineEnd
    {
        std::size_t series = 0;
        QPointF at;
        int evidence = 0;
    };

    void paintTicks(QPainter &painter) const;
    void paintVolume(QPainter &painter) const;
    void paintStrip(QPainter &painter) const;
    void paintZero(QPainter &painter) const;
    void paintLine(QPainter &painter, std::size_t series) const;
    /// What the bars count, by its number: "stories" where copies count once.
    [[nodiscard]] QString countedWord(int count) const;
    void paintUndated(QPainter &painter) const;
    void paintKey(QPainter &painter) const;
    void paintMark(QPainter &painter, std::size_t mark, double radius) const;
    [[nodiscard]] std::vector<LineEnd> namedLines() const;
    void paintNames(QPainter &painter) const;
    void paintName(QPainter &painter, const LineEnd &line, const QRectF &cell) const;

    [[nodiscard]] QPointF place(const charts::StancePoint &point) const;
    [[nodiscard]] double markRadius() const;
    void placeMarks();
    [[nodiscard]] QRectF barOf(const charts::VolumeBar &bar) const;
    [[nodiscard]] int mostArticles() const;

    const charts::TimelineData &m_data;
    const Theme &m_theme;
    const TimelineLayout &m_layout;
    bool m_isNumbered = false;
    std::vector<QPointF> m_markPlaces; ///< of equal days and scores each beside the last
};

} // namespace demarche::views
