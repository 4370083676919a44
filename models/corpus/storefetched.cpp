#include "models/corpus/storeinner.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

/// What articles were fetched as.
namespace demarche::corpus {

namespace {

QByteArray hashOf(const FetchedBytes &fetched)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(fetched.address.toUtf8());
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(fetched.bytes);
    return hash.result();
}

} // namespace

Result<qint64> Store::Inner::fetchedId(const FetchedBytes &fetched)
{
    const QByteArray hash = hashOf(fetched);
    const Result<QVariant> known = database->value(u"SELECT id FROM fetched WHERE hash = ?"_s, {hash});
    if (!known)
        return std::unexpected(known.error());
    if (known->isValid())
        return known->toLongLong();
    const auto kept = database->run(u"INSERT INTO fetched (hash, address, bytes) VALUES (?, ?, ?)"_s,
                                    {hash, fetched.address, qCompress(fetched.bytes)});
    return kept ? Result<qint64>((*kept)->lastInsertId().toLongLong()) : std::unexpected(kept.error());
}

Result<void> Store::Inner::keepFetched(ArticleId id, const Article &article)
{
    if (article.fetched.bytes.isEmpty())
        return {};
    const Result<QVariant> before =
        database->value(u"SELECT 1 FROM article_fetched WHERE article = ?"_s, {id});
    if (!before || before->isValid())
        return before ? Result<void>{} : std::unexpected(before.error());
    const Result<qint64> fetched = fetchedId(article.fetched);
    if (!fetched)
        return std::unexpected(fetched.error());
    const auto kept = database->run(u"INSERT INTO article_fetched (article, fetched, uri) VALUES (?, ?, ?)"_s,
                                    {id, *fetched, article.fetched.uri});
    return kept ? Result<void>{} : std::unexpected(kept.error());
}

Result<FetchedBytes> Store::Inner::fetchedAs(ArticleId id)
{
    FetchedBytes fetched;
    bool isSound = true;
    const Result<void> read =
        database->rows(u"SELECT fetched.address, fetched.bytes, article_fetched.uri FROM article_fetched "
                       "JOIN fetched ON fetched.id = article_fetched.fetched WHERE article = ?"_s,
                       {id}, [&](const QSqlQuery &row) {
                           fetched = {row.value(0).toString(), qUncompress(row.value(1).toByteArray()),
                                      row.value(2).toString()};
                           isSound = !fetched.bytes.isEmpty();
                       });
    if (!read)
        return std::unexpected(read.error());
    if (!isSound)
        return std::unexpected(
            Problem{fetched.address, u"what was fetched from there is damaged in the store"_s});
    return fetched;
}

/// Before the article itself goes.
Result<void> Store::Inner::forgetFetched(ArticleId id)
{
    const Result<QVariant> fetched =
        database->value(u"SELECT fetched FROM article_fetched WHERE article = ?"_s, {id});
    if (!fetched || !fetched->isValid())
        return fetched ? Result<void>{} : std::unexpected(fetched.error());
    const auto unlinked = database->run(u"DELETE FROM article_fetched WHERE article = ?"_s, {id});
    if (!unlinked)
        return std::unexpected(unlinked.error());
    const auto gone =
        database->run(u"DELETE FROM fetched WHERE id = ? AND NOT EXISTS "
                      "(SELECT 1 FROM article_fetched WHERE article_fetched.fetched = fetched.id)"_s,
                      {*fetched});
    return gone ? Result<void>{} : std::unexpected(gone.error());
}

} // namespace demarche::corpus
