#pragma once

#include <QString>
#include <QStringView>

#include <optional>

/// The words by which Nexis names the parts of an article, on English, German, French, Spanish, Italian and
/// Dutch screens.
namespace demarche::corpus::vendors {

enum class Label : unsigned char {
    Headline,
    Byline,
    Section,
    Length,
    Dateline,
    Highlight,
    Body,
    Graphic,
    Index,    ///< subjects, companies, places … and the heading above them
    Language, ///< from here on only what ends an article
    LoadDate,
    PublicationType,
    Cover, ///< who asked for what, on the page before the articles
};

struct Labelled
{
    Label label;
    QString value;          ///< what stands behind it on the line; may be empty
    bool isHeading = false; ///< stands alone on its line, without a colon
};

/// "Length: 345 words", "LÄNGE: 345 Wörter", "Body". Nothing for lines that begin with no such word.
[[nodiscard]] std::optional<Labelled> labelledLine(QStringView line);

/// "3 of 500 DOCUMENTS": the line above an article in older exports.
[[nodiscard]] bool isStartMark(QStringView line);
/// "End of Document": the line below one in newer exports.
[[nodiscard]] bool isEndMark(QStringView line);
/// "Page 3 of 12", "© 2023 LexisNexis", "Link to Image".
[[nodiscard]] bool isSheetMark(QStringView line);
/// "Copyright 2023 The Harbour Post", "All Rights Reserved".
[[nodiscard]] bool isRightsLine(QStringView line);

} // namespace demarche::corpus::vendors
