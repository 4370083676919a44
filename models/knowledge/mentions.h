#pragma once

#include "models/knowledge/knowledge.h"

namespace demarche::knowledge {

/// To which state a bare mention belongs, read without its article: "Chile's Defense Ministry" CHL, "four
/// Saudi men" SAU, "Shanghai police" CHN, "Boko Haram gunmen" NGA, "Emmanuel Macron" FRA. International
/// bodies give their CAMEO prefix ("IGO"). Empty where the words say nothing of a state. An invalid day
/// excludes no meaning.
[[nodiscard]] QString countryOfMention(const Knowledge &, QStringView mention, QDate day);

} // namespace demarche::knowledge
