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
    std::optional<QString> encoding; ///< of its source's bytes

    [[nodiscard]] bool isEmpty() const { return *this == Corrections{}; }
    [[nodiscard]] bool operator==(const Corrections &) const = default;
};

/// An article without the analyst's corrections, and these.
struct Correctable
{
    Article found;
    Corrections corrections;
    /// As its source reads in the encoding that the corrections name; there where they name one.
    std::optional<Article> reread = {};

    /// What the other corrections lie over.
    [[nodiscard]] const Article &read() const { return reread ? *reread : found; }
};

/// What was read with the corrections over it, but for the encoding, in which it was read.
[[nodiscard]] Article corrected(Article read, const Corrections &corrections);
/// The article as it is with all of its corrections.
[[nodiscard]] inline Article corrected(const Correctable &article)
{
    return corrected(article.read(), article.corrections);
}

} // namespace demarche::corpus
