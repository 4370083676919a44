#pragma once

#include "models/corpus/document/document.h"

namespace demarche::corpus::document {

/// 1 … 9 for a heading by its style's name ("heading 2", "Title"), as word processors write it in English
/// whatever language they speak; else 0.
[[nodiscard]] int headingOf(const QString &style);

/// Where a HYPERLINK field leads; empty for other fields and for places in the document itself.
[[nodiscard]] QString hyperlinkTarget(const QString &instruction);

/// Puts a document's paragraphs together as its text is come upon, and numbers tables, rows and cells.
class Builder
{
public:
    /// The paragraph that is being written; its style, heading and bookmarks may be set.
    [[nodiscard]] Paragraph &current() { return m_current; }
    [[nodiscard]] bool isEmpty() const { return m_current.runs.empty(); }

    void add(QStringView text, bool bold, const QString &link);
    /// What follows stands on a new page: a paragraph that has begun is ended.
    void breakPage();
    void endParagraph();

    void beginTable();
    void beginRow();
    void beginCell();
    void endTable();
    [[nodiscard]] bool inTable() const { return m_depth > 0; }

    /// True once the text is longer than any collection of articles: the rest is to be left out.
    [[nodiscard]] bool isFull() const { return m_length > longestText; }

    [[nodiscard]] std::vector<Paragraph> take();

private:
    static constexpr qsizetype longestText = 64 * 1024 * 1024; ///< characters

    void place(Paragraph &paragraph) const;

    std::vector<Paragraph> m_paragraphs;
    Paragraph m_current;
    qsizetype m_length = 0;
    int m_depth = 0; ///< tables inside tables: the outermost one counts
    int m_table = 0;
    int m_row = 0;
    int m_cell = 0;
};

} // namespace demarche::corpus::document
