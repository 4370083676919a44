#pragma once

#include "models/analysis/reading.h"
#include "models/knowledge/patterns.h"

namespace demarche::analysis {

/// Whether a verb tells what an article reports, not what it mentions by the way: it heads its sentence, is
/// joined to such a verb, or is what such a verb says, promises, refuses or decides ("said it would free",
/// "agreed to lift"); and, where results count, also what came of it ("stormed a post, killing ten").
[[nodiscard]] bool isReported(const Reading &reading, const knowledge::Patterns &patterns, int verb,
                              bool withResults);

} // namespace demarche::analysis
