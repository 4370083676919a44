#include "models/corpus/evidencerows.h"
#include "models/corpus/storeinner.h"

#include <array>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr qint64 mostTold = 200;

/// What must give no row, and how each row that it gives is told; `%1` is the row's first column.
struct Invariant
{
    QLatin1StringView sql;
    QLatin1StringView wrong;
};

constexpr std::array invariants{
    Invariant{"SELECT id FROM article WHERE id NOT IN (SELECT article FROM body)"_L1,
              "article %1 has no text"_L1},
    Invariant{"SELECT article FROM body WHERE article NOT IN (SELECT id FROM article)"_L1,
              "a text belongs to no article (%1)"_L1},
    Invariant{"SELECT article FROM evidence WHERE article NOT IN (SELECT id FROM article)"_L1,
              "evidence belongs to no article (%1)"_L1},
    Invariant{"SELECT id FROM article WHERE publisher NOT IN (SELECT id FROM name)"_L1,
              "article %1 names a publisher that is not there"_L1},
    Invariant{"SELECT article FROM article_country WHERE country NOT IN (SELECT id FROM name)"_L1,
              "article %1 names a country that is not there"_L1},
    Invariant{"SELECT article FROM article_fetched WHERE fetched NOT IN (SELECT id FROM fetched)"_L1,
              "what article %1 was fetched as is not there"_L1},
    Invariant{"SELECT id FROM fetched WHERE id NOT IN (SELECT fetched FROM article_fetched)"_L1,
              "what was fetched belongs to no article (%1)"_L1},
    Invariant{"SELECT id FROM article WHERE id NOT IN (SELECT id FROM search_docsize)"_L1,
              "article %1 is not in the search index"_L1},
    Invariant{"SELECT id FROM search_docsize WHERE id NOT IN (SELECT id FROM article)"_L1,
              "the search index names an article that is not there (%1)"_L1},
};

/// Tells what is wrong, up to a bound, and counts all of it.
class Findings
{
public:
    Findings(QString file, const std::function<void(const Problem &)> &tell)
        : m_file(std::move(file))
        , m_tell(tell)
    {
    }
    void add(const QString &what) { add(Problem{m_file, what}); }
    void add(const Problem &problem)
    {
        if (++m_count <= mostTold && m_tell)
            m_tell(problem);
    }
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    QString m_file;
    const std::function<void(const Problem &)> &m_tell;
    qint64 m_count = 0;
};

/// Evidence is whole rows, names whom the store knows, and stands on findings that the article has.
void checkEvidence(const StoredArticle &stored, const QByteArray &pieces, const Names &names, Findings &found)
{
    const QString where = stored.article.uri;
    if (pieces.size() % packedEvidenceSize != 0)
        found.add({where, u"its evidence is cut off"_s});
    bool named = true;
    bool based = true;
    eachEvidence(pieces, [&](const PackedEvidence &piece) {
        named = named && names.knows(piece.country) && names.knows(piece.target);
        const bool isAction = analysis::Evidence::Kind(piece.kind) == analysis::Evidence::Kind::Action;
        based = based &&
                piece.finding < (isAction ? stored.analysis.actions.size() : stored.analysis.quotes.size());
    });
    if (!named)
        found.add({where, u"its evidence names nobody that the store knows"_s});
    if (!based)
        found.add({where, u"its evidence stands on findings that it has not"_s});
}

} // namespace

Result<Checked> Store::check(const std::function<void(const Problem &)> &wrong,
                             const std::function<bool()> &goOn) const
{
    Findings found(file(), wrong);
    QStringList unchecked;
    Database &database = *m->database;
    const auto goesOn = [&goOn] { return !goOn || goOn(); };
    const auto each = [&](const QString &sql, const auto &tell) -> Result<void> {
        return goesOn() ? database.rows(sql, {}, tell) : Result<void>{};
    };
    Result<void> read = each(u"PRAGMA integrity_check"_s, [&](const QSqlQuery &row) {
        if (const QString answer = row.value(0).toString(); answer != "ok"_L1)
            found.add(u"is damaged: "_s + answer.simplified());
    });
    if (!read)
        return std::unexpected(read.error());
    // FTS5 looks through its index for who may write only (https://sqlite.org/fts5.html).
    const auto index = database.run(u"INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"_s);
    if (!index && Database::isReadOnly(index.error()))
        unchecked << u"its search index could not be checked, for the store is read-only"_s;
    else if (!index && goesOn())
        found.add(u"its search index is damaged"_s);
    for (const Invariant &invariant : invariants) {
        read = each(QString(invariant.sql), [&](const QSqlQuery &row) {
            found.add(QString(invariant.wrong).arg(row.value(0).toString()));
        });
        if (!read)
            return std::unexpected(read.error());
    }
    const Result<Names> known = names();
    const Result<std::vector<ArticleId>> all = ids({});
    if (!known || !all)
        return std::unexpected(!known ? known.error() : all.error());
    for (const ArticleId id : *all) {
        if (!goesOn())
            break;
        const Result<StoredArticle> stored = article(id);
        const Result<QVariant> pieces =
            database.value(u"SELECT pieces FROM evidence WHERE article = ?"_s, {id});
        if (!stored)
            found.add(stored.error());
        else if (!pieces)
            found.add(pieces.error());
        else
            checkEvidence(*stored, pieces->toByteArray(), *known, found);
    }
    return Checked{found.count(), unchecked};
}

Result<void> Store::check() const
{
    std::optional<Problem> first;
    const Result<Checked> wrong = check(
        [&first](const Problem &problem) {
            if (!first)
                first = problem;
        },
        [&first] { return !first; });
    if (!wrong)
        return std::unexpected(wrong.error());
    return first ? std::unexpected(*first) : Result<void>{};
}

} // namespace demarche::corpus
