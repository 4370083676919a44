#pragma once

#include "models/text/span.h"

#include <QDate>
#include <QString>
#include <QStringView>

#include <utility>
#include <vector>

/// The smallest parts of a search: words as the index cuts them, states by any of their names, days.
namespace demarche::corpus {

/// A word as the search index cuts and folds it (FTS5's unicode61 without diacritics): a run of letters,
/// digits and characters of private use, in small case.
struct SearchTerm
{
    QString folded;
    text::Span span;
};

[[nodiscard]] std::vector<SearchTerm> searchTerms(QStringView text);
[[nodiscard]] bool hasSearchTerm(QStringView text);

/// ISO alpha-3 of the state that a code, name or demonym names, whatever its case; empty for none.
[[nodiscard]] QString countryCode(QStringView name);

/// The code of a language by its code or English name, whatever its case; empty for none.
[[nodiscard]] QString languageCode(QStringView name);

/// The first and last day of a date, month or year: "2024-03-05", "5 March 2024", "2024-03", "2024". Both are
/// invalid where it is none.
[[nodiscard]] std::pair<QDate, QDate> searchDays(const QString &text);

} // namespace demarche::corpus
