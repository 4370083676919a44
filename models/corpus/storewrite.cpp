#include "models/corpus/evidencerows.h"
#include "models/corpus/identity.h"
#include "models/corpus/packing.h"
#include "models/corpus/storeinner.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr qsizetype openingLength = 120;

/// ISO codes of the states whose actors figure in it, most often named first.
QStringList countriesOf(const analysis::Analysis &analysis)
{
    std::vector<std::pair<QString, size_t>> counts;
    for (const analysis::Actor &actor : analysis.actors) {
        if (actor.country.isEmpty() || actor.kind == analysis::ActorKind::Place)
            continue;
        const auto known = std::ranges::find(counts, actor.country, &std::pair<QString, size_t>::first);
        if (known == counts.end())
            counts.emplace_back(actor.country, actor.mentions.size());
        else
            known->second += actor.mentions.size();
    }
    std::ranges::stable_sort(counts, std::ranges::greater{}, &std::pair<QString, size_t>::second);
    QStringList countries;
    for (const auto &[country, count] : counts)
        countries << country;
    return countries;
}

QStringList speakersOf(const analysis::Analysis &analysis)
{
    QStringList speakers;
    for (const analysis::Quote &quote : analysis.quotes) {
        if (quote.speaker >= 0 && size_t(quote.speaker) < analysis.actors.size())
            speakers << analysis.actors[size_t(quote.speaker)].name;
    }
    speakers.removeDuplicates();
    return speakers;
}

int wordsIn(const QString &text)
{
    int words = 0;
    bool inWord = false;
    for (const QChar c : text) {
        words += !c.isSpace() && !inWord;
        inWord = !c.isSpace();
    }
    return words;
}

/// The first words, not cut inside one.
QString openingOf(const QString &text)
{
    QString start = text.left(openingLength * 2).simplified();
    if (start.size() <= openingLength)
        return start;
    const qsizetype space = start.lastIndexOf(u' ', openingLength);
    return start.left(space > 0 ? space : openingLength) + u'…';
}

analysis::Published publishedOf(const AnalysedArticle &item)
{
    return item.analysis.published.date.isValid() ? item.analysis.published : item.article.published;
}

} // namespace

Result<std::uint32_t> Store::Inner::nameId(const QString &name)
{
    if (name.isEmpty())
        return 0;
    if (const auto known = nameIds.constFind(name); known != nameIds.cend())
        return *known;
    if (const auto kept =
            database->run(u"INSERT INTO name (text) VALUES (?) ON CONFLICT DO NOTHING"_s, {name});
        !kept)
        return std::unexpected(kept.error());
    const Result<QVariant> id = database->value(u"SELECT id FROM name WHERE text = ?"_s, {name});
    if (!id)
        return std::unexpected(id.error());
    return *nameIds.insert(name, id->toUInt());
}

Result<Stored> Store::Inner::add(const AnalysedArticle &item)
{
    const Result<Stored> stored = addOnce(item);
    if (!stored)
        return stored;
    const Result<void> kept = keepOrigins(stored->id, item.article);
    return kept ? stored : std::unexpected(kept.error());
}

Result<Stored> Store::Inner::addOnce(const AnalysedArticle &item)
{
    const QByteArray content = contentHash(item.article);
    const Result<QVariant> twin = database->value(u"SELECT id FROM article WHERE content = ?"_s, {content});
    if (!twin)
        return std::unexpected(twin.error());
    if (twin->isValid())
        return Stored{twin->toLongLong(), Outcome::Duplicate, {}};
    const Result<ArticleId> older = articleAt(item.article);
    if (!older)
        return std::unexpected(older.error());
    const ArticleId id = *older;
    if (id == 0)
        return insert(item, content, 0);
    const Result<QVariant> length =
        database->value(u"SELECT length(text) FROM body WHERE article = ?"_s, {id});
    if (!length)
        return std::unexpected(length.error());
    if (item.article.text.toUcs4().size() < length->toLongLong())
        return Stored{id, Outcome::Duplicate, {}};
    return replace(id, item, content);
}

