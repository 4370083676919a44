#pragma once

#include "models/language/annotator.h"

#include <vector>

namespace demarche::analysis {

/// Where a sentence is cut before it is parsed: after a dateline ("SEOUL, June 20 -"), and before an
/// attribution that ends it ("…, the ministry said."). Parsers learn from whole sentences of other kinds of
/// text and stumble over both.
struct Cut
{
    enum class Kind : std::uint8_t { Dateline, Attribution };
    Kind kind = Kind::Dateline;
    int sentence = 0;
    int token = 0; ///< the first token after the cut
};

/// The cuts of a document in text order, at most one of each kind a sentence.
[[nodiscard]] std::vector<Cut> cuts(const text::Document &document);

/// Annotates a document with its sentences cut, then joins the trees again: a dateline hangs from its
/// sentence's root, what stands before an attribution from the attribution's. The document's sentences come
/// back as they were. Trees are repaired (repairs.h).
[[nodiscard]] language::Annotation annotateInFragments(const language::Annotator &annotator,
                                                       text::Document document);

} // namespace demarche::analysis
