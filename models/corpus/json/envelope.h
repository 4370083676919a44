#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

/// What stands around records in JSON: lists in envelopes, and feeds.
namespace demarche::corpus::json {

/// The records of a whole JSON document: its array, the list in an envelope, itself, or the first list of
/// objects inside it.
[[nodiscard]] QJsonArray recordsOf(const QJsonDocument &document);

/// What a JSON Feed says of all its items, where they do not say otherwise (jsonfeed.org/version/1.1).
class Feed
{
public:
    /// Of a whole document, which may be no feed.
    explicit Feed(const QJsonObject &document);

    QString title; ///< its site's name; empty where it is no feed

    /// An item with what the feed says; a record of a search engine without its wrapping.
    [[nodiscard]] QJsonObject completed(QJsonObject item) const;

private:
    bool m_isFeed;
    QJsonValue m_authors;
    QJsonValue m_language;
};

/// Pictures and films of ninjs, which are items of their own without a text.
[[nodiscard]] bool isWordless(const QJsonObject &record);

} // namespace demarche::corpus::json
