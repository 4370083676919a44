#pragma once

#include "models/corpus/access.h"
#include "models/corpus/article.h"
#include "models/corpus/corrections.h"
#include "models/corpus/filter.h"
#include "models/corpus/names.h"
#include "models/corpus/sourcefiles.h"
#include "models/text/result.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace demarche::corpus {

/// An article with all that was found in it.
struct AnalysedArticle
{
    Article article;
    analysis::Analysis analysis;
};

/// An AnalysedArticle as the store keeps it.
struct StoredArticle
{
    ArticleId id = 0;
    Article article;
    analysis::Analysis analysis;
    bool unread = true;
};

/// A corrected article with what was found in it as it is with its corrections.
struct Recorrected
{
    Correctable article;
    analysis::Analysis analysis;
};

/// What a list shows of an article: everything but its text and findings.
struct ArticleRow
{
    ArticleId id = 0;
    QString uri;
    QString title; ///< the article's, else its first words
    QString publisher;
    analysis::Published published;
    QString language;
    QStringList countries; ///< ISO alpha-3 of the states whose actors figure in it, most often named first
    int words = 0;
    bool unread = true;
    QString excerpt; ///< words about the first hit of a search; empty until somebody fills it
};

/// One piece of evidence in a form made for columns in memory: all names are ids into names().
struct EvidenceRow
{
    ArticleId article = 0;
    std::int32_t day = 0;      ///< Julian day of the evidence, else of the article; 0 where neither is known
    std::uint32_t country = 0; ///< whose stance: name id of an ISO alpha-3 code
    std::uint32_t target = 0;  ///< toward whom: name id of a code or a non-state actor's name
    std::uint16_t finding = 0; ///< index into the analysis's actions or quotes
    analysis::Evidence::Kind kind = analysis::Evidence::Kind::Action;
    float value = 0;  ///< -10 … 10
    float weight = 0; ///< > 0
};

/// What the columns in memory keep of every article, with or without evidence.
struct ArticleColumns
{
    ArticleId article = 0;
    std::int32_t day = 0; ///< Julian day of publication; 0 where unknown
    std::uint32_t publisher = 0;
    bool unread = true;
    std::span<const std::uint32_t> countries; ///< name ids, as ArticleRow::countries; valid during the call
};

/// A feed or watched folder and what it brought.
struct SourceRow
{
    qint64 id = 0;
    QString name; ///< the analyst's, else the feed's own title, else its address
    QStringList groups;
    std::vector<ArticleId> articles; ///< ascending
};

/// An actor over all the articles of a filter. Actors of one name, kind and country are one.
struct ActorRow
{
    QString name;
    analysis::ActorKind kind = analysis::ActorKind::Organization;
    QString country;
    QString code;
    QString role; ///< the role last given to it
    int articles = 0;
    int mentions = 0;
    ArticleId newest = 0; ///< the newest of those articles
};

struct QuoteRow
{
    ArticleId article = 0;
    int index = -1; ///< into the article's quotes
    QDate day;      ///< the article's
    QString speaker;
    QString speakerCountry;
    analysis::QuoteKind kind = analysis::QuoteKind::Direct;
    double polarity = 0;
    text::Span span;
    QString text;
};

struct ActionRow
{
    ArticleId article = 0;
    int index = -1;     ///< into the article's actions
    QDate day;          ///< the action's first day, else the article's
    QStringList source; ///< names
    QStringList target;
    QStringList sourceCountries; ///< ISO codes without doubles
    QStringList targetCountries;
    QString cameo;
    QString plover;
    double goldstein = 0;
    analysis::Realis realis = analysis::Realis::Actual;
    text::Span span;
    QString text; ///< the clause
};

/// What a check of a store found.
struct Checked
{
    qint64 wrong = 0;      ///< things
    QStringList unchecked; ///< what could not be looked at, and why, one line each
};

/// What became of an article that was to be added.
enum class Outcome : std::uint8_t { Added, Duplicate, Updated };

