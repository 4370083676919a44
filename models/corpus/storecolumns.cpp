#include "models/corpus/evidencerows.h"
#include "models/corpus/storeinner.h"

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

/// A code of up to four letters as a number; 0 for what is no such code.
quint64 keyOf(QStringView code)
{
    quint64 key = 0;
    for (const QChar letter : code.size() <= 4 ? code : QStringView())
        key = key << 16U | letter.unicode();
    return key;
}

/// From the codes of countries to their name ids.
class CountryIds
{
public:
    explicit CountryIds(const Names &names)
    {
        for (const auto &[id, name] : names.all().asKeyValueRange())
            m_ids.insert(keyOf(name), id);
        m_ids.remove(0);
    }

    /// Of codes parted by spaces, in their order; 0 for one that the names do not have.
    void read(QStringView codes, std::vector<std::uint32_t> &ids) const
    {
        ids.clear();
        for (const QStringView code : codes.tokenize(u' ', Qt::SkipEmptyParts))
            ids.push_back(m_ids.value(keyOf(code)));
    }

private:
    QHash<quint64, std::uint32_t> m_ids;
};

} // namespace

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
    const CountryIds ids(*known);
    std::vector<std::uint32_t> countries;
    return m->database->rows(
        u"SELECT id, day, publisher, unread, countries FROM article WHERE id > ? ORDER BY id"_s, {after},
        [&](const QSqlQuery &row) {
            ArticleColumns columns;
            columns.article = row.value(0).toLongLong();
            columns.day = row.value(1).toInt();
            columns.publisher = row.value(2).toUInt();
            columns.unread = row.value(3).toBool();
            ids.read(row.value(4).toString(), countries);
            columns.countries = countries;
            each(columns);
        });
}

Result<void> Store::loadEvidence(const std::function<void(const EvidenceRow &)> &each, ArticleId after) const
{
    return m->database->rows(u"SELECT article, pieces FROM evidence WHERE article > ? ORDER BY article"_s,
                             {after}, [&each](const QSqlQuery &stored) {
                                 EvidenceRow row;
                                 row.article = stored.value(0).toLongLong();
                                 eachEvidence(stored.value(1).toByteArray(),
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
