#include "models/corpus/identity.h"
#include "models/corpus/storeinner.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

/// An article's address and the further ones that it was found at, in comparable form.
QStringList addressKeys(const Article &article)
{
    QStringList keys;
    for (const QString &address : QStringList{article.uri} + article.addresses) {
        if (const QString key = addressKey(address); !key.isEmpty())
            keys << key;
    }
    keys.removeDuplicates();
    return keys;
}

} // namespace

Result<ArticleId> Store::Inner::articleAt(const Article &article)
{
    for (const QString &key : addressKeys(article)) {
        const Result<QVariant> id = database->value(
            u"SELECT id FROM article WHERE address = ? UNION ALL SELECT article FROM article_address "
            "WHERE address = ? LIMIT 1"_s,
            {key, key});
        if (!id)
            return std::unexpected(id.error());
        if (id->isValid())
            return id->toLongLong();
    }
    return 0;
}

Result<void> Store::Inner::keepOrigins(ArticleId id, const Article &article)
{
    for (const QString &key : addressKeys(article)) {
        const auto kept =
            database->run(u"INSERT OR IGNORE INTO article_address (address, article) SELECT ?, ? "
                          "WHERE NOT EXISTS (SELECT 1 FROM article WHERE address = ?)"_s,
                          {key, id, key});
        if (!kept)
            return std::unexpected(kept.error());
    }
    if (Result<void> kept = keepColumns(article); !kept)
        return kept;
    if (Result<void> kept = keepFetched(id, article); !kept)
        return kept;
    const Result<bool> readable = knowsSource(id, article);
    if (!readable)
        return std::unexpected(readable.error());
    if (!*readable) {
        const auto moved =
            database->run(u"UPDATE body SET source = ? WHERE article = ?"_s, {article.source, id});
        if (!moved)
            return std::unexpected(moved.error());
    }
    if (article.subscription == 0)
        return {};
    const auto kept = database->run(u"INSERT OR IGNORE INTO subscription_article (subscription, article) "
                                    "SELECT id, ? FROM subscription WHERE id = ?"_s,
                                    {id, article.subscription});
    return kept ? Result<void>{} : std::unexpected(kept.error());
}

Result<bool> Store::Inner::knowsSource(ArticleId id, const Article &article)
{
    if (article.source.isEmpty())
        return true;
    const Result<QVariant> kept = database->value(u"SELECT source FROM body WHERE article = ?"_s, {id});
    if (!kept)
        return std::unexpected(kept.error());
    const QString source = kept->toString();
    return source == article.source || (!source.isEmpty() && QFileInfo::exists(source));
}

Result<bool> Store::Inner::knowsOrigins(ArticleId id, const Article &article)
{
    const Result<QVariant> linked =
        article.subscription == 0
            ? QVariant(1)
            : database->value(u"SELECT 1 FROM subscription_article WHERE subscription = ? AND article = ?"_s,
                              {article.subscription, id});
    if (!linked)
        return std::unexpected(linked.error());
    if (!linked->isValid())
        return false;
    if (const Result<bool> readable = knowsSource(id, article); !readable || !*readable)
        return readable;
    if (const Result<bool> same = knowsColumns(article); !same || !*same)
        return same;
    for (const QString &key : addressKeys(article)) {
        const Result<QVariant> known =
            database->value(u"SELECT 1 FROM article WHERE address = ? UNION ALL SELECT 1 FROM "
                            "article_address WHERE address = ? LIMIT 1"_s,
                            {key, key});
        if (!known)
            return std::unexpected(known.error());
        if (!known->isValid())
            return false;
    }
    return true;
}

Result<void> Store::Inner::forgetOrigins(ArticleId id)
{
    for (const QString &sql : {u"DELETE FROM article_address WHERE article = ?"_s,
                               u"DELETE FROM subscription_article WHERE article = ?"_s}) {
        if (const auto done = database->run(sql, {id}); !done)
            return std::unexpected(done.error());
    }
    return {};
}

Result<void> Store::loadSources(const std::function<void(SourceRow)> &each) const
{
    std::vector<SourceRow> sources;
    const Result<void> read = m->database->rows(
        u"SELECT id, name, title, address, groups FROM subscription ORDER BY id"_s, {},
        [&sources](const QSqlQuery &row) {
            const auto word = [&row](int at) { return row.value(at).toString(); };
            const QString name = !word(1).isEmpty() ? word(1) : !word(2).isEmpty() ? word(2) : word(3);
            sources.push_back({row.value(0).toLongLong(), name, parted(word(4)), {}});
        });
    if (!read)
        return read;
    for (SourceRow &source : sources) {
        const Result<void> linked = m->database->rows(
            u"SELECT article FROM subscription_article WHERE subscription = ? ORDER BY article"_s,
            {source.id},
            [&source](const QSqlQuery &row) { source.articles.push_back(row.value(0).toLongLong()); });
        if (!linked)
            return linked;
        each(std::move(source));
    }
    return {};
}

Result<void> Store::noteOrigins(ArticleId id, const Article &article)
{
    const Result<bool> known = m->knowsOrigins(id, article);
    if (!known)
        return std::unexpected(known.error());
    return *known ? Result<void>{} : m->database->transaction([&] { return m->keepOrigins(id, article); });
}

} // namespace demarche::corpus