/// A longer version takes the older one's id, addresses and corrections.
Result<Stored> Store::Inner::replace(ArticleId id, const AnalysedArticle &item, const QByteArray &content)
{
    // Its address may be another than the new one's.
    const auto readdressed =
        database->run(u"INSERT OR IGNORE INTO article_address (address, article) "
                      "SELECT address, id FROM article WHERE id = ? AND address IS NOT NULL"_s,
                      {id});
    if (!readdressed)
        return std::unexpected(readdressed.error());
    const Result<Correctable> before = correctable(id, {});
    if (!before)
        return std::unexpected(before.error());
    const Result<std::vector<ArticleId>> moved = remove(id);
    if (!moved)
        return std::unexpected(moved.error());
    const Recorrected now = taken(item, before->corrections);
    Result<Stored> stored = insert({corrected(now.article), now.analysis}, content, id);
    if (!stored)
        return stored;
    stored->moved.insert(stored->moved.end(), moved->begin(), moved->end());
    const Result<void> kept = keepCorrections(id, now.article);
    return kept ? stored : std::unexpected(kept.error());
}

/// The newer version with the older one's corrections.
Recorrected Store::Inner::taken(const AnalysedArticle &newer, const Corrections &corrections) const
{
    if (!corrections.isEmpty() && recorrect)
        return recorrect(newer.article, corrections);
    Recorrected now{{newer.article, corrections}, newer.analysis};
    now.article.corrections.encoding.reset(); // nobody can read it anew
    if (corrections.day)
        now.analysis.published = corrected(now.article).published;
    return now;
}

Result<Stored> Store::Inner::insert(const AnalysedArticle &item, const QByteArray &content,
                                    ArticleId replaced)
{
    const Article &article = item.article;
    const QString address = addressKey(article.uri);
    const QVariant id = replaced > 0 ? QVariant(replaced) : QVariant();
    const Result<QVariantList> described = description(item);
    if (!described)
        return std::unexpected(described.error());
    const auto inserted = database->run(
        u"INSERT INTO article (title, publisher, publisher_basis, language, language_basis, encoding, "
        "encoding_basis, day, basis, countries, speakers, warnings, opening, byline, words, id, content, "
        "address, uri) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        *described +
            QVariantList{id, content, address.isEmpty() ? QVariant() : QVariant(address), article.uri});
    if (!inserted)
        return std::unexpected(inserted.error());
    const ArticleId made = (*inserted)->lastInsertId().toLongLong();
    const auto kept =
        database->run(u"INSERT INTO body (article, text, findings, source) VALUES (?, ?, ?, ?)"_s,
                      {made, article.text, packed(item.analysis), article.source});
    if (!kept)
        return std::unexpected(kept.error());
    if (const Result<void> found = addFindings(made, item); !found)
        return std::unexpected(found.error());
    Result<std::vector<ArticleId>> moved = joinStory(made, article.text);
    if (!moved)
        return std::unexpected(moved.error());
    return Stored{made, replaced > 0 ? Outcome::Updated : Outcome::Added, *std::move(moved)};
}

Result<void> Store::Inner::change(ArticleId id, const AnalysedArticle &item)
{
    // The search index must be told the words that it forgets, while they are still there.
    if (Result<void> forgotten = unindex(id); !forgotten)
        return forgotten;
    for (const QString &sql :
         {u"DELETE FROM evidence WHERE article = ?"_s, u"DELETE FROM article_country WHERE article = ?"_s}) {
        if (const auto done = database->run(sql, {id}); !done)
            return std::unexpected(done.error());
    }
    const Result<QVariantList> described = description(item);
    if (!described)
        return std::unexpected(described.error());
    const auto said = database->run(
        u"UPDATE article SET title = ?, publisher = ?, publisher_basis = ?, language = ?, language_basis = "
        u"?, "
        "encoding = ?, encoding_basis = ?, day = ?, basis = ?, countries = ?, speakers = ?, warnings = ?, "
        "opening = ?, byline = ?, words = ? WHERE id = ?"_s,
        *described + QVariantList{id});
    if (!said)
        return std::unexpected(said.error());
    if (Result<void> changed = changeText(id, item.article.text); !changed)
        return changed;
    const auto found =
        database->run(u"UPDATE body SET findings = ? WHERE article = ?"_s, {packed(item.analysis), id});
    return found ? addFindings(id, item) : std::unexpected(found.error());
}

Result<void> Store::Inner::changeText(ArticleId id, const QString &text)
{
    const auto changed =
        database->run(u"UPDATE body SET text = ? WHERE article = ? AND text <> ?"_s, {text, id, text});
    if (!changed)
        return std::unexpected(changed.error());
    return (*changed)->numRowsAffected() > 0 ? changeStory(id, text) : Result<void>{};
}