struct Stored
{
    ArticleId id = 0;
    Outcome outcome = Outcome::Added;
    std::vector<ArticleId> moved = {}; ///< other articles that belong to another story because of it
};

/// A collection of analysed articles in one SQLite file. One Store belongs to one thread; any number of them
/// may be open on the same file (one writes at a time, readers never wait). Every write is one transaction: a
/// process killed at any moment leaves the articles of the transactions before it.
class Store
{
public:
    /// Opens the file, or makes it where it is to be written. Older stores are migrated; one from a newer
    /// version and any other file is refused and left as it is.
    [[nodiscard]] static Result<Store> open(const QString &file, Access access = Access::Write);

    Store(Store &&) noexcept;
    Store &operator=(Store &&) noexcept;
    ~Store();

    [[nodiscard]] QString file() const;

    /// The stored article that is the same as this one: same words, or one of the same addresses with
    /// a text no shorter.
    [[nodiscard]] Result<std::optional<ArticleId>> same(const Article &) const;

    /// Adds all in one transaction; one outcome an article, in order. The same article twice is one; an
    /// article of the same address with a longer text replaces the older, whose corrections it takes over.
    [[nodiscard]] Result<std::vector<Stored>> add(std::span<const AnalysedArticle>);
    /// The same, with the files of which everything is stored then.
    [[nodiscard]] Result<std::vector<Stored>> add(std::span<const AnalysedArticle>,
                                                  std::span<const SourceFile> complete);
    /// The articles of a file of which everything was stored, if it is still the same file; else nothing.
    [[nodiscard]] Result<std::optional<qint64>> complete(const SourceFile &) const;

    /// What was said of the columns of a file's tables, by their paths; those inside an archive are its.
    [[nodiscard]] Result<QHash<QString, QStringList>> columnsIn(const QString &file) const;

    /// Who analyses an article anew that takes over corrections while it is added: on the adding thread,
    /// while nobody else can write. Without one it keeps the analysis that it came with.
    void recorrectWith(std::function<Recorrected(const Article &newer, const Corrections &)>);

    /// Keeps further addresses and the subscription of an article that same() found.
    [[nodiscard]] Result<void> noteOrigins(ArticleId, const Article &);

    [[nodiscard]] Result<StoredArticle> article(ArticleId) const;
    [[nodiscard]] Result<QString> text(ArticleId) const; ///< of an article; empty where it is not there
    [[nodiscard]] Result<std::vector<ArticleRow>>
        rows(std::span<const ArticleId>) const; ///< in the order asked for
    [[nodiscard]] Result<std::vector<ArticleRow>> articles(const Filter &, const Page & = {}) const;
    [[nodiscard]] Result<std::vector<ArticleId>> ids(const Filter &) const; ///< newest first
    [[nodiscard]] Result<qint64> count(const Filter & = {}) const;

    /// Who is told of each article that each(), actors(), quotes() and actions() cannot read and leave out.
    void tellOfDamage(std::function<void(const Problem &)>);
    /// Articles with their findings, newest first, until `each` gives false. One that cannot be read does not
    /// end it: where nobody else is told of damage, the first such Problem is given after the rest.
    [[nodiscard]] Result<void> each(const Filter &,
                                    const std::function<bool(const StoredArticle &)> &each) const;

    /// Findings of the filter's articles, newest article first; actors over all of them, in most articles
    /// first (ActorCount). Where the work on the thread is interrupted (text/interruption.h) they end early.
    [[nodiscard]] Result<std::vector<ActorRow>> actors(const Filter &, const Page & = {},
                                                       Copies = Copies::Each) const;
    [[nodiscard]] Result<std::vector<QuoteRow>> quotes(const Filter &, const Page & = {}) const;
    [[nodiscard]] Result<std::vector<ActionRow>> actions(const Filter &, const Page & = {}) const;
    /// The same of these articles, in the order given; `kinds` as in Filter.
    [[nodiscard]] Result<std::vector<ActorRow>> actors(std::span<const ArticleId>, const QStringList &kinds,
                                                       const Page & = {}, Copies = Copies::Each) const;
    [[nodiscard]] Result<std::vector<QuoteRow>> quotes(std::span<const ArticleId>, const QStringList &kinds,
                                                       const Page & = {}) const;
    [[nodiscard]] Result<std::vector<ActionRow>> actions(std::span<const ArticleId>, const QStringList &kinds,
                                                         const Page & = {}) const;

