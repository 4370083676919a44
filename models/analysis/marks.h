#pragma once

#include "models/text/document.h"

#include <QStringView>

#include <vector>

namespace demarche::analysis {

/// What stands between a pair of quotation marks.
struct Stretch
{
    text::Span span;    ///< without the marks and the blanks beside them
    bool closed = true; ///< false where the paragraph ended before the mark came

    auto operator<=>(const Stretch &) const = default;
};

/// The outermost quoted stretches of one paragraph, in text order; they never overlap. Knows straight, curly,
/// low, angle, doubled single and LaTeX marks, mixed as the press mixes them; single marks only where both
/// are found and neither can be an apostrophe. A mark that is never closed closes at the paragraph's end.
/// `continued` says that the paragraph before ended inside a quotation: then a lone closing mark closes what
/// began with this paragraph.
[[nodiscard]] std::vector<Stretch> quotedStretches(QStringView text, text::Span paragraph,
                                                   bool continued = false);

/// The same for all paragraphs of a document.
[[nodiscard]] std::vector<text::Span> quotedStretches(const text::Document &document);

/// For each token the stretch that it begins in, or -1.
[[nodiscard]] std::vector<int> quotedTokens(const text::Document &document,
                                            const std::vector<text::Span> &stretches);

} // namespace demarche::analysis
