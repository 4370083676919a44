#pragma once

#include "models/text/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace demarche::corpus::sources {

/// What a subscription brings articles from. The numbers stand in stores.
enum class Kind : unsigned char { Feed = 0, Folder = 1 };

/// How a subscription's last look ended. The numbers stand in stores.
enum class State : unsigned char {
    New = 0,     ///< not looked at yet
    Good = 1,    ///< looked at, whether or not something was new
    Failing = 2, ///< could not be had; tried again
    Gone = 3,    ///< gone for good (410); not tried again unless asked for
};

/// A feed or folder that the analyst wants articles from, and how it fares. Times are seconds since 1970.
struct Subscription
{
    qint64 id = 0;
    Kind kind = Kind::Feed;
    QString address;       ///< the feed's, or the folder's path
    QString name;          ///< the analyst's; empty where the title stands
    QString title;         ///< what the feed calls itself
    QString site;          ///< its web page
    QStringList groups;    ///< the groups that it lies in, outermost first
    int minutes = 0;       ///< between looks; 0 for the usual interval
    bool pages = false;    ///< fetch the article pages that the feed names
    bool recursive = true; ///< folders: watch those below too

    State state = State::New;
    QString error; ///< why the last look failed, or what of it could not be read; one line
    qint64 checked = 0;
    qint64 due = 0;   ///< the next look; 0 for at once
    int failures = 0; ///< in a row
    int fresh = 0;    ///< articles that the last look brought
    QByteArray etag;
    QByteArray modified;

    int articles = 0; ///< that it ever brought and the store still has
    int unread = 0;   ///< of those

    /// What it is called in lists.
    [[nodiscard]] QString shown() const
    {
        return !name.isEmpty() ? name : !title.isEmpty() ? title : address;
    }
};

using SubscriptionList = std::vector<Subscription>;

} // namespace demarche::corpus::sources
