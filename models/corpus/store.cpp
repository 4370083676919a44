#include "models/corpus/store.h"

#include "models/corpus/identity.h"
#include "models/corpus/schema.h"
#include "models/corpus/storeinner.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus {

Store::Store(std::unique_ptr<Inner> inner)
    : m(std::move(inner))
{
}
Store::Store(Store &&) noexcept = default;
Store &Store::operator=(Store &&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const QString &file)
{
    Result<std::unique_ptr<Database>> database = Database::open(file);
    if (!database)
        return std::unexpected(database.error());
    if (const Result<void> prepared = prepareStore(**database); !prepared)
        return std::unexpected(prepared.error());
    auto inner = std::make_unique<Inner>();
    inner->database = std::move(*database);
    return Store(std::move(inner));
}

QString Store::file() const
{
    return m->database->file();
}

Result<std::optional<ArticleId>> Store::same(const Article &article) const
{
    const Result<QVariant> byContent =
        m->database->value(u"SELECT id FROM article WHERE content = ?"_s, {contentHash(article)});
    if (!byContent)
        return std::unexpected(byContent.error());
    if (byContent->isValid())
        return byContent->toLongLong();
    const Result<ArticleId> there = m->articleAt(article);
    if (!there)
        return std::unexpected(there.error());
    const Result<QVariant> byAddress =
        m->database->value(u"SELECT article FROM body WHERE article = ? AND length(text) >= ?"_s,
                           {*there, article.text.toUcs4().size()});
    if (!byAddress)
        return std::unexpected(byAddress.error());
    return byAddress->isValid() ? std::optional(byAddress->toLongLong()) : std::nullopt;
}

Result<std::vector<Stored>> Store::add(std::span<const AnalysedArticle> items)
{
    Result<std::vector<Stored>> stored = m->database->transaction([&]() -> Result<std::vector<Stored>> {
        std::vector<Stored> all;
        for (const AnalysedArticle &item : items) {
            const Result<Stored> one = m->add(item);
            if (!one)
                return std::unexpected(one.error());
            all.push_back(*one);
        }
        return all;
    });
    if (!stored)
        m->nameIds.clear();
    return stored;
}

Result<void> Store::setUnread(std::span<const ArticleId> ids, bool unread)
{
    return m->database->transaction([&]() -> Result<void> {
        for (const ArticleId id : ids) {
            if (const auto set =
                    m->database->run(u"UPDATE article SET unread = ? WHERE id = ?"_s, {unread, id});
                !set)
                return std::unexpected(set.error());
        }
        return {};
    });
}

Result<void> Store::remove(std::span<const ArticleId> ids)
{
    return m->database->transaction([&]() -> Result<void> {
        for (const ArticleId id : ids) {
            if (const auto removed = m->remove(id); !removed)
                return std::unexpected(removed.error());
            if (Result<void> forgotten = m->forgetOrigins(id); !forgotten)
                return forgotten;
        }
        return {};
    });
}

Result<void> Store::check() const
{
    const Result<QVariant> sound = m->database->value(u"PRAGMA integrity_check(1)"_s);
    if (!sound)
        return std::unexpected(sound.error());
    if (sound->toString() != "ok"_L1)
        return std::unexpected(Problem{file(), u"is damaged: "_s + sound->toString()});
    const auto index = m->database->run(u"INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"_s);
    return index ? Result<void>{} : std::unexpected(Problem{file(), u"its search index is damaged"_s});
}

} // namespace demarche::corpus
