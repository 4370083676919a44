#include "views/article/highlightpainter.h"

#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

#include <cmath>

namespace demarche::article {

using tables::FindingKind;
using text::Span;

namespace {

constexpr double barWidth = 3;
constexpr double barStep = 6;    ///< between the bars of overlapping quotes
constexpr double barGap = 9;     ///< between the text and the innermost bar
constexpr double lineStep = 3;   ///< between the lines of overlapping actions
constexpr int mostLanes = 3;     ///< deeper overlaps share the last lane
constexpr double tickLength = 3; ///< of the angles where an indirect quote begins and ends

Span spanOf(const QTextBlock &block)
{
    return {block.position(), block.position() + block.length()};
}

int lane(const Highlight &highlight)
{
    return std::min(highlight.lane, mostLanes - 1);
}

} // namespace

HighlightPainter::HighlightPainter(QPainter &painter, const Markings &markings, const QPalette &palette)
    : m_painter(painter)
    , m_markings(markings)
    , m_colours(palette)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void HighlightPainter::paint(const QTextBlock &block, QPointF origin)
{
    const Span here = spanOf(block);
    paintSpans(m_markings.hits, block, origin, false);
    // Fills first, so that lines and bars stay sharp above them.
    for (const FindingKind kind : {FindingKind::Actor, FindingKind::Action, FindingKind::Quote}) {
        if (!m_markings.layers.testFlag(layerOf(kind)))
            continue;
        for (const Highlight &highlight : m_markings.highlights) {
            if (highlight.place.span.begin >= here.end)
                break;
            if (highlight.place.finding.kind != kind || !highlight.place.span.overlaps(here))
                continue;
            if (kind == FindingKind::Actor)
                paintActor(highlight, block, origin);
            else if (kind == FindingKind::Action)
                paintAction(highlight, block, origin);
            else
                paintQuote(highlight, block, origin);
            if (highlight.place.finding == m_markings.current)
                paintCurrent(highlight, block, origin);
        }
    }
    paintSpans(m_markings.found, block, origin, true);
}

std::vector<HighlightPainter::Piece> HighlightPainter::pieces(const QTextBlock &block, QPointF origin,
                                                              Span span) const
{
    std::vector<Piece> all;
    const QTextLayout &layout = *block.layout();
    const QTextLine start =
        layout.lineForTextPosition(int(std::max<qsizetype>(span.begin - block.position(), 0)));
    for (int i = start.isValid() ? start.lineNumber() : 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const Span lineSpan{block.position() + line.textStart(),
                            block.position() + line.textStart() + line.textLength()};
        const Span part{std::max(span.begin, lineSpan.begin), std::min(span.end, lineSpan.end)};
        if (part.isEmpty())
            break;
        const double left = line.cursorToX(int(part.begin - block.position()));
        const double right = line.cursorToX(int(part.end - block.position()));
        const double baseline = origin.y() + line.y() + line.ascent();
        const QRectF rect(origin.x() + std::min(left, right), baseline - line.ascent(),
                          std::abs(right - left), line.ascent() + line.descent());
        all.push_back({rect, part.begin == span.begin, part.end == span.end, baseline});
    }
    return all;
}

void HighlightPainter::paintActor(const Highlight &highlight, const QTextBlock &block, QPointF origin)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(highlight.named ? m_colours.name : m_colours.mention);
    for (const Piece &piece : pieces(block, origin, highlight.place.span))
        m_painter.drawRoundedRect(piece.rect.adjusted(-1.5, 0, 1.5, 0), 3, 3);
}

void HighlightPainter::paintAction(const Highlight &highlight, const QTextBlock &block, QPointF origin)
{
    const QColor colour = m_colours.toned(highlight.tone);
    const auto underline = [&](Span span, double width, int alpha, Qt::PenStyle style) {
        QColor shade = colour;
        shade.setAlpha(alpha);
        QPen pen(shade, width, style, Qt::FlatCap);
        m_painter.setPen(pen);
        for (const Piece &piece : pieces(block, origin, span)) {
            const double y = std::round(piece.baseline + 3 + lane(highlight) * lineStep) + 0.5;
            m_painter.drawLine(QPointF(piece.rect.left(), y), QPointF(piece.rect.right(), y));
        }
    };
    const bool current = highlight.place.finding == m_markings.current;
    underline(highlight.place.span, 1, current ? 255 : 110, highlight.certain ? Qt::SolidLine : Qt::DotLine);
    underline(highlight.core, 2.5, 255, highlight.certain ? Qt::SolidLine : Qt::DotLine);
}

void HighlightPainter::paintQuote(const Highlight &highlight, const QTextBlock &block, QPointF origin)
{
    const QColor colour = m_colours.toned(highlight.tone);
    const std::vector<Piece> lines = pieces(block, origin, highlight.place.span);
    if (lines.empty())
        return;
    const double x = origin.x() - barGap - barWidth - lane(highlight) * barStep;
    const QRectF bar(x, lines.front().rect.top(), barWidth,
                     lines.back().rect.bottom() - lines.front().rect.top());
    m_painter.setPen(highlight.certain ? QPen(Qt::NoPen) : QPen(colour, 1));
    m_painter.setBrush(highlight.certain ? QBrush(colour) : QBrush(Qt::NoBrush));
    m_painter.drawRoundedRect(highlight.certain ? bar : bar.adjusted(0.5, 0.5, -0.5, -0.5), 1, 1);
    if (highlight.certain)
        return; // quotation marks say where it begins and ends
    // Hairlines on whole pixels, in the space between words and above and below the letters.
    QColor faint = colour;
    faint.setAlpha(150);
    m_painter.setPen(QPen(faint, 1));
    for (const Piece &piece : lines) {
        const QPointF begin(std::floor(piece.rect.left()) - 1.5, std::floor(piece.rect.top()) + 0.5);
        const QPointF end(std::ceil(piece.rect.right()) + 0.5, std::ceil(piece.rect.bottom()) - 0.5);
        if (piece.first)
            m_painter.drawPolyline(
                QPolygonF{begin + QPointF(tickLength, 0), begin, begin + QPointF(0, tickLength)});
        if (piece.last)
            m_painter.drawPolyline(
                QPolygonF{end - QPointF(tickLength, 0), end, end - QPointF(0, tickLength)});
    }
}

void HighlightPainter::paintCurrent(const Highlight &highlight, const QTextBlock &block, QPointF origin)
{
    QColor tint = m_colours.current;
    m_painter.setPen(QPen(tint, 1.5));
    tint.setAlpha(28);
    m_painter.setBrush(tint);
    for (const Piece &piece : pieces(block, origin, highlight.place.span))
        m_painter.drawRoundedRect(piece.rect.adjusted(-2, -1, 2, 2), 3, 3);
}

void HighlightPainter::paintSpans(const std::vector<Span> &spans, const QTextBlock &block, QPointF origin,
                                  bool framed)
{
    const Span here = spanOf(block);
    m_painter.setPen(framed ? QPen(m_colours.found, 1.5) : QPen(Qt::NoPen));
    m_painter.setBrush(framed ? QBrush(Qt::NoBrush) : QBrush(m_colours.hit));
    for (const Span span : spans) {
        if (!span.overlaps(here))
            continue;
        for (const Piece &piece : pieces(block, origin, span))
            m_painter.drawRoundedRect(piece.rect.adjusted(-1, 0, 1, 0), 2, 2);
    }
}

} // namespace demarche::article
