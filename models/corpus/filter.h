#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace demarche::corpus {

inline constexpr qint64 noSubscription = 0; ///< the id of none
using ArticleId = qint64; ///< a stored article's row; > 0; never used again for another

/// Which articles, and which findings of them, a query is about. Empty fields admit everything.
struct Filter
{
    QString search = {};        ///< as people type it (searchquery.h); never an error
    QStringList countries = {}; ///< ISO alpha-3: an actor of any of them figures in the article
    QStringList publishers = {}; ///< as the articles name them
    std::vector<qint64> subscriptions = {}; ///< that brought them, by their ids
    QDate from = {};            ///< published on or after
    QDate to = {};              ///< published on or before
    QStringList kinds =
        {}; ///< kinds of finding, by the words of the record ("person", "direct", "SANCTION", "16")
    bool unreadOnly = false;

    [[nodiscard]] bool operator==(const Filter &) const = default;
};

/// Whether copies of one story count each or, together, once.
enum class Copies : unsigned char { Each, Once };

struct Page
{
    int offset = 0;
    int limit = -1; ///< -1: all
};

} // namespace demarche::corpus
