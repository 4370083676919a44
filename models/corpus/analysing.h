#pragma once

#include "models/corpus/conveyor.h"

namespace demarche::corpus {

/// The analysis of articles with the shipped language models and knowledge. Loads them: a few tenths of a
/// second.
[[nodiscard]] Result<Analyze> shippedAnalysis();

/// What an analysis is told of an article beside its text.
[[nodiscard]] analysis::Circumstances circumstancesOf(const Article &);

} // namespace demarche::corpus
