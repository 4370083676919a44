#pragma once

#include "models/analysis/findings.h"

#include <QString>
#include <QStringList>

namespace demarche::corpus {

/// One article as a reader gives it: plain text and what the source says of it. No markup is left in any
/// field.
struct Article
{
    QString uri; ///< the path as given, or the article's own address
    QString title;
    QString text; ///< paragraphs parted by newlines; what all spans count
    QStringList byline;
    QString publisher;
    QString language = QStringLiteral("en"); ///< BCP 47
    analysis::Published published;
    QStringList addresses;   ///< further web addresses that it was found at
    qint64 subscription = 0; ///< that brought it; 0 for none
    QStringList warnings; ///< one line each: what was guessed, repaired or left out
};

} // namespace demarche::corpus
