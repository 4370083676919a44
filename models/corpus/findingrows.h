#pragma once

#include "models/corpus/store.h"

namespace demarche::corpus {

/// An article's quotes and actions as rows, those of the kinds only; no kinds admit all.
[[nodiscard]] std::vector<QuoteRow> quotesOf(const StoredArticle &stored, const QStringList &kinds = {});
[[nodiscard]] std::vector<ActionRow> actionsOf(const StoredArticle &stored, const QStringList &kinds = {});

[[nodiscard]] inline bool admitsKind(const QStringList &kinds, QLatin1StringView kind)
{
    return kinds.isEmpty() || kinds.contains(QString(kind), Qt::CaseInsensitive);
}

} // namespace demarche::corpus
