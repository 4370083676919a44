#pragma once

#include "models/corpus/article.h"

#include <QStringView>

namespace demarche::corpus {

/// What stands above and below the body of a plain text.
///
/// Above it may stand an address (a line of its own), and a head: a title with, in the lines after it, a
/// byline ("By NAME"), a publisher with a date ("PUBLISHER, 2024-05-01"), a date, or "Key: value" lines.
/// Lines that were understood as such are not part of the body; without any of them nothing is taken away,
/// and a first line that is clearly a title becomes the article's title and stays in the text. The body is
/// one uncut stretch of the text.
struct TextHead
{
    Article article; ///< everything but the text; uri only where an address stood there
    text::Span body; ///< without blank lines around it
};

[[nodiscard]] TextHead readTextHead(const QString &text);

/// Fills what an article's text says of its publisher: an agency's mark in the dateline or a copyright line.
void findPublisher(Article &article);

} // namespace demarche::corpus
