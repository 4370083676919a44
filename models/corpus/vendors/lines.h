#pragma once

#include "models/corpus/document/document.h"
#include "models/corpus/html/tree.h"

#include <QString>
#include <QStringView>

#include <span>
#include <vector>

/// Exports of news archives (Factiva, Nexis): many articles in one text, page or document, parted by nothing
/// but what is written there.
namespace demarche::corpus::vendors {

/// A line of an export; a paragraph where its form has paragraphs. Never without text.
struct Line
{
    QString text;         ///< runs of white space as one space, save the first wide gap
    qsizetype gap = 0;    ///< where in the text a tab or some spaces stood, as between columns; 0 for nowhere
    bool opens = true;    ///< begins a paragraph
    bool heading = false; ///< set as a headline, where the form has looks
    bool follows = false; ///< right below the line above: no empty line or other element between
};

using Lines = std::vector<Line>;
using LineSpan = std::span<const Line>;

[[nodiscard]] Lines linesOf(QStringView text);
[[nodiscard]] Lines linesOf(const html::Tree &page);
[[nodiscard]] Lines linesOf(const document::Document &document);

/// Lines as an article's text: paragraphs parted by empty lines, hard-wrapped lines joined.
[[nodiscard]] QString textOf(LineSpan lines);

/// Lines as one line.
[[nodiscard]] QString joined(LineSpan lines, const QString &between = QStringLiteral(" "));

/// What an article of an export is told with that gives no day.
inline const QString noDay = QStringLiteral("the export gives no day that could be read");

} // namespace demarche::corpus::vendors
