#pragma once

#include "models/corpus/fetch/response.h"
#include "models/corpus/input.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QUrl>

/// How what was fetched becomes the import's input: whose article it is, and by which addresses it is known.
namespace demarche::corpus::sources {

/// A feed's items. Addresses are resolved against the feed's; items without one of their own keep none that
/// could be taken for another's. Items whose comparable address is in `without` are left out: their pages
/// come by themselves.
[[nodiscard]] Input feedInput(qint64 subscription, const fetch::Response &feed, const QSet<QString> &without);

/// One article's page. It is known by its own address, by those that led to it, and by the address that it
/// gives itself where that is of the same site; another site's it may not claim.
[[nodiscard]] Input pageInput(qint64 subscription, const fetch::Response &page);

/// A file of a watched folder.
[[nodiscard]] Input fileInput(qint64 subscription, const QString &path);

/// Length of the longest article's text that the input would give; 0 for none.
[[nodiscard]] qsizetype textIn(const Input &input);

/// Lengths of the texts that a feed itself carries, by the comparable addresses of its items.
[[nodiscard]] QHash<QString, qsizetype> textsIn(const Input &feed);

} // namespace demarche::corpus::sources
