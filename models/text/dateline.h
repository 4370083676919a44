#pragma once

#include "models/text/document.h"

#include <span>

namespace demarche::text {

/// How many tokens at the start of a paragraph are a dateline with its dash: "BOGOTA, Nov. 1 (Reuters) -",
/// "SEOUL—", "CAIRO – 26 July 2022:". 0 where there is none. A dateline is no part of the sentence behind it:
/// left there, parsers take the town for its subject.
[[nodiscard]] int datelineLength(QStringView text, std::span<const Token> tokens);

} // namespace demarche::text
