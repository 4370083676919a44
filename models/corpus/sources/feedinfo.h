#pragma once

#include "models/corpus/encoding.h"
#include "models/text/result.h"

#include <QByteArrayView>
#include <QStringList>
#include <QUrl>

#include <vector>

/// What a feed says of itself, and which feeds a page names; the articles themselves are the readers' part.
namespace demarche::corpus::sources {

struct FeedInfo
{
    QString title;     ///< may be empty
    QString site;      ///< its web page; may be empty
    QStringList links; ///< web addresses of its items' pages, in its order, each once
    int items = 0;
};

/// True for RSS, Atom and JSON Feed.
[[nodiscard]] bool isFeed(QByteArrayView bytes);

/// Of a feed fetched from `address`, whose server declared `charset`; a Problem for anything else.
[[nodiscard]] Result<FeedInfo> feedInfo(QByteArrayView bytes, const Charset &charset, const QUrl &address);

struct NamedFeed
{
    QString title; ///< may be empty
    QString address;
};

/// The feeds that a web page names in its head (link rel="alternate").
[[nodiscard]] std::vector<NamedFeed> feedsNamedBy(QByteArrayView page, const Charset &charset,
                                                  const QUrl &address);

/// The link as a web address, resolved against the page that it stands in; empty for anything else.
[[nodiscard]] QString webLink(const QString &link, const QUrl &base);

} // namespace demarche::corpus::sources
