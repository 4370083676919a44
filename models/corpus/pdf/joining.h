#pragma once

#include "models/corpus/pdf/lines.h"

#include <QSet>
#include <QStringList>

namespace demarche::corpus::pdf {

/// True where a line is a paragraph's first. `distance` is that from line to line in points, 0 where unknown.
[[nodiscard]] bool beginsParagraph(const Line &last, const Line &line, double distance);

/// Puts the lines of a paragraph together, and the words that a line's end parted: without the hyphen, unless
/// the document writes that word with one elsewhere too.
class Joining
{
public:
    explicit Joining(const std::vector<Line> &lines);

    void append(QString &text, const QString &line) const;

private:
    [[nodiscard]] bool keepsHyphen(const QString &before, const QString &after) const;

    QSet<QString> m_hyphenated; ///< words with hyphens in the middle of a line, in small letters
};

/// Several authors in one property: "Jane Doe; John Roe", "Jane Doe and John Roe", "Jane Doe, John Roe".
[[nodiscard]] QStringList authorsOf(const QString &property);

} // namespace demarche::corpus::pdf
