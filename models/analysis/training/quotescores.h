#pragma once

#include "models/analysis/pipeline.h"
#include "models/text/result.h"

#include <array>

namespace demarche::analysis::training {

/// How well the quotations of one kind were found.
struct QuoteScore
{
    int gold = 0;
    int found = 0;    ///< by the analysis, of this kind
    int matched = 0;  ///< gold ones that were found, as whatever kind
    int right = 0;    ///< found ones of this kind that are in the gold, as whatever kind
    int speakers = 0; ///< matched ones with a gold speaker
    int speakersRight = 0;

    [[nodiscard]] double precision() const { return found > 0 ? double(right) / found : 0; }
    [[nodiscard]] double recall() const { return gold > 0 ? double(matched) / gold : 0; }
};

/// Scores by QuoteKind.
using QuoteScores = std::array<QuoteScore, 3>;

/// Measures a pipeline on one part of a quotation corpus. A gold quotation and a found one match, one to one,
/// best first, where the Jaccard index of their characters is at least 0.3; each stretch of a direct
/// quotation counts for itself. A speaker is right where a mention of the actor overlaps the gold one.
[[nodiscard]] Result<QuoteScores> scoreQuotes(const Pipeline &pipeline, const QString &corpus,
                                              const QString &split);

} // namespace demarche::analysis::training
