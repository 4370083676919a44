#include "models/corpus/store.h"

#include "models/corpus/identity.h"
#include "models/corpus/schema.h"
#include "models/corpus/storeinner.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

Store::Store(std::unique_ptr<Inner> inner)
    : m(std::move(inner))
{
}
Store::Store(Store &&) noexcept = default;
Store &Store::operator=(Store &&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const QString &file, Access access)
{
    const Result<StoreForm> form = formOf(file);
    if (!form)
        return std::unexpected(form.error());
    if (access == Access::Read && form->isNew)
        return std::unexpected(
            Problem{file, QFileInfo::exists(file) ? u"is empty, not a store"_s : u"no such store"_s});
    // Only what has this version's form can be read as it is.
    const bool older = !form->isNew && form->version < schemaVersion;
    Result<std::unique_ptr<Database>> database = Database::open(file, older ? Access::Write : access);
    if (!database)
        return std::unexpected(database.error());
    const Result<void> prepared =
        access == Access::Read && !older ? prepareReading(**database) : prepareStore(**database);
    if (!prepared && older)
        return std::unexpected(Problem{
            file, u"was written by an older version and could not be brought to this one's form; it %1"_s.arg(
                      prepared.error().what)});
    if (!prepared)
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
    return add(items, {});
}

Result<std::vector<Stored>> Store::add(std::span<const AnalysedArticle> items,
                                       std::span<const SourceFile> complete)
{
    Result<std::vector<Stored>> stored = m->database->transaction([&]() -> Result<std::vector<Stored>> {
        std::vector<Stored> all;
        for (const AnalysedArticle &item : items) {
            const Result<Stored> one = m->add(item);
            if (!one)
                return std::unexpected(one.error());
            all.push_back(*one);
        }
        if (const Result<void> kept = m->keepFiles(complete); !kept)
            return std::unexpected(kept.error());
        return all;
    });
    if (!stored)
        m->nameIds.clear();
    return stored;
}

void Store::recorrectWith(std::function<Recorrected(const Article &, const Corrections &)> recorrect)
{
    m->recorrect = std::move(recorrect);
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
        // What was taken away comes back if its file is imported again.
        const auto forgotten = m->database->run(u"DELETE FROM source_file"_s);
        return forgotten ? Result<void>{} : std::unexpected(forgotten.error());
    });
}

} // namespace demarche::corpus