/// The article's row as far as it can be corrected or found again, in the order in which insert() and
/// change() name it.
Result<QVariantList> Store::Inner::description(const AnalysedArticle &item)
{
    const Article &article = item.article;
    const Result<std::uint32_t> publisher = nameId(article.publisher);
    if (!publisher)
        return std::unexpected(publisher.error());
    const analysis::Published published = publishedOf(item);
    return QVariantList{article.title,
                        *publisher,
                        int(article.publisherBasis),
                        article.language,
                        int(article.languageBasis),
                        article.encoding,
                        int(article.encodingBasis),
                        published.date.isValid() ? published.date.toJulianDay() : 0,
                        int(published.basis),
                        countriesOf(item.analysis).join(u' '),
                        joined(speakersOf(item.analysis)),
                        joined(article.warnings),
                        openingOf(article.text),
                        joined(article.byline),
                        wordsIn(article.text)};
}

/// What is kept beside the article's row and text, and the words that are searched for.
Result<void> Store::Inner::addFindings(ArticleId id, const AnalysedArticle &item)
{
    if (Result<void> evidence = addEvidence(id, item); !evidence)
        return evidence;
    if (Result<void> countries = addCountries(id, countriesOf(item.analysis)); !countries)
        return countries;
    return index(id);
}

Result<void> Store::Inner::addEvidence(ArticleId id, const AnalysedArticle &item)
{
    std::vector<PackedEvidence> pieces;
    for (const analysis::Evidence &piece : item.analysis.evidence) {
        const Result<std::uint32_t> country = nameId(piece.country);
        const Result<std::uint32_t> target = nameId(piece.target);
        if (!country || !target)
            return std::unexpected(!country ? country.error() : target.error());
        const QDate day = piece.day.isValid() ? piece.day : publishedOf(item).date;
        pieces.push_back({*country, *target, std::uint16_t(piece.finding), std::uint8_t(piece.kind),
                          std::int32_t(day.isValid() ? day.toJulianDay() : 0), float(piece.value),
                          float(piece.weight)});
    }
    if (pieces.empty())
        return {};
    const auto stored = database->run(u"INSERT INTO evidence (article, pieces) VALUES (?, ?)"_s,
                                      {id, packedEvidence(pieces)});
    return stored ? Result<void>{} : std::unexpected(stored.error());
}

Result<void> Store::Inner::addCountries(ArticleId id, const QStringList &countries)
{
    for (const QString &country : countries) {
        const Result<std::uint32_t> name = nameId(country);
        if (!name)
            return std::unexpected(name.error());
        const auto kept = database->run(
            u"INSERT OR IGNORE INTO article_country (country, article) VALUES (?, ?)"_s, {*name, id});
        if (!kept)
            return std::unexpected(kept.error());
    }
    return {};
}

Result<void> Store::Inner::index(ArticleId id)
{
    const auto indexed =
        database->run(u"INSERT INTO search (rowid, title, body, speaker, publisher) "
                      "SELECT id, title, body, speaker, publisher FROM search_source WHERE id = ?"_s,
                      {id});
    return indexed ? Result<void>{} : std::unexpected(indexed.error());
}

Result<void> Store::Inner::unindex(ArticleId id)
{
    const auto forgotten = database->run(
        u"INSERT INTO search (search, rowid, title, body, speaker, publisher) "
        "SELECT 'delete', id, title, body, speaker, publisher FROM search_source WHERE id = ?"_s,
        {id});
    return forgotten ? Result<void>{} : std::unexpected(forgotten.error());
}

/// The search index must be told the words that it forgets, while they are still there.
Result<std::vector<ArticleId>> Store::Inner::remove(ArticleId id)
{
    Result<std::vector<ArticleId>> moved = leaveStory(id);
    if (!moved)
        return moved;
    if (const Result<void> forgotten = unindex(id); !forgotten)
        return std::unexpected(forgotten.error());
    if (const Result<void> forgotten = forgetFetched(id); !forgotten)
        return std::unexpected(forgotten.error());
    const auto done = database->run(u"DELETE FROM article WHERE id = ?"_s, {id});
    return done ? moved : std::unexpected(done.error());
}

} // namespace demarche::corpus
