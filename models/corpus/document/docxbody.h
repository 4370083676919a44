#pragma once

#include "models/corpus/document/document.h"
#include "models/corpus/document/docxstyles.h"

namespace demarche::corpus::document {

/// The paragraphs of a DOCX document's main part. `links` are the targets of its hyperlinks by relation.
/// Headers, footers and notes are parts of their own and are not read; pictures, text boxes and deleted text
/// are passed over.
[[nodiscard]] Document readDocxBody(const QByteArray &part, const QHash<QString, DocxStyle> &styles,
                                    const QHash<QString, QString> &links);

} // namespace demarche::corpus::document
