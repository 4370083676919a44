#pragma once

#include "models/corpus/pdf/pages.h"

namespace demarche::corpus::pdf {

/// Words beside each other.
struct Line
{
    QString text;
    QRectF box;
    double size = 0; ///< that of most of its letters
    double pageHeight = 0;
    double columnRight = 0; ///< where the longest line of its column ends
    bool bold = false;      ///< all of it
    int page = 0;
    int column = 0; ///< stretches of lines one below the other, counted through the document
};

/// The lines of all pages in the order of reading. Marks of footnotes are left out.
[[nodiscard]] std::vector<Line> linesOf(const Pages &pages);

/// The size of most letters.
[[nodiscard]] double bodySize(const std::vector<Line> &lines);

/// Takes away what every page has at its upper and lower edge (running titles, numbers of pages), and
/// footnotes: small print at a page's end. Says how many footnotes there were.
[[nodiscard]] int removeFurniture(std::vector<Line> &lines, int pages);

} // namespace demarche::corpus::pdf
