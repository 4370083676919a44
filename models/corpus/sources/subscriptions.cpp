#include "models/corpus/sources/subscriptions.h"

#include "models/corpus/database.h"
#include "models/corpus/schema.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus::sources {

namespace {

QString joined(const QStringList &groups)
{
    return groups.join(u'\n');
}

QStringList parted(const QString &cell)
{
    return cell.split(u'\n', Qt::SkipEmptyParts);
}

Subscription subscriptionIn(const QSqlQuery &row)
{
    Subscription made;
    int at = 0;
    const auto next = [&] { return row.value(at++); };
    made.id = next().toLongLong();
    made.kind = next().toInt() == int(Kind::Folder) ? Kind::Folder : Kind::Feed;
    made.address = next().toString();
    made.name = next().toString();
    made.title = next().toString();
    made.site = next().toString();
    made.groups = parted(next().toString());
    made.minutes = next().toInt();
    made.pages = next().toBool();
    made.recursive = next().toBool();
    made.state = State(std::clamp(next().toInt(), 0, int(State::Gone)));
    made.error = next().toString();
    made.checked = next().toLongLong();
    made.due = next().toLongLong();
    made.failures = next().toInt();
    made.fresh = next().toInt();
    made.etag = next().toByteArray();
    made.modified = next().toByteArray();
    made.articles = next().toInt();
    made.unread = next().toInt();
    return made;
}

} // namespace

Subscriptions::Subscriptions(std::unique_ptr<Database> database)
    : m(std::move(database))
{
}
Subscriptions::Subscriptions(Subscriptions &&) noexcept = default;
Subscriptions &Subscriptions::operator=(Subscriptions &&) noexcept = default;
Subscriptions::~Subscriptions() = default;

Result<Subscriptions> Subscriptions::open(const QString &file)
{
    Result<std::unique_ptr<Database>> database = Database::open(file);
    if (!database)
        return std::unexpected(database.error());
    if (const Result<void> prepared = prepareStore(**database); !prepared)
        return std::unexpected(prepared.error());
    return Subscriptions(std::move(*database));
}

Result<void> Subscriptions::run(const QString &sql, const QVariantList &values)
{
    const auto done = m->run(sql, values);
    return done ? Result<void>{} : std::unexpected(done.error());
}

Result<SubscriptionList> Subscriptions::all()
{
    SubscriptionList list;
    const Result<void> read = m->rows(
        u"SELECT id, kind, address, name, title, site, groups, minutes, pages, recursive, state, error, "
        u"checked, "
        "due, failures, fresh, etag, modified, coalesce(articles, 0), coalesce(unread, 0) FROM subscription "
        "LEFT JOIN (SELECT subscription AS of, count(*) AS articles, sum(article.unread) AS unread "
        "FROM subscription_article JOIN article ON article.id = subscription_article.article "
        "GROUP BY subscription) ON of = subscription.id ORDER BY id"_s,
        {}, [&list](const QSqlQuery &row) { list.push_back(subscriptionIn(row)); });
    return read ? Result<SubscriptionList>(std::move(list)) : std::unexpected(read.error());
}

Result<std::vector<qint64>> Subscriptions::add(const SubscriptionList &list)
{
    return m->transaction([&]() -> Result<std::vector<qint64>> {
        std::vector<qint64> ids;
        for (const Subscription &one : list) {
            const auto added = m->run(u"INSERT INTO subscription (kind, address, name, title, site, groups, "
                                      u"minutes, pages, recursive) "
                                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
                                      {int(one.kind), one.address, one.name, one.title, one.site,
                                       joined(one.groups), one.minutes, one.pages, one.recursive});
            if (!added)
                return std::unexpected(added.error());
            if ((*added)->numRowsAffected() > 0)
                ids.push_back((*added)->lastInsertId().toLongLong());
        }
        return ids;
    });
}

Result<void> Subscriptions::change(const Subscription &one)
{
    return m->transaction([&]() -> Result<void> {
        const Result<QVariant> other =
            m->value(u"SELECT 1 FROM subscription WHERE address = ? AND id <> ?"_s, {one.address, one.id});
        if (!other)
            return std::unexpected(other.error());
        if (other->isValid())
            return std::unexpected(Problem{one.address, u"is subscribed already"_s});
        if (const Result<void> reset =
                run(u"UPDATE subscription SET state = 0, error = '', failures = 0, due = 0, etag = x'', "
                    "modified = x'' WHERE id = ? AND address <> ?"_s,
                    {one.id, one.address});
            !reset)
            return reset;
        // An unchanged feed would not name the pages that are wanted from now on.
        if (const Result<void> anew = run(
                u"UPDATE subscription SET due = 0, etag = x'', modified = x'' WHERE id = ? AND pages < ?"_s,
                {one.id, one.pages});
            !anew)
            return anew;
        return run(
            u"UPDATE subscription SET address = ?, name = ?, groups = ?, minutes = ?, pages = ?, "
            "recursive = ? WHERE id = ?"_s,
            {one.address, one.name, joined(one.groups), one.minutes, one.pages, one.recursive, one.id});
    });
}

Result<void> Subscriptions::keepState(const Subscription &one)
{
    return m->transaction([&]() -> Result<void> {
        if (const Result<void> moved =
                run(u"UPDATE OR IGNORE subscription SET address = ? WHERE id = ?"_s, {one.address, one.id});
            !moved)
            return moved;
        return run(
            u"UPDATE subscription SET title = ?, site = ?, state = ?, error = ?, checked = ?, due = ?, "
            "failures = ?, fresh = ?, etag = ?, modified = ? WHERE id = ?"_s,
            {one.title, one.site, int(one.state), one.error, one.checked, one.due, one.failures, one.fresh,
             QByteArray(one.etag.isNull() ? "" : one.etag),
             QByteArray(one.modified.isNull() ? "" : one.modified), one.id});
    });
}

Result<void> Subscriptions::remove(const std::vector<qint64> &ids)
{
    return m->transaction([&]() -> Result<void> {
        for (const qint64 id : ids) {
            if (Result<void> removed = run(u"DELETE FROM subscription WHERE id = ?"_s, {id}); !removed)
                return removed;
        }
        return {};
    });
}

Result<void> Subscriptions::moveGroup(const QStringList &from, const QStringList &to)
{
    const Result<SubscriptionList> list = all();
    if (!list)
        return std::unexpected(list.error());
    return m->transaction([&]() -> Result<void> {
        for (const Subscription &one : *list) {
            if (from.isEmpty() || one.groups.first(std::min(from.size(), one.groups.size())) != from)
                continue;
            const QStringList groups = to + one.groups.sliced(from.size());
            if (Result<void> moved =
                    run(u"UPDATE subscription SET groups = ? WHERE id = ?"_s, {joined(groups), one.id});
                !moved)
                return moved;
        }
        return {};
    });
}

Result<qint64> Subscriptions::newestArticle()
{
    const Result<QVariant> newest = m->value(u"SELECT coalesce(max(id), 0) FROM article"_s);
    return newest ? Result<qint64>(newest->toLongLong()) : std::unexpected(newest.error());
}

Result<int> Subscriptions::articlesSince(qint64 id, qint64 article)
{
    const Result<QVariant> count = m->value(
        u"SELECT count(*) FROM subscription_article WHERE subscription = ? AND article > ?"_s, {id, article});
    return count ? Result<int>(count->toInt()) : std::unexpected(count.error());
}

} // namespace demarche::corpus::sources
