#pragma once

#include "views/article/highlightpainter.h"

#include <QTextEdit>

namespace demarche::article {

/// An article's text with its findings marked. Read-only plain text: nothing in it is ever taken for markup.
class TextView : public QTextEdit
{
    Q_OBJECT

public:
    explicit TextView(QWidget *parent = nullptr);

    void setArticle(const QString &text, std::vector<Highlight> highlights);
    void setLayers(Layers layers);
    [[nodiscard]] Layers layers() const { return m_markings.layers; }
    /// Marks words that the lens's search asks for.
    void setHits(std::vector<text::Span> hits);
    /// Marks all places of what is looked for in this text.
    void setFound(std::vector<text::Span> found);
    [[nodiscard]] text::Span currentSpan() const { return m_currentSpan; }
    [[nodiscard]] const Markings &markings() const { return m_markings; }

    /// Frames a finding and brings it into sight.
    void showFinding(tables::FindingRef finding, text::Span span);
    void clearFinding();
    /// Selects a stretch of text and brings it into sight.
    void select(text::Span span);
    /// Brings a stretch of text into sight.
    void reveal(text::Span span);
    /// The next or the previous shown place after the current one, round the end; nothing where none is
    /// shown.
    void step(int direction);

    /// The shown findings whose places contain a position, each once, smallest place first.
    [[nodiscard]] std::vector<tables::FindingPlace> placesAt(qsizetype position) const;
    /// Where a stretch of text is on this widget; its first line.
    [[nodiscard]] QRect rectOf(text::Span span) const;
    /// The text's position under a point of the viewport; -1 beside the text.
    [[nodiscard]] qsizetype positionAt(QPoint point) const;

    /// Gives a finding's tooltip, plain text.
    void setDescriber(std::function<QString(tables::FindingRef)> describe)
    {
        m_describe = std::move(describe);
    }

signals:
    /// A click or Enter on a place where one or several findings stand.
    void activated(const std::vector<tables::FindingPlace> &places, QPoint at);
    /// step() came to a finding.
    void stepped(tables::FindingRef finding);
    /// A plain click where no finding is.
    void clickedBeside();
    /// The column of text has another left edge, in this widget's pixels.
    void columnMoved(int left);
    /// Space at the end of the text.
    void readToEnd();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void setColumn();
    void showTip(QPoint point, QPoint global);
    [[nodiscard]] bool isShown(const tables::FindingPlace &place) const;

    Markings m_markings;
    text::Span m_currentSpan;
    std::function<QString(tables::FindingRef)> m_describe;
    QPoint m_pressed;
};

} // namespace demarche::article
