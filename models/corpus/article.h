#pragma once

#include "models/analysis/findings.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace demarche::corpus {

/// Whence something is known of an article.
enum class Basis : std::uint8_t {
    Unknown,
    Metadata, ///< its source says so: a head, tags, a record's field
    Text,     ///< by its words or bytes
    Address,  ///< by its web address
    Assumed,  ///< by nothing: what is usual
    Analyst,  ///< the analyst says so
    SiteName, ///< by the name that its page gives its site
    FeedTitle ///< by the title of the feed that it came in
};

/// What an article was fetched as, kept where its bytes could be meant in another encoding.
struct FetchedBytes
{
    QString address;  ///< that they came from
    QByteArray bytes; ///< empty where none are kept
    QString uri;      ///< as the article was called when it was read out of them
};

/// One article as a reader gives it: plain text and what the source says of it. No markup is left in any
/// field.
struct Article
{
    QString uri; ///< the path as given, or the article's own address
    QString title;
    QString text; ///< paragraphs parted by newlines; what all spans count
    QStringList byline;
    QString publisher;
    QString language = QStringLiteral("en"); ///< BCP 47
    analysis::Published published;
    QString source;          ///< the file that it was read from; empty where none was
    QStringList addresses;   ///< further web addresses that it was found at
    qint64 subscription = 0; ///< that brought it; 0 for none
    /// What a person said of the columns of the tables that its source holds, by each table's path:
    /// FIELD=COLUMN.
    QHash<QString, QStringList> columns = {};
    FetchedBytes fetched = {};
    QStringList warnings; ///< one line each: what was guessed, repaired or left out
    QString encoding;     ///< of its bytes; empty where they are no plain text
    Basis publisherBasis = Basis::Unknown;
    Basis languageBasis = Basis::Assumed;
    Basis encodingBasis = Basis::Unknown;
};

} // namespace demarche::corpus
