#include "views/export/picture.h"

#include "models/charts/calendar.h"
#include "views/export/picturelayout.h"
#include "views/map/legend.h"
#include "views/map/mappainter.h"
#include "views/timeline/timelinepainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace demarche::views {

using namespace Qt::StringLiterals;

namespace {

QString elided(const QString &text, const QFont &font, double width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

QString counted(int count, const QString &one, const QString &many)
{
    return QString::number(count) + u' ' + (count == 1 ? one : many);
}

QString sourcesOf(const charts::Caption &caption)
{
    QString words = counted(caption.articles, u"article"_s, u"articles"_s);
    if (caption.stories > 0 && caption.stories < caption.articles)
        words += u" in "_s + counted(caption.stories, u"story"_s, u"stories"_s);
    if (caption.publishers > 0)
        words += u" from "_s + counted(caption.publishers, u"publisher"_s, u"publishers"_s);
    return caption.dates.isEmpty() ? words : words + u" · "_s + caption.dates;
}

/// The painter of one picture: what all its parts need.
class Sheet
{
public:
    Sheet(QPainter &painter, const Picture &picture, const PictureLayout &layout, const Theme &theme,
          double detail)
        : m_painter(painter)
        , m_picture(picture)
        , m_layout(layout)
        , m_theme(theme)
        , m_detail(detail)
    {
    }

    void paintWords()
    {
        const charts::Caption &caption = m_picture.caption;
        write(m_layout.title, caption.title, pixelFont(24, true), m_theme.ink, Qt::AlignLeft);
        if (!m_layout.lens.isEmpty())
            writeLens(caption.lens);
        const QString source = m_picture.content == PictureContent::Timeline
                                   ? u"Démarche"_s
                                   : u"Démarche · shapes: Natural Earth · boundaries imply no endorsement"_s;
        const QFont small = pixelFont(11);
        const QString sources = sourcesOf(caption);
        write(m_layout.foot, sources, pixelFont(12), m_theme.ink, Qt::AlignLeft);
        const double taken = QFontMetricsF(pixelFont(12)).horizontalAdvance(sources) + 24;
        if (taken + QFontMetricsF(small).horizontalAdvance(source) <= m_layout.foot.width())
            write(m_layout.foot, source, small, m_theme.muted, Qt::AlignRight);
    }

    void paintMap()
    {
        const MapCamera camera(m_layout.map);
        const MapPainter map(m_picture.map, m_theme, camera, m_detail);
        map.paint(m_painter);
        for (const QString &iso3 : m_picture.selected) {
            if (const int country = charts::worldMap().indexOf(iso3); country >= 0)
                map.outline(m_painter, country, m_theme.selected, 1.8);
        }
        if (!m_picture.selected.isEmpty())
            map.nameTarget(m_painter);
        paintLegend(m_painter, m_layout.legend, m_picture.map.targetName, m_theme);
    }

    void paintTimeline()
    {
        const charts::TimelineData &data = m_picture.timeline;
        const TimelineLayout place(m_layout.timeline, wholeWindow(data), TimelinePainter::namesWidth(data),
                                   data.undated > 0);
        TimelineChart chart;
        chart.setTheme(m_theme);
        chart.setData(data);
        TimelinePainter painter(data, m_theme, place);
        painter.setNumbered(!m_layout.notes.isEmpty());
        painter.paint(m_painter, chart);
        painter.paintEmpty(m_painter);
        paintNotes();
    }

private:
    void write(const QRectF &area, const QString &text, const QFont &font, const QColor &colour,
               Qt::Alignment side)
    {
        m_painter.setFont(font);
        m_painter.setPen(colour);
        m_painter.drawText(area, side | Qt::AlignVCenter, elided(text, font, area.width()));
    }

    void writeLens(const QString &lens)
    {
        const QStringList lines = lensLines(lens, m_layout.lens.width());
        QRectF line = m_layout.lens;
        line.setHeight(line.height() / static_cast<double>(lines.size()));
        for (const QString &words : lines) {
            write(line, words, lensFont(), m_theme.muted, Qt::AlignLeft);
            line.translate(0, line.height());
        }
    }

    /// The marked actions by number: a picture has no cards to open.
    void paintNotes()
    {
        const QRectF area = m_layout.notes;
        const auto &marks = m_picture.timeline.marks;
        if (area.isEmpty())
            return;
        const auto rows =
            static_cast<std::size_t>(std::max(1L, std::lround((area.height() - 6) / NoteHeight)));
        const double columns = std::ceil(static_cast<double>(marks.size()) / static_cast<double>(rows));
        const double width = area.width() / columns;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            const std::size_t column = i / rows;
            const std::size_t row = i % rows;
            const QRectF cell(area.left() + width * static_cast<double>(column),
                              area.top() + 6 + NoteHeight * static_cast<double>(row), width - 12, NoteHeight);
            const QString number = QString::number(i + 1);
            const QString date = charts::nameOf(marks[i].day, charts::Period::Day);
            write(cell, number, pixelFont(11, true), m_theme.ink, Qt::AlignLeft);
            write(cell.adjusted(20, 0, 0, 0), date, pixelFont(11), m_theme.muted, Qt::AlignLeft);
            write(cell.adjusted(100, 0, 0, 0), marks[i].label, pixelFont(11), m_theme.ink, Qt::AlignLeft);
        }
    }

    QPainter &m_painter;
    const Picture &m_picture;
    const PictureLayout &m_layout;
    const Theme &m_theme;
    double m_detail;
};

} // namespace

void paintPicture(QPainter &painter, const Picture &picture, QSizeF size, const Theme &theme, double detail)
{
    const PictureLayout layout(picture, size);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(QRectF({0, 0}, size), theme.page);
    painter.scale(layout.unit, layout.unit);
    Sheet sheet(painter, picture, layout, theme, detail * layout.unit);
    sheet.paintWords();
    if (!layout.map.isEmpty())
        sheet.paintMap();
    if (!layout.timeline.isEmpty())
        sheet.paintTimeline();
    painter.restore();
}

QImage renderPicture(const Picture &picture, QSize size, double scale, const Theme &theme)
{
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    QPainter painter(&image);
    painter.scale(scale, scale); // not a device pixel ratio: Qt takes none below 1, which previews need
    paintPicture(painter, picture, QSizeF(size), theme, scale);
    painter.end();
    return image;
}

QImage renderMap(const charts::MapData &map, const charts::Caption &caption, QSize size, double scale,
                 const Theme &theme)
{
    return renderPicture({PictureContent::Map, map, {}, caption, {}}, size, scale, theme);
}

QImage renderTimeline(const charts::TimelineData &timeline, const charts::Caption &caption, QSize size,
                      double scale, const Theme &theme)
{
    return renderPicture({PictureContent::Timeline, {}, timeline, caption, {}}, size, scale, theme);
}

QImage renderBoth(const charts::MapData &map, const charts::TimelineData &timeline,
                  const charts::Caption &caption, QSize size, double scale, const Theme &theme)
{
    return renderPicture({PictureContent::Both, map, timeline, caption, {}}, size, scale, theme);
}

} // namespace demarche::views
