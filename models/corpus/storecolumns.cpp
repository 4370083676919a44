#include "models/corpus/evidencerows.h"
#include "models/corpus/storeinner.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus {

Result<std::vector<QString>> Store::names() const
{
    const auto query = m->database->run(u"SELECT id, text FROM name ORDER BY id"_s);
    if (!query)
        return std::unexpected(query.error());
    std::vector<QString> names;
    while ((*query)->next()) {
        const size_t id = (*query)->value(0).toUInt();
        names.resize(id + 1);
        names[id] = (*query)->value(1).toString();
    }
    (*query)->finish();
    return names;
}

Result<void> Store::loadArticles(const std::function<void(const ArticleColumns &)> &each,
                                 ArticleId after) const
{
    const Result<std::vector<QString>> known = names();
    if (!known)
        return std::unexpected(known.error());
    QHash<QString, std::uint32_t> idOf;
    for (size_t id = 0; id < known->size(); ++id)
        idOf.insert((*known)[id], std::uint32_t(id));
    const auto query = m->database->run(
        u"SELECT id, day, publisher, unread, countries FROM article WHERE id > ? ORDER BY id"_s, {after});
    if (!query)
        return std::unexpected(query.error());
    std::vector<std::uint32_t> countries;
    while ((*query)->next()) {
        ArticleColumns columns;
        columns.article = (*query)->value(0).toLongLong();
        columns.day = (*query)->value(1).toInt();
        columns.publisher = (*query)->value(2).toUInt();
        columns.unread = (*query)->value(3).toBool();
        countries.clear();
        for (const QString &country : (*query)->value(4).toString().split(u' ', Qt::SkipEmptyParts))
            countries.push_back(idOf.value(country));
        columns.countries = countries;
        each(columns);
    }
    (*query)->finish();
    return {};
}

Result<void> Store::loadEvidence(const std::function<void(const EvidenceRow &)> &each, ArticleId after) const
{
    const auto query = m->database->run(u"SELECT evidence.article, publisher, pieces FROM evidence JOIN "
                                        u"article ON article.id = evidence.article "
                                        "WHERE evidence.article > ? ORDER BY evidence.article"_s,
                                        {after});
    if (!query)
        return std::unexpected(query.error());
    while ((*query)->next()) {
        EvidenceRow row;
        row.article = (*query)->value(0).toLongLong();
        row.publisher = (*query)->value(1).toUInt();
        eachEvidence((*query)->value(2).toByteArray(), [&](const PackedEvidence &piece) {
            row.day = piece.day;
            row.country = piece.country;
            row.target = piece.target;
            row.finding = piece.finding;
            row.kind = analysis::Evidence::Kind(piece.kind);
            row.value = piece.value;
            row.weight = piece.weight;
            each(row);
        });
    }
    (*query)->finish();
    return {};
}

} // namespace demarche::corpus
