#pragma once

#include <QString>
#include <QStringView>

namespace demarche::corpus {

/// What a person typed, as FTS5 expressions that cannot fail: every word reaches MATCH inside quotes.
///
///     recall envoy      both words            "recall of its envoy"   the phrase
///     recall*           words so beginning    recall OR expel         either
///     -visit            not this one          title:recall            in titles; also speaker:, publisher:,
///     text:
struct SearchQuery
{
    QString wanted;  ///< must match; empty where only refusals were typed
    QString refused; ///< must not match; empty for none

    [[nodiscard]] bool isEmpty() const { return wanted.isEmpty() && refused.isEmpty(); }
};

[[nodiscard]] SearchQuery searchQuery(QStringView typed);

} // namespace demarche::corpus
