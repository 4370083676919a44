#pragma once

#include "models/corpus/sources/subscription.h"

#include <QByteArrayView>

/// Lists of subscriptions as feed readers exchange them (OPML 1.0 and 2.0).
namespace demarche::corpus::sources {

/// What an OPML file lists.
struct Opml
{
    QString title;
    SubscriptionList feeds;        ///< in its order, each address once, groups as they are nested
    std::vector<Problem> problems; ///< entries that are no feed, and limits passed
};

/// True for bytes that begin as OPML does.
[[nodiscard]] bool isOpml(QByteArrayView bytes);

/// What the file lists up to its first fault; a Problem for what is no OPML or lists no feed. At most 16 MB,
/// 10,000 feeds and 16 groups deep.
[[nodiscard]] Result<Opml> readOpml(QByteArrayView bytes, const QString &where);

/// The feeds among these, nested by their groups. Folders are of this computer only and left out.
[[nodiscard]] QByteArray writeOpml(const SubscriptionList &subscriptions, const QString &title);

} // namespace demarche::corpus::sources
