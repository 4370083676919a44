#pragma once

#include "models/corpus/article.h"

#include <optional>

namespace demarche::corpus {

/// What the analyst says of an article, beside what was found; a field without a value leaves that.
struct Corrections
{
    std::optional<QString> title;
    std::optional<QDate> day; ///< of publication; valid
    std::optional<QString> publisher;
    std::optional<QString> language; ///< BCP 47

    [[nodiscard]] bool isEmpty() const { return *this == Corrections{}; }
    [[nodiscard]] bool operator==(const Corrections &) const = default;
};

/// The article as it is with them.
[[nodiscard]] Article corrected(Article found, const Corrections &corrections);

} // namespace demarche::corpus
