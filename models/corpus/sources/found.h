#pragma once

#include "models/corpus/fetch/response.h"
#include "models/corpus/input.h"
#include "models/corpus/sources/feedinfo.h"
#include "models/corpus/sources/opml.h"

#include <optional>

namespace demarche::corpus::sources {

/// What was found at an address that the analyst gave. Exactly one of feed, list and page is there, or a
/// problem.
struct Found
{
    QString asked;   ///< the address as given
    QString address; ///< where it led to
    QString problem; ///< why nothing was found; one line

    std::optional<FeedInfo> feed;
    std::optional<Opml> list;
    std::optional<Input> page;    ///< ready to be imported
    QString pageTitle;            ///< may be empty
    std::vector<NamedFeed> feeds; ///< that the page names
};

/// Looks at what was fetched. A page without an article is a problem only where it names no feed either.
[[nodiscard]] Found foundAt(const QString &asked, const fetch::Response &response);

} // namespace demarche::corpus::sources
