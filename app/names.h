#pragma once

#include "models/tables/card.h"

namespace demarche::app {

/// Words for countries and codes out of the shipped tables.
[[nodiscard]] tables::Words shippedWords();

} // namespace demarche::app