    /// The words that name ids stand for.
    [[nodiscard]] Result<Names> names() const;
    /// Every article, oldest id first, for the columns in memory; `after` leaves out ids up to it.
    [[nodiscard]] Result<void> loadArticles(const std::function<void(const ArticleColumns &)> &,
                                            ArticleId after = 0) const;
    /// Every piece of evidence, oldest article id first, for the columns in memory.
    [[nodiscard]] Result<void> loadEvidence(const std::function<void(const EvidenceRow &)> &,
                                            ArticleId after = 0) const;

    /// Every article with its title, else its first words; in any order.
    [[nodiscard]] Result<void> loadTitles(const std::function<void(ArticleId, const QString &)> &) const;
    /// Every subscription with the articles that it brought, in order of their being added.
    [[nodiscard]] Result<void> loadSources(const std::function<void(SourceRow)> &) const;

    /// Runs `read` so that all it asks is answered from one state of the file, whoever writes meanwhile.
    [[nodiscard]] Result<void> inOneState(const std::function<Result<void>()> &read) const;

    /// The articles of its story, oldest id first; the article itself where it stands alone.
    [[nodiscard]] Result<std::vector<ArticleId>> copies(ArticleId) const;
    /// Every article that is a copy of one stored before, oldest id first, with its story: the least id of
    /// its members. Articles that are not told of are stories of their own.
    [[nodiscard]] Result<void> loadStories(const std::function<void(ArticleId article, ArticleId story)> &,
                                           ArticleId after = 0) const;
    /// Finds the stories of up to `most` articles that were stored before there were any. False where none is
    /// left.
    [[nodiscard]] Result<bool> groupDue(int most);
    /// The same for all of them, a few a transaction, until it is stopped. Whether there was any.
    [[nodiscard]] Result<bool> groupAllDue(const std::stop_token &stop = {});
    /// An article as it was found, and what the analyst says of it.
    [[nodiscard]] Result<Correctable> correctable(ArticleId) const;
    /// Keeps what the analyst says beside what was found, with the analysis of the article as it then is.
    /// Whatever is imported or analysed later, the analyst's word holds. A Problem where the article was
    /// replaced since it was asked for.
    [[nodiscard]] Result<void> correct(ArticleId, const Correctable &, const analysis::Analysis &);

    [[nodiscard]] Result<void> setUnread(std::span<const ArticleId>, bool unread);
    [[nodiscard]] Result<void> remove(std::span<const ArticleId>);

    /// Reads all of the file: SQLite's integrity_check, the search index, that every row finds what it names,
    /// and that all findings and evidence can be read. Tells each thing wrong, at most some hundred. `goOn`
    /// is asked now and then, and ends the check with false.
    [[nodiscard]] Result<Checked> check(const std::function<void(const Problem &)> &wrong,
                                        const std::function<bool()> &goOn = {}) const;
    /// A Problem tells the first thing wrong.
    [[nodiscard]] Result<void> check() const;

    /// Writes all that is committed to another file, in one state, whoever writes meanwhile. The file is
    /// there whole or not at all; one that is there already is replaced only where `replace` says so.
    [[nodiscard]] Result<void> copyTo(const QString &target, bool replace = false) const;

private:
    struct Inner;
    explicit Store(std::unique_ptr<Inner>);
    std::unique_ptr<Inner> m;
};

} // namespace demarche::corpus
