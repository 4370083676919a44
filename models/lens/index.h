#pragma once

#include "models/lens/copies.h"
#include "models/lens/lens.h"
#include "models/lens/periods.h"
#include "models/lens/score.h"

#include <QHash>

#include <optional>
#include <span>
#include <vector>

namespace demarche::lens {

/// Numbers of names inside one EvidenceIndex, from 0.
using CountryId = std::uint16_t;
using TargetId = std::uint16_t;
using PublisherId = std::uint32_t;
/// An article's place in the index, from 0, in order of its id in the store.
using ArticleAt = std::uint32_t;

/// One article as the store gives it.
struct ArticleEntry
{
    qint64 id = 0;
    QDate day; ///< published; may be invalid
    QString publisher;
    QStringList countries; ///< ISO alpha-3 of the states whose actors it names
    bool unread = true;
};

/// One piece of evidence as the store gives it.
struct EvidenceEntry
{
    qint64 article = 0;
    Kind kind = Kind::Action;
    int finding = 0; ///< index into the article's actions or quotes
    QString country;
    QString target;
    QDate day;
    double value = 0;  ///< [-10, 10]
    double weight = 1; ///< > 0
};

/// An article whose names the index has numbered.
struct NumberedArticle
{
    qint64 id = 0;
    Day day = noDay;
    PublisherId publisher = 0;
    std::span<const CountryId> countries; ///< read during the call only
    bool unread = true;
};

/// A piece of evidence whose names the index has numbered.
struct NumberedEvidence
{
    qint64 article = 0;
    Kind kind = Kind::Action;
    std::int32_t finding = 0;
    CountryId country = 0;
    TargetId target = 0;
    Day day = noDay; ///< the article's where noDay
    float value = 0;
    float weight = 1;
};

/// The evidence toward one target, in columns of the same length, grouped by article in the articles' order.
struct EvidenceColumns
{
    std::vector<ArticleAt> article;
    std::vector<Day> day;
    std::vector<CountryId> country;
    std::vector<Kind> kind;
    std::vector<float> value;
    std::vector<FixedEvidence> sums; ///< what a stance adds up
    std::vector<std::int32_t> finding;

    [[nodiscard]] std::size_t size() const { return article.size(); }
};

/// Names kept once and numbered.
class NameTable
{
public:
    [[nodiscard]] std::uint32_t add(const QString &name);
    /// -1 where the name was never added.
    [[nodiscard]] int find(const QString &name) const;
    [[nodiscard]] const QString &at(std::size_t id) const { return m_names[id]; }
    [[nodiscard]] std::size_t size() const { return m_names.size(); }

private:
    std::vector<QString> m_names;
    QHash<QString, std::uint32_t> m_ids;
};

/// All articles and all evidence of a collection in memory, in columns, so that a change of the lens is one
/// pass over plain arrays. Grows only: articles come in ascending order of id, and so does evidence, each
/// after its article. Not thread-safe; built on one thread and then handed over.
class EvidenceIndex
{
public:
    /// An article whose id is not above the last one's is left out and gives false.
    bool addArticle(const ArticleEntry &entry);
    /// Says that an article is a copy of a story, named by the least id among its members. Both must be in
    /// the index; else, and where it is said already, nothing changes: false.
    bool addCopy(qint64 article, qint64 story);
    /// Evidence of an article that is in the index and not before the last one's; else it is left out: false.
    bool addEvidence(const EvidenceEntry &entry);

    /// Numbers for names, so that whoever adds a million pieces looks up each name once. None for a country
    /// or target beyond those that 16 bits can tell apart.
    [[nodiscard]] PublisherId publisherNumber(const QString &name) { return m_publishers.add(name); }
    [[nodiscard]] std::optional<CountryId> countryNumber(const QString &name);
    [[nodiscard]] std::optional<TargetId> targetNumber(const QString &name);
    bool add(const NumberedArticle &article);
    bool add(const NumberedEvidence &piece);

    [[nodiscard]] std::size_t articleCount() const { return m_ids.size(); }
    [[nodiscard]] std::size_t evidenceCount() const { return m_evidenceCount; }

    [[nodiscard]] qint64 id(ArticleAt at) const { return m_ids[at]; }
    [[nodiscard]] Day day(ArticleAt at) const { return m_days[at]; }
    [[nodiscard]] PublisherId publisher(ArticleAt at) const { return m_publisherOf[at]; }
    [[nodiscard]] bool unread(ArticleAt at) const { return m_unread[at]; }
    void setUnread(ArticleAt at, bool unread) { m_unread[at] = unread; }
    [[nodiscard]] std::span<const CountryId> countries(ArticleAt at) const;
    /// The first article of its story in the index; itself where it stands alone.
    [[nodiscard]] ArticleAt story(ArticleAt at) const { return m_storyOf[at]; }
    /// Whether its story has other articles.
    [[nodiscard]] bool isCopied(ArticleAt at) const { return m_copied[at]; }
    /// The articles whose stories have copies, story after story; in a story the earliest day first, the
    /// undated last.
    [[nodiscard]] const std::vector<ArticleAt> &copies() const;
    /// All articles, the newest day first, the undated last; of one day the last that came first.
    [[nodiscard]] const std::vector<ArticleAt> &newestFirst() const;
    /// The rows of evidence(target) that stand in articles with copies.
    [[nodiscard]] const CopiedRows &copiedEvidence(const QString &target) const;
    /// Does now what else is done when it is first asked for, so that the first look at the most frequent
    /// target costs no more than the second.
    void arrange() const;
    /// -1 for an id that is not in the index.
    [[nodiscard]] int find(qint64 id) const;

    [[nodiscard]] const NameTable &countryNames() const { return m_countries; }
    [[nodiscard]] const NameTable &targetNames() const { return m_targets; }
    [[nodiscard]] const NameTable &publisherNames() const { return m_publishers; }

    /// Evidence toward a target; empty for a target that has none.
    [[nodiscard]] const EvidenceColumns &evidence(const QString &target) const;
    /// The targets with their pieces of evidence, most frequent first; those of equal count by name.
    [[nodiscard]] std::vector<std::pair<QString, int>> targets() const;
    /// The first and last day on which an article was published; invalid where none is dated.
    [[nodiscard]] QDate firstDay() const { return dateOf(m_firstDay); }
    [[nodiscard]] QDate lastDay() const { return dateOf(m_lastDay); }

private:
    std::vector<qint64> m_ids;
    std::vector<Day> m_days;
    std::vector<PublisherId> m_publisherOf;
    std::vector<bool> m_unread;
    std::vector<ArticleAt> m_storyOf;
    std::vector<bool> m_copied;
    std::size_t m_copiedCount = 0;
    mutable std::vector<ArticleAt> m_newestFirst;     ///< arranged when asked for
    mutable std::vector<ArticleAt> m_copies;          ///< arranged when asked for
    mutable QHash<TargetId, CopiedRows> m_copiedRows; ///< arranged when asked for
    std::vector<std::uint32_t> m_countryEnds; ///< where each article's countries end in m_countryLists
    std::vector<CountryId> m_countryLists;
    NameTable m_countries, m_targets, m_publishers;
    std::vector<EvidenceColumns> m_evidence; ///< by TargetId
    std::size_t m_evidenceCount = 0;
    ArticleAt m_lastEvidence = 0;
    Day m_firstDay = noDay, m_lastDay = noDay;
};

} // namespace demarche::lens
