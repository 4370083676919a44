#pragma once

#include <QStringView>

namespace demarche::text {

/// Words written with a full stop that is theirs, not the sentence's.
enum class Abbreviation {
    None,
    Title,   ///< "Mr.", "Gen.": a name follows, a sentence never ends here
    Number,  ///< "No.", "Vol.": belongs to a number that follows
    Month,   ///< "Oct.", "Sat."
    Plain,   ///< "Inc.", "Corp.", "etc.": a sentence may end here
    Letters, ///< "U.S.", "a.m.", "Ph.D.": a sentence may end here
    Initial, ///< "J.": one capital
};

/// What a word with its final stop is ("Mr.", "U.S."); None where the stop ends a sentence.
[[nodiscard]] Abbreviation abbreviation(QStringView wordWithStop);

/// Parts before a hyphen that UD English leaves joined: "non-", "anti-", "e-" …
[[nodiscard]] bool isBoundPrefix(QStringView word);

/// A web address, a mail address, a file or domain name.
[[nodiscard]] bool isAddress(QStringView word);

/// Where a word falls into two syntactic words without an apostrophe: 3 for "cannot", "gonna"; 0: nowhere.
[[nodiscard]] qsizetype fusedAt(QStringView word);

} // namespace demarche::text
