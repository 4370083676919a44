#pragma once

#include "models/corpus/fields.h"

#include <optional>

namespace demarche::corpus::csv {

/// What a column holds by its header: a name of a field (fields.h) or several words around one, as in
/// "article_publication_date", "Name of newspaper", "Texte intégral". Counts, numbers and ids hold nothing.
[[nodiscard]] std::optional<Field> fieldByHeader(const QString &header);

} // namespace demarche::corpus::csv
