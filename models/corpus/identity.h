#pragma once

#include "models/corpus/article.h"

#include <QByteArray>

namespace demarche::corpus {

/// What makes two articles the same: a hash of their words, blind to case, spaces and punctuation. Texts of a
/// few words count with their title and day.
[[nodiscard]] QByteArray contentHash(const Article &);

/// Whether a text begins as an address of the web does.
[[nodiscard]] inline bool isWebAddress(QStringView text)
{
    return text.startsWith(u"http://") || text.startsWith(u"https://");
}

/// A web address in a form that can be compared: without scheme, "www.", fragment, tracking parameters and
/// last slash. Empty for anything else, and for addresses that name a whole site.
[[nodiscard]] QString addressKey(const QString &uri);

} // namespace demarche::corpus
