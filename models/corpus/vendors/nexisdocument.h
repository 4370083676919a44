#pragma once

#include "models/corpus/vendors/lines.h"

#include <QDate>

#include <vector>

namespace demarche::corpus::vendors {

/// One document of a Nexis export, its parts told apart.
struct NexisDocument
{
    QString headline;
    QString publication;
    QString byline;
    QString language; ///< as named in the export
    QDate day;        ///< of publication
    QDate loaded;     ///< into the archive
    Lines body;
    Lines above;             ///< between it and the document before it, and of neither
    bool isWhole = false;    ///< its layout was not understood: `body` is all of it
    bool isCut = false;      ///< the export ends within it
    bool isUnmarked = false; ///< no mark stands between it and the one before
};

/// How the documents of an export are told apart.
enum class NexisForm {
    Unknown,
    Marked /**< "3 of 500 DOCUMENTS" */,
    Ended /**< "End of Document" */,
    Single
};

[[nodiscard]] NexisForm nexisForm(LineSpan lines);

/// The lines of every document, without the marks between them and without the cover of marked ones.
struct NexisBlock
{
    Lines lines;
    Lines above; ///< the mark that begins it
    bool mayHaveCover = false;
    bool isCut = false;
    bool isUnmarked = false;
};
[[nodiscard]] std::vector<NexisBlock> nexisBlocks(LineSpan lines, NexisForm form);

/// Tells the parts of one document apart. Newer layouts put headline before publication and day, older ones
/// publication and day before the headline.
[[nodiscard]] NexisDocument nexisDocument(const NexisBlock &block, NexisForm form);

} // namespace demarche::corpus::vendors
