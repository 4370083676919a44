#pragma once

#include "models/text/span.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace demarche::knowledge {

/// A run of letters and digits, folded: lower case, without diacritics; "U.S." is one atom "us". Names are
/// compared atom by atom, so that tokenisation, hyphens and accents make no difference.
struct Atom
{
    QString folded;
    text::Span span;      ///< of a dotted abbreviation with its last stop
    bool capital = false; ///< begins with a capital letter
    bool allCaps = false; ///< no small letter, at least two letters, or a dotted abbreviation in capitals
    bool joined =
        false; ///< may stand in one name with the atom before: only blanks, hyphen or apostrophe between
    bool dotted = false; ///< "U.S."
};

/// Lower case, without diacritics; letters that do not decompose are written as newspapers do ("ø" o, "ß"
/// ss).
[[nodiscard]] QString fold(QStringView);

[[nodiscard]] std::vector<Atom> atoms(QStringView text);

} // namespace demarche::knowledge
