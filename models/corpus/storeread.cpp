#include "models/corpus/packing.h"
#include "models/corpus/searchsql.h"
#include "models/corpus/storeinner.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

const QString rowColumns =
    u"SELECT article.id, uri, title, opening, name.text, day, basis, countries, words, unread, language "
    "FROM article JOIN name ON name.id = article.publisher "_s;

ArticleRow rowOf(const QSqlQuery &query)
{
    ArticleRow row;
    row.id = query.value(0).toLongLong();
    row.uri = query.value(1).toString();
    row.title = query.value(2).toString();
    if (row.title.isEmpty())
        row.title = query.value(3).toString();
    row.publisher = query.value(4).toString();
    row.published = {dayOf(query.value(5).toLongLong()), analysis::DateBasis(query.value(6).toInt())};
    row.countries = query.value(7).toString().split(u' ', Qt::SkipEmptyParts);
    row.words = query.value(8).toInt();
    row.unread = query.value(9).toBool();
    row.language = query.value(10).toString();
    return row;
}

QString placeholders(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u", "_s);
}

} // namespace

Where whereOf(const Filter &filter)
{
    QStringList conditions;
    QVariantList values;
    if (const SearchQuery search = searchQuery(filter.search); search.root) {
        Where found = searchCondition(*search.root);
        conditions << found.sql;
        values += found.values;
    }
    if (!filter.countries.isEmpty()) {
        conditions << u"article.id IN (SELECT article FROM article_country WHERE country IN "
                      "(SELECT id FROM name WHERE text IN (%1)))"_s.arg(
                          placeholders(filter.countries.size()));
        for (const QString &country : filter.countries)
            values << country;
    }
    if (!filter.publishers.isEmpty()) {
        conditions << u"article.publisher IN (SELECT id FROM name WHERE text IN (%1))"_s.arg(
            placeholders(filter.publishers.size()));
        for (const QString &publisher : filter.publishers)
            values << publisher;
    }
    if (!filter.subscriptions.empty()) {
        conditions << u"article.id IN (SELECT article FROM subscription_article WHERE subscription IN (%1))"_s
                          .arg(placeholders(qsizetype(filter.subscriptions.size())));
        for (const qint64 subscription : filter.subscriptions)
            values << subscription;
    }
    if (filter.from.isValid()) {
        conditions << u"article.day >= ?"_s;
        values << filter.from.toJulianDay();
    }
    if (filter.to.isValid()) {
        conditions << u"article.day BETWEEN 1 AND ?"_s;
        values << filter.to.toJulianDay();
    }
    if (filter.unreadOnly)
        conditions << u"article.unread = 1"_s;
    return {conditions.isEmpty() ? u"1"_s : conditions.join(u" AND "_s), values};
}

Result<StoredArticle> Store::article(ArticleId id) const
{
    const auto query = m->database->run(
        u"SELECT uri, title, body.text, byline, name.text, language, day, basis, warnings, unread, findings, "
        "publisher_basis, language_basis, encoding, encoding_basis, source "
        "FROM article JOIN body ON body.article = article.id JOIN name ON name.id = article.publisher "
        "WHERE article.id = ?"_s,
        {id});
    if (!query)
        return std::unexpected(query.error());
    QSqlQuery &row = **query;
    if (!row.next())
        return std::unexpected(Problem{file(), u"holds no article %1"_s.arg(id)});
    StoredArticle stored;
    stored.id = id;
    stored.article.uri = row.value(0).toString();
    stored.article.title = row.value(1).toString();
    stored.article.text = row.value(2).toString();
    stored.article.byline = parted(row.value(3).toString());
    stored.article.publisher = row.value(4).toString();
    stored.article.language = row.value(5).toString();
    stored.article.published = {dayOf(row.value(6).toLongLong()), analysis::DateBasis(row.value(7).toInt())};
    stored.article.warnings = parted(row.value(8).toString());
    stored.unread = row.value(9).toBool();
    stored.article.publisherBasis = Basis(row.value(11).toInt());
    stored.article.languageBasis = Basis(row.value(12).toInt());
    stored.article.encoding = row.value(13).toString();
    stored.article.encodingBasis = Basis(row.value(14).toInt());
    stored.article.source = row.value(15).toString();
    Result<analysis::Analysis> findings = unpacked(row.value(10).toByteArray(), stored.article.text.size());
    row.finish();
    if (!findings)
        return std::unexpected(Problem{stored.article.uri, findings.error().what});
    stored.analysis = std::move(*findings);
    return stored;
}

