#include "models/corpus/evidencerows.h"
#include "models/corpus/storeinner.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus {

Result<Names> Store::names() const
{
    Names names;
    const Result<void> read =
        m->database->rows(u"SELECT id, text FROM name"_s, {}, [&names](const QSqlQuery &row) {
            names.insert(row.value(0).toUInt(), row.value(1).toString());
        });
    return read ? Result<Names>(std::move(names)) : std::unexpected(read.error());
}

Result<void> Store::loadArticles(const std::function<void(const ArticleColumns &)> &each,
                                 ArticleId after) const
{
    const Result<Names> known = names();
    if (!known)
        return std::unexpected(known.error());
    QHash<QString, std::uint32_t> idOf;
    for (const auto &[id, name] : known->all().asKeyValueRange())
        idOf.insert(name, id);
    std::vector<std::uint32_t> countries;
    return m->database->rows(
        u"SELECT id, day, publisher, unread, countries FROM article WHERE id > ? ORDER BY id"_s, {after},
        [&](const QSqlQuery &row) {
            ArticleColumns columns;
            columns.article = row.value(0).toLongLong();
            columns.day = row.value(1).toInt();
            columns.publisher = row.value(2).toUInt();
            columns.unread = row.value(3).toBool();
            countries.clear();
            for (const QString &country : row.value(4).toString().split(u' ', Qt::SkipEmptyParts))
                countries.push_back(idOf.value(country));
            columns.countries = countries;
            each(columns);
        });
}

Result<void> Store::loadEvidence(const std::function<void(const EvidenceRow &)> &each, ArticleId after) const
{
    return m->database->rows(u"SELECT evidence.article, publisher, pieces FROM evidence JOIN "
                             "article ON article.id = evidence.article "
                             "WHERE evidence.article > ? ORDER BY evidence.article"_s,
                             {after}, [&each](const QSqlQuery &stored) {
                                 EvidenceRow row;
                                 row.article = stored.value(0).toLongLong();
                                 row.publisher = stored.value(1).toUInt();
                                 eachEvidence(stored.value(2).toByteArray(),
                                              [&](const PackedEvidence &piece) {
                                                  row.day = piece.day;
                                                  row.country = piece.country;
                                                  row.target = piece.target;
                                                  row.finding = piece.finding;
                                                  row.kind = analysis::Evidence::Kind(piece.kind);
                                                  row.value = piece.value;
                                                  row.weight = piece.weight;
                                                  each(row);
                                              });
                             });
}

Result<void> Store::inOneState(const std::function<Result<void>()> &read) const
{
    if (const auto begun = m->database->run(u"BEGIN"_s); !begun)
        return std::unexpected(begun.error());
    const Result<void> done = read();
    const auto ended = m->database->run(u"COMMIT"_s);
    return done && !ended ? std::unexpected(ended.error()) : done;
}

} // namespace demarche::corpus
