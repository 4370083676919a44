#pragma once

#include "models/corpus/article.h"
#include "models/corpus/mail/parts.h"

namespace demarche::corpus::mail {

/// A message as an article: its subject, sender and day, and its own words without signature and quotations.
/// The text is empty where it has none.
[[nodiscard]] Article articleOf(GMimeMessage *message, const Parts &parts);

} // namespace demarche::corpus::mail
