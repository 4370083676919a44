#include "views/article/textview.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>
#include <QToolTip>

namespace demarche::article {

using tables::FindingPlace;
using tables::FindingRef;
using text::Span;

namespace {

constexpr int columnCharacters = 76; ///< the widest line that reads well
constexpr int sideMargin = 20;
constexpr int barMargin = 26; ///< room for the quotes' bars
constexpr int lineHeightPercent = 142;

/// As long as the text and with every character at its place, but without those that QTextDocument reads as
/// something else than text.
QString displayed(QString text)
{
    for (QChar &c : text) {
        if (c == QChar::CarriageReturn || c == QChar::Null || c == QChar::ObjectReplacementCharacter ||
            (c >= QChar(0xfdd0) && c <= QChar(0xfdef)))
            c = QChar::Space;
    }
    return text;
}

} // namespace

TextView::TextView(QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    setAccessibleName(tr("Article text"));
    setAccessibleDescription(tr("n and p go to the next and previous finding, Enter opens it"));
}

void TextView::setArticle(const QString &text, std::vector<Highlight> highlights)
{
    m_markings.highlights = std::move(highlights);
    m_markings.hits.clear();
    m_markings.found.clear();
    clearFinding();
    setPlainText(displayed(text));
    QTextBlockFormat format;
    format.setLineHeight(lineHeightPercent, QTextBlockFormat::ProportionalHeight);
    format.setBottomMargin(fontMetrics().height() * 0.55);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(format);
    // Empty lines only part paragraphs, which have their distance already.
    QTextBlockFormat empty;
    empty.setLineHeight(1, QTextBlockFormat::FixedHeight);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.text().trimmed().isEmpty())
            QTextCursor(block).setBlockFormat(empty);
    }
    QTextFrameFormat frame = document()->rootFrame()->frameFormat();
    frame.setMargin(0);
    frame.setLeftMargin(barMargin);
    frame.setTopMargin(6);
    document()->rootFrame()->setFrameFormat(frame);
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(0);
}

void TextView::setLayers(Layers layers)
{
    m_markings.layers = layers;
    viewport()->update();
}

void TextView::setHits(std::vector<Span> hits)
{
    m_markings.hits = std::move(hits);
    viewport()->update();
}

void TextView::setFound(std::vector<Span> found)
{
    m_markings.found = std::move(found);
    viewport()->update();
}

void TextView::showFinding(FindingRef finding, Span span)
{
    m_markings.current = finding;
    m_currentSpan = span;
    QTextCursor cursor = textCursor();
    cursor.setPosition(int(std::clamp<qsizetype>(span.begin, 0, document()->characterCount() - 1)));
    setTextCursor(cursor);
    reveal(span);
    viewport()->update();
}

void TextView::clearFinding()
{
    m_markings.current = {};
    m_currentSpan = {};
    viewport()->update();
}

void TextView::select(Span span)
{
    const auto last = qsizetype(document()->characterCount() - 1);
    QTextCursor cursor = textCursor();
    cursor.setPosition(int(std::clamp<qsizetype>(span.begin, 0, last)));
    cursor.setPosition(int(std::clamp<qsizetype>(span.end, 0, last)), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    reveal(span);
}

void TextView::step(int direction)
{
    std::vector<FindingPlace> shown;
    for (const Highlight &highlight : m_markings.highlights) {
        if (isShown(highlight.place))
            shown.push_back(highlight.place);
    }
    if (shown.empty())
        return;
    const auto here = std::ranges::find_if(shown, [&](const FindingPlace &place) {
        return place.finding == m_markings.current && place.span == m_currentSpan;
    });
    std::size_t at = std::size_t(here - shown.begin());
    if (here != shown.end()) {
        at = (at + shown.size() + std::size_t(direction < 0 ? shown.size() - 1 : 1)) % shown.size();
    } else {
        const qsizetype cursor = textCursor().position();
        const auto after =
            std::ranges::find_if(shown, [&](const FindingPlace &p) { return p.span.begin >= cursor; });
        at = std::size_t(after - shown.begin());
        at = direction < 0 ? (at + shown.size() - 1) % shown.size() : at % shown.size();
    }
    showFinding(shown[at].finding, shown[at].span);
    emit stepped(shown[at].finding);
}

bool TextView::isShown(const FindingPlace &place) const
{
    return m_markings.layers.testFlag(layerOf(place.finding.kind));
}

std::vector<FindingPlace> TextView::placesAt(qsizetype position) const
{
    std::vector<FindingPlace> found;
    for (const Highlight &highlight : m_markings.highlights) {
        const FindingPlace &place = highlight.place;
        if (place.span.contains(position) && isShown(place) &&
            std::ranges::find(found, place.finding, &FindingPlace::finding) == found.end())
            found.push_back(place);
    }
    std::ranges::stable_sort(found, {}, [](const FindingPlace &place) { return place.span.length(); });
    return found;
}

QRect TextView::rectOf(Span span) const
{
    QTextCursor cursor(document());
    const auto last = qsizetype(document()->characterCount() - 1);
    cursor.setPosition(int(std::clamp<qsizetype>(span.begin, 0, last)));
    const QRect begin = cursorRect(cursor);
    cursor.setPosition(int(std::clamp<qsizetype>(span.end, 0, last)));
    const QRect end = cursorRect(cursor);
    const QRect line = begin.top() == end.top()
                           ? begin.united(end)
                           : QRect(begin.topLeft(), QPoint(viewport()->width(), begin.bottom()));
    return line.translated(viewport()->pos());
}

qsizetype TextView::positionAt(QPoint point) const
{
    const QPointF inDocument(point.x() + horizontalScrollBar()->value(),
                             point.y() + verticalScrollBar()->value());
    return document()->documentLayout()->hitTest(inDocument, Qt::ExactHit);
}

void TextView::reveal(Span span)
{
    const QRect rect = rectOf(span).translated(-viewport()->pos());
    const int height = viewport()->height();
    if (rect.top() < height / 8 || rect.bottom() > height * 7 / 8)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.center().y() - height / 3);
}

