#pragma once

#include "models/analysis/findings.h"

/// Names one finding of one article, and knows where it stands.
namespace demarche::tables {

enum class FindingKind : std::uint8_t { Actor, Action, Quote };

struct FindingRef
{
    FindingKind kind = FindingKind::Actor;
    int index = -1; ///< into the list of its kind in the article's Analysis

    [[nodiscard]] bool isValid() const { return index >= 0; }
    auto operator<=>(const FindingRef &) const = default;
};

/// A piece of the text that belongs to a finding.
struct FindingPlace
{
    FindingRef finding;
    text::Span span;
    int part = 0; ///< an actor's mention; 0 for the others
};

/// Every place of every finding, in text order; where several begin together the longest first. Spans outside
/// the text (of the given length) are left out.
[[nodiscard]] std::vector<FindingPlace> places(const analysis::Analysis &analysis, qsizetype textLength);

/// The span to show for a finding: an actor's first mention, an action's clause, a quote's words. Empty where
/// the analysis has no such finding.
[[nodiscard]] text::Span spanOf(const analysis::Analysis &analysis, FindingRef finding);

} // namespace demarche::tables
