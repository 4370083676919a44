#pragma once

#include "models/analysis/findings.h"
#include "models/text/result.h"
#include "models/text/span.h"

#include <QString>

#include <vector>

namespace demarche::analysis::training {

/// One attribution as annotators marked it; spans in UTF-16 units.
struct GoldQuote
{
    QuoteKind kind = QuoteKind::Direct;
    std::vector<text::Span> content;
    std::vector<text::Span> cue; ///< may be empty
    QString cueLemma;            ///< of the word that carries the cue; may be empty
    text::Span speaker;          ///< empty where nobody is named
};

struct QuoteDocument
{
    QString id;
    QString text;
    std::vector<GoldQuote> quotes;
};

/// Reads the documents of one part ("train") from JSON lines of `text` and `quotes` with `spans`, `cue` and
/// `speaker`, offsets in code points.
[[nodiscard]] Result<std::vector<QuoteDocument>> readQuoteCorpus(const QString &file, const QString &split);

} // namespace demarche::analysis::training
