#pragma once

#include "models/corpus/store.h"

/// Articles written for the tests, with the findings that a careful reader would mark in them.
namespace demarche::example {

/// Two presidents about a third country: a recalled envoy, a direct quote over two sentences, an indirect
/// one, a planned visit; findings overlap.
[[nodiscard]] corpus::AnalysedArticle recall();

/// A short one of another week and another publisher, friendly in tone.
[[nodiscard]] corpus::AnalysedArticle treaty();

/// `count` articles of ever other days, countries and tones, reproducibly.
[[nodiscard]] std::vector<corpus::AnalysedArticle> many(int count);

} // namespace demarche::example
