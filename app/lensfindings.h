#pragma once

#include "models/lens/session.h"
#include "models/tables/findings.h"

namespace demarche::app {

/// The findings in the articles that a lens shows now, read from the store in the background, newest article
/// first. A Fetch that is destroyed stops reading. Call on the window's thread.
[[nodiscard]] tables::ActorsModel::Fetch actorsOf(const QString &storeFile, const lens::LensSession &session);
[[nodiscard]] tables::QuotesModel::Fetch quotesOf(const QString &storeFile, const lens::LensSession &session);
[[nodiscard]] tables::ActionsModel::Fetch actionsOf(const QString &storeFile,
                                                    const lens::LensSession &session);

} // namespace demarche::app
