#include "models/corpus/foundarticle.h"
#include "models/corpus/storeinner.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

/// One field as a row of `correction`.
struct Row
{
    QString field;
    QString value;
    QString found;
    int basis = 0;
};

std::vector<Row> rowsOf(const Correctable &article)
{
    const Corrections &corrections = article.corrections;
    const Article &found = article.read();
    std::vector<Row> rows;
    if (corrections.encoding)
        rows.push_back(
            {u"encoding"_s, *corrections.encoding, written(article.found), int(article.found.encodingBasis)});
    if (corrections.title)
        rows.push_back({u"title"_s, *corrections.title, found.title, int(Basis::Unknown)});
    if (corrections.day)
        rows.push_back({u"day"_s, corrections.day->toString(Qt::ISODate),
                        found.published.date.toString(Qt::ISODate), int(found.published.basis)});
    if (corrections.publisher)
        rows.push_back({u"publisher"_s, *corrections.publisher, found.publisher, int(found.publisherBasis)});
    if (corrections.language)
        rows.push_back({u"language"_s, *corrections.language, found.language, int(found.languageBasis)});
    return rows;
}

void take(const Row &row, Corrections &corrections, Article &found)
{
    if (row.field == "title"_L1) {
        corrections.title = row.value;
        found.title = row.found;
    } else if (row.field == "day"_L1) {
        corrections.day = QDate::fromString(row.value, Qt::ISODate);
        found.published = {QDate::fromString(row.found, Qt::ISODate), analysis::DateBasis(row.basis)};
    } else if (row.field == "publisher"_L1) {
        corrections.publisher = row.value;
        found.publisher = row.found;
        found.publisherBasis = Basis(row.basis);
    } else if (row.field == "language"_L1) {
        corrections.language = row.value;
        found.language = row.found;
        found.languageBasis = Basis(row.basis);
    } else if (row.field == "encoding"_L1) {
        corrections.encoding = row.value;
    }
}

} // namespace

Result<Correctable> Store::Inner::correctable(ArticleId id, Article stored)
{
    Article found = std::move(stored);
    Corrections corrections;
    QString before; // its encoding was set
    const Result<void> read =
        database->rows(u"SELECT field, value, found, basis FROM correction WHERE article = ?"_s, {id},
                       [&](const QSqlQuery &row) {
                           const Row one{row.value(0).toString(), row.value(1).toString(),
                                         row.value(2).toString(), row.value(3).toInt()};
                           take(one, corrections, found);
                           if (one.field == "encoding"_L1)
                               before = one.found;
                       });
    if (!read)
        return std::unexpected(read.error());
    if (before.isEmpty())
        return Correctable{std::move(found), std::move(corrections)};
    Result<Article> original = withFound(found, before);
    if (!original)
        return std::unexpected(original.error());
    return Correctable{*std::move(original), std::move(corrections), std::move(found)};
}

Result<void> Store::Inner::keepCorrections(ArticleId id, const Correctable &article)
{
    if (const auto cleared = database->run(u"DELETE FROM correction WHERE article = ?"_s, {id}); !cleared)
        return std::unexpected(cleared.error());
    for (const Row &row : rowsOf(article)) {
        const auto kept = database->run(
            u"INSERT INTO correction (article, field, value, found, basis) VALUES (?, ?, ?, ?, ?)"_s,
            {id, row.field, row.value, row.found, row.basis});
        if (!kept)
            return std::unexpected(kept.error());
    }
    return {};
}

Result<Correctable> Store::correctable(ArticleId id) const
{
    Result<StoredArticle> stored = article(id);
    if (!stored)
        return std::unexpected(stored.error());
    Result<FetchedBytes> fetched = m->fetchedAs(id);
    if (!fetched)
        return std::unexpected(fetched.error());
    stored->article.fetched = *std::move(fetched);
    if (!stored->article.source.isEmpty()) {
        Result<QHash<QString, QStringList>> columns = m->columnsIn(stored->article.source);
        if (!columns)
            return std::unexpected(columns.error());
        stored->article.columns = *std::move(columns);
    }
    return m->correctable(id, std::move(stored->article));
}

Result<void> Store::correct(ArticleId id, const Correctable &article, const analysis::Analysis &analysis)
{
    Result<void> done = m->database->transaction([&]() -> Result<void> {
        const Result<Correctable> before = correctable(id);
        if (!before)
            return std::unexpected(before.error());
        if (before->found.text != article.found.text)
            return std::unexpected(Problem{
                article.found.uri, u"was replaced by a longer version meanwhile; nothing was changed"_s});
        if (Result<void> changed = m->change(id, {corrected(article), analysis}); !changed)
            return changed;
        return m->keepCorrections(id, article);
    });
    if (!done)
        m->nameIds.clear();
    return done;
}

} // namespace demarche::corpus
