#pragma once

#include "models/corpus/conveyor.h"

namespace demarche::corpus {

/// The analysis of articles with the shipped language models and knowledge; of articles in other languages
/// than English only the warning that they are not analysed. Loads the models: a few tenths of a second.
[[nodiscard]] Result<Analyze> shippedAnalysis();

/// What an analysis is told of an article beside its text.
[[nodiscard]] analysis::Circumstances circumstancesOf(const Article &);

} // namespace demarche::corpus
