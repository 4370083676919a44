#pragma once

#include "models/corpus/document/document.h"
#include "models/corpus/readers/reader.h"

namespace demarche::corpus {

/// What the readers of word processors' files do with what they read: one article for the sink, or a Problem
/// with the source's name.
[[nodiscard]] Result<void> giveDocument(const Result<document::Document> &, const Source &, const Sink &);

} // namespace demarche::corpus
