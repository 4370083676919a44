#pragma once

#include "views/article/highlight.h"

#include <QRectF>

class QPainter;
class QTextBlock;

namespace demarche::article {

/// Everything that is drawn behind an article's text. Nothing of it touches the text's layout, so no marking
/// ever moves a letter.
struct Markings
{
    std::vector<Highlight> highlights; ///< in text order
    std::vector<text::Span> hits;      ///< the lens's search words
    std::vector<text::Span> found;     ///< what was looked for in this text
    tables::FindingRef current;        ///< the finding at hand
    Layers layers = allLayers;
};

/// Draws the markings of one paragraph. Fill for actors, underline for actions, bar in the margin for quotes.
class HighlightPainter
{
public:
    HighlightPainter(QPainter &painter, const Markings &markings, const QPalette &palette);

    /// `origin` is the block's top left corner; bars are drawn to the left of it.
    void paint(const QTextBlock &block, QPointF origin);

private:
    struct Piece
    {
        QRectF rect; ///< the stretch of one line, as high as its letters
        bool first = false, last = false;
        double baseline = 0;
    };
    [[nodiscard]] std::vector<Piece> pieces(const QTextBlock &block, QPointF origin, text::Span span) const;
    void paintActor(const Highlight &highlight, const QTextBlock &block, QPointF origin);
    void paintAction(const Highlight &highlight, const QTextBlock &block, QPointF origin);
    void paintQuote(const Highlight &highlight, const QTextBlock &block, QPointF origin);
    void paintCurrent(const Highlight &highlight, const QTextBlock &block, QPointF origin);
    void paintSpans(const std::vector<text::Span> &spans, const QTextBlock &block, QPointF origin,
                    bool framed);

    QPainter &m_painter;
    const Markings &m_markings;
    HighlightColours m_colours;
};

} // namespace demarche::article
