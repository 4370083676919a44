#pragma once

#include "models/language/annotation.h"

namespace demarche::language {

constexpr int UposCount = int(Upos::X) + 1;
constexpr int DeprelCount = int(Deprel::Xcomp) + 1;
constexpr int XposCount = 49;

/// "PER", "ORG", "LOC", "MISC"; empty for None.
[[nodiscard]] QLatin1StringView name(NameKind);

/// From CoNLL-U's spelling; an unknown one gives X.
[[nodiscard]] Upos uposFrom(QStringView);
/// From a Penn tag; an unknown one gives FW.
[[nodiscard]] std::uint8_t xposFrom(QStringView);
/// From CoNLL-U's spelling; an unknown subtype gives its universal relation, anything else Dep.
[[nodiscard]] Deprel deprelFrom(QStringView);

} // namespace demarche::language