Result<QString> Store::text(ArticleId id) const
{
    const Result<QVariant> text = m->database->value(u"SELECT text FROM body WHERE article = ?"_s, {id});
    return text ? Result<QString>(text->toString()) : std::unexpected(text.error());
}

Result<std::vector<ArticleRow>> Store::rows(std::span<const ArticleId> ids) const
{
    std::vector<ArticleRow> rows;
    rows.reserve(ids.size());
    for (const ArticleId id : ids) {
        const Result<void> read =
            m->database->rows(rowColumns + u"WHERE article.id = ?"_s, {id},
                              [&rows](const QSqlQuery &row) { rows.push_back(rowOf(row)); });
        if (!read)
            return std::unexpected(read.error());
    }
    return rows;
}

/// The page is found in the narrow index of days, newest first, which ends when it is full; only its rows are
/// read. From the hits of a common word instead, all of their rows would have to be read to be sorted.
Result<std::vector<ArticleRow>> Store::articles(const Filter &filter, const Page &page) const
{
    Where where = whereOf(filter);
    where.values << page.limit << page.offset;
    std::vector<ArticleRow> rows;
    const Result<void> read = m->database->rows(
        rowColumns + u"WHERE article.id IN (SELECT article.id FROM article INDEXED BY article_day WHERE "_s +
            where.sql +
            u" ORDER BY day DESC, article.id DESC LIMIT ? OFFSET ?) ORDER BY day DESC, article.id DESC"_s,
        where.values, [&rows](const QSqlQuery &row) { rows.push_back(rowOf(row)); });
    return read ? Result<std::vector<ArticleRow>>(std::move(rows)) : std::unexpected(read.error());
}

Result<void> Store::loadTitles(const std::function<void(ArticleId, const QString &)> &each) const
{
    return m->database->rows(
        u"SELECT id, CASE title WHEN '' THEN opening ELSE title END FROM article"_s, {},
        [&each](const QSqlQuery &row) { each(row.value(0).toLongLong(), row.value(1).toString()); });
}

Result<std::vector<ArticleId>> Store::ids(const Filter &filter) const
{
    const Where where = whereOf(filter);
    std::vector<ArticleId> ids;
    const Result<void> read = m->database->rows(
        u"SELECT article.id FROM article WHERE "_s + where.sql + u" ORDER BY day DESC, article.id DESC"_s,
        where.values, [&ids](const QSqlQuery &row) { ids.push_back(row.value(0).toLongLong()); });
    return read ? Result<std::vector<ArticleId>>(std::move(ids)) : std::unexpected(read.error());
}

Result<qint64> Store::count(const Filter &filter) const
{
    const Where where = whereOf(filter);
    const Result<QVariant> count =
        m->database->value(u"SELECT count(*) FROM article WHERE "_s + where.sql, where.values);
    if (!count)
        return std::unexpected(count.error());
    return count->toLongLong();
}

Result<void> Store::each(const Filter &filter, const std::function<bool(const StoredArticle &)> &each) const
{
    const Result<std::vector<ArticleId>> all = ids(filter);
    if (!all)
        return std::unexpected(all.error());
    std::optional<Problem> first;
    for (const ArticleId id : *all) {
        const Result<StoredArticle> stored = article(id);
        if (!stored && m->damaged)
            m->damaged(stored.error());
        else if (!stored && !first)
            first = stored.error();
        if (stored && !each(*stored))
            break;
    }
    return first ? std::unexpected(*first) : Result<void>{};
}

void Store::tellOfDamage(std::function<void(const Problem &)> tell)
{
    m->damaged = std::move(tell);
}

} // namespace demarche::corpus