void TextView::setColumn()
{
    const int column = fontMetrics().averageCharWidth() * columnCharacters + barMargin;
    const int side = std::max(sideMargin, (width() - verticalScrollBar()->sizeHint().width() - column) / 2);
    setViewportMargins(side - barMargin / 2, 0, side, 0);
    emit columnMoved(side + barMargin / 2);
}

void TextView::resizeEvent(QResizeEvent *event)
{
    setColumn();
    QTextEdit::resizeEvent(event);
}

void TextView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        painter.translate(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
        HighlightPainter marks(painter, m_markings, palette());
        const QRectF seen = QRectF(event->rect()).translated(0, verticalScrollBar()->value());
        const QAbstractTextDocumentLayout &layout = *document()->documentLayout();
        const QPoint top(0, event->rect().top());
        for (QTextBlock block = cursorForPosition(top).block(); block.isValid(); block = block.next()) {
            const QRectF rect = layout.blockBoundingRect(block);
            if (rect.top() > seen.bottom())
                break;
            marks.paint(block, rect.topLeft());
        }
    }
    QTextEdit::paintEvent(event);
}

void TextView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->pos();
    QTextEdit::mousePressEvent(event);
}

void TextView::mouseMoveEvent(QMouseEvent *event)
{
    QTextEdit::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton)
        viewport()->setCursor(placesAt(positionAt(event->pos())).empty() ? Qt::IBeamCursor
                                                                         : Qt::PointingHandCursor);
}

void TextView::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    const bool click = (event->pos() - m_pressed).manhattanLength() < 4 && !textCursor().hasSelection();
    if (event->button() != Qt::LeftButton || !click)
        return;
    const std::vector<FindingPlace> here = placesAt(positionAt(event->pos()));
    if (here.empty())
        emit clickedBeside();
    else
        emit activated(here, event->pos() + viewport()->pos());
}

void TextView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        const Span span = m_currentSpan;
        const std::vector<FindingPlace> here = span.isEmpty()
                                                   ? placesAt(textCursor().position())
                                                   : std::vector<FindingPlace>{{m_markings.current, span, 0}};
        if (!here.empty())
            emit activated(here, rectOf(here.front().span).bottomLeft());
        return;
    }
    if (plain && event->key() == Qt::Key_Space) {
        QScrollBar &bar = *verticalScrollBar();
        const bool back = event->modifiers().testFlag(Qt::ShiftModifier);
        if (!back && bar.value() >= bar.maximum())
            emit readToEnd();
        else
            bar.setValue(bar.value() + (back ? -1 : 1) * (bar.pageStep() - 2 * fontMetrics().height()));
        return;
    }
    QTextEdit::keyPressEvent(event);
}

bool TextView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showTip(help->pos(), help->globalPos());
        return true;
    }
    return QTextEdit::viewportEvent(event);
}

void TextView::showTip(QPoint point, QPoint global)
{
    QStringList lines;
    for (const FindingPlace &place : placesAt(positionAt(point))) {
        if (m_describe)
            lines.append(m_describe(place.finding));
    }
    // Escaped and marked as rich text by us, so that an article's words can never be taken for markup.
    const QString text =
        lines.join(QChar::LineFeed).toHtmlEscaped().replace(QChar::LineFeed, QLatin1String("<br>"));
    if (lines.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(global, QLatin1String("<qt>") + text + QLatin1String("</qt>"), viewport());
}

} // namespace demarche::article
