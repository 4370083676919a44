#pragma once

#include "models/corpus/fetch/rules.h"
#include "models/corpus/input.h"
#include "models/text/result.h"

#include <functional>

namespace demarche::app {

/// The paths as inputs of an import. Web addresses among them are fetched, one after another: a page gives
/// its article, a feed its items. What cannot be had is told, and left out.
[[nodiscard]] std::vector<corpus::Input> fetchedInputs(const QStringList &paths,
                                                       const corpus::fetch::Rules &rules,
                                                       const std::function<void(const Problem &)> &problem);

} // namespace demarche::app
