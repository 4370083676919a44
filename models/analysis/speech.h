#pragma once

#include "models/analysis/attribution.h"
#include "models/analysis/reading.h"

#include <vector>

namespace demarche::analysis {

/// A quoted stretch that is somebody's words, with the clause that says whose.
struct Speech
{
    QuotedTokens tokens;
    Span span;
    bool direct = false;  ///< a clause of its own, rather than words in the writer's clause
    int attribution = -1; ///< the attribution whose content it lies in
    int cue = -1;         ///< token; -1 where none stands near
    int source = -1;      ///< token that heads whoever speaks; -1 for nobody
    bool alone = false;   ///< nothing else stands in its paragraph
    int follows = -1; ///< index of the speech whose speaker it shares, where it has no attribution of its own

    [[nodiscard]] bool isAttributed() const { return cue >= 0 || source >= 0; }
};

/// Sorts the quoted stretches of a reading into speech and the rest (titles, nicknames, ironic terms), and
/// finds for each piece of speech its cue and source, or the neighbour whose speaker goes on.
[[nodiscard]] std::vector<Speech> findSpeech(const Reading &, const CueContext &, const AttributionModel &,
                                             const std::vector<Attribution> &);

} // namespace demarche::analysis
