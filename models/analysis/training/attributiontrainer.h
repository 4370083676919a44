#pragma once

#include "models/language/annotator.h"
#include "models/text/result.h"

#include <QByteArray>

#include <functional>

namespace demarche::analysis::training {

/// Trains the model of attribution on a quotation corpus, with the trees that the project's own parser gives,
/// and returns the bytes of its file. Deterministic. `say` gets a line of progress now and then.
[[nodiscard]] Result<QByteArray> trainAttribution(const QString &corpus, const language::Annotator &annotator,
                                                  const std::function<void(const QString &)> &say);

} // namespace demarche::analysis::training
