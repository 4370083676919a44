#pragma once

#include "models/text/result.h"

#include <QByteArrayView>
#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

/// Word processors' files (RTF, DOCX, ODT) as paragraphs with as much of their looks as tells one article
/// from the next. What a document names is never fetched, and nothing in it runs.
namespace demarche::corpus::document {

/// A stretch of a paragraph that looks alike.
struct Run
{
    QString text; ///< as shown: "\n" where a line breaks inside the paragraph, "\t" where a tab stands
    bool bold = false;
    QString link; ///< where it leads when clicked; empty where nowhere

    [[nodiscard]] bool looksLike(const Run &other) const { return bold == other.bold && link == other.link; }
};

/// A paragraph, in the order of reading. Empty ones are kept: they part what they stand between.
struct Paragraph
{
    std::vector<Run> runs;  ///< neighbours differ in their looks
    QString style;          ///< its style's name as the document gives it ("Heading 1"); may be empty
    int heading = 0;        ///< 1 the highest (a title is 1) … 9; 0 where it is none
    bool pageBreak = false; ///< begins a page or a section
    QStringList bookmarks;  ///< names of the bookmarks that begin in it
    int table = 0;          ///< the table it lies in, from 1; 0 outside of tables
    int row = 0;            ///< of that table, from 1
    int cell = 0;           ///< of that row, from 1

    [[nodiscard]] QString text() const; ///< of all runs, without space at its ends
    [[nodiscard]] bool isBold() const;  ///< has letters, and all of them are bold
    [[nodiscard]] QString link() const; ///< of its first run that has one
};

struct Document
{
    QString title;       ///< as its properties say, as everything up to `language`; may be empty
    QStringList authors; ///< names; may be empty
    QDate created;       ///< may be invalid
    QString language;    ///< BCP 47; empty where it is not said
    std::vector<Paragraph> paragraphs;
    QStringList warnings; ///< one line each: what was left out
};

/// True for bytes that begin as an RTF file does.
[[nodiscard]] bool isRtf(QByteArrayView bytes);
/// All that could be read, up to the first fault and with a warning there; a Problem (without a place) where
/// that is nothing, or beyond the limits.
[[nodiscard]] Result<Document> readRtf(QByteArrayView bytes);

/// True for a zip that holds a word-processing document of Office Open XML (DOCX, DOCM, DOTX).
[[nodiscard]] bool isDocx(QByteArrayView bytes);
[[nodiscard]] Result<Document> readDocx(QByteArrayView bytes);

/// True for a zip that holds an OpenDocument text (ODT, OTT), or for one as a single XML file (FODT).
[[nodiscard]] bool isOdt(QByteArrayView bytes);
[[nodiscard]] Result<Document> readOdt(QByteArrayView bytes);

} // namespace demarche::corpus::document
