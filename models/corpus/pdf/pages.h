#pragma once

#include "models/text/result.h"

#include <QByteArrayView>
#include <QDate>
#include <QRectF>
#include <QString>

#include <vector>

/// PDF files as paragraphs. Their words come from poppler, which is large, written for documents of good
/// will, and cannot be stopped in the middle of a page: so all of this runs in a process of its own
/// (demarche-pdf), bounded in time and memory, and the program only ever sees what it printed (helper.h).
namespace demarche::corpus::pdf {

struct Word
{
    QString text;
    QRectF box;      ///< points from the page's upper left corner
    double size = 0; ///< of its letters, in points
    bool bold = false;
    bool spaceAfter = true;
};

struct Page
{
    double height = 0;       ///< points
    std::vector<Word> words; ///< in the order of reading, column after column
};

struct Pages
{
    QString title;  ///< as its properties say; may be empty
    QString author; ///< the same
    QDate created;  ///< may be invalid
    std::vector<Page> pages;
    int leftOut = 0; ///< pages behind the limit
};

/// A Problem (without a place) for what is no PDF, locked by a password, or holds pictures only.
[[nodiscard]] Result<Pages> readPages(QByteArrayView bytes);

} // namespace demarche::corpus::pdf
