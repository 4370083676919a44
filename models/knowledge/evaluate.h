#pragma once

#include "models/knowledge/knowledge.h"

namespace demarche::knowledge {

/// How many "mention → country" checks of a list come out right.
struct MentionScore
{
    int right = 0;
    int all = 0;
    QStringList wrong; ///< one line each: mention, found, expected

    [[nodiscard]] double share() const { return all > 0 ? double(right) / all : 0; }
};

/// Reads JSON lines {"text", "kw": {"query_date"}, "expect": {"country" or "cc"}}; those that expect no
/// country code are not checks of it. "UNO", "EUR" and "IGO" there all mean an international body. A file
/// that cannot be read is a Problem.
[[nodiscard]] Result<MentionScore> scoreMentions(const Knowledge &, const QString &file);

} // namespace demarche::knowledge
