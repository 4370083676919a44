#pragma once

#include "models/corpus/article.h"
#include "models/corpus/vendors/lines.h"

#include <vector>

namespace demarche::corpus::vendors {

/// One article of a Factiva export as its fields, whichever layout they came in. The names are Factiva's own
/// (HD headline, BY byline, PD day, SN source, LA language, LP and TD the text, AN accession number).
struct FactivaRecord
{
    QString accession; ///< "LBA0000020231101ejb10000x"; empty where the export gives none
    QString headline;
    QString byline;
    QString source;
    QString language; ///< as named in the export
    QDate day;
    Lines body;
    Lines above;            ///< between it and the article before it, and of neither
    bool isWhole = false;   ///< its layout was not understood: `body` is all of it
    bool holdsMore = false; ///< the line that ends an article is missing: another one's marks stand in it
};

/// The records of the layout "full article/report plus indexing", where each field stands beside its tag.
[[nodiscard]] std::vector<FactivaRecord> taggedRecords(LineSpan lines);

/// The records of the layout without tags, where an article is known by the order of its lines.
[[nodiscard]] std::vector<FactivaRecord> displayedRecords(LineSpan lines);

/// "LBA0000020231101ejb10000x" out of the line "Document LBA0000020231101ejb10000x"; empty for other lines.
[[nodiscard]] QString accessionOf(QStringView line);

/// The day that an accession number holds; invalid where it holds none.
[[nodiscard]] QDate accessionDay(const QString &accession);

/// "345 words", in the languages of Factiva's screens.
[[nodiscard]] bool isWordCount(QStringView line);

/// What the printed page adds: "Page 3 of 120 © 2023 Factiva, Inc. All rights reserved."
[[nodiscard]] bool isPageMark(QStringView line);

} // namespace demarche::corpus::vendors
