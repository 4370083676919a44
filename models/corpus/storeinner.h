#pragma once

#include "models/corpus/database.h"
#include "models/corpus/store.h"

#include <QHash>

#include <utility>

namespace demarche::corpus {

/// What a Store works with; shared by the files that implement it.
struct Store::Inner
{
    std::unique_ptr<Database> database;
    std::function<void(const Problem &)> damaged; ///< told of articles that cannot be read; may be empty
    std::function<Recorrected(const Article &, const Corrections &)> recorrect; ///< may be empty
    QHash<QString, std::uint32_t> nameIds; ///< names met so far; forgotten when a transaction is taken back

    /// The id of a name, which is kept from now on.
    [[nodiscard]] Result<std::uint32_t> nameId(const QString &name);
    [[nodiscard]] Result<Stored> add(const AnalysedArticle &item);
    /// Gives the articles whose story is another one now.
    [[nodiscard]] Result<std::vector<ArticleId>> remove(ArticleId id);
    /// Finds the story of an article that has none yet; founds, grows or merges stories. Gives the other
    /// articles whose story is another one now.
    [[nodiscard]] Result<std::vector<ArticleId>> joinStory(ArticleId id, const QString &text);
    /// The same of an article that has one, and whose text is another now.
    [[nodiscard]] Result<void> changeStory(ArticleId id, const QString &text);
    /// Puts what is said and found of an article in place of what was; what it is known by stays.
    [[nodiscard]] Result<void> change(ArticleId id, const AnalysedArticle &item);

    [[nodiscard]] Result<Correctable> correctable(ArticleId id, Article stored);
    [[nodiscard]] Result<void> keepCorrections(ArticleId id, const Correctable &article);
    [[nodiscard]] Result<void> keepFiles(std::span<const SourceFile> files);

    /// The article at one of this one's addresses; 0 where there is none.
    [[nodiscard]] Result<ArticleId> articleAt(const Article &article);
    /// Keeps where the article was found and what brought it; replacing an article keeps what was kept.
    [[nodiscard]] Result<void> keepOrigins(ArticleId id, const Article &article);
    [[nodiscard]] Result<bool> knowsOrigins(ArticleId id, const Article &article);
    [[nodiscard]] Result<void> forgetOrigins(ArticleId id);
    [[nodiscard]] Result<QHash<QString, QStringList>> columnsIn(const QString &file);
    /// Keeps what was said of the columns of the tables that the article was read from.
    [[nodiscard]] Result<void> keepColumns(const Article &article);
    [[nodiscard]] Result<bool> knowsColumns(const Article &article);
    /// Keeps what the article was fetched as, where nothing is kept of it yet.
    [[nodiscard]] Result<void> keepFetched(ArticleId id, const Article &article);
    [[nodiscard]] Result<FetchedBytes> fetchedAs(ArticleId id);
    [[nodiscard]] Result<void> forgetFetched(ArticleId id);
    /// Whether a file is kept that the article can be read from again, or it has none.
    [[nodiscard]] Result<bool> knowsSource(ArticleId id, const Article &article);

private:
    [[nodiscard]] Result<Stored> replace(ArticleId id, const AnalysedArticle &item,
                                         const QByteArray &content);
    [[nodiscard]] Recorrected taken(const AnalysedArticle &newer, const Corrections &corrections) const;
    [[nodiscard]] Result<qint64> fetchedId(const FetchedBytes &fetched);
    [[nodiscard]] Result<void> changeText(ArticleId id, const QString &text);
    [[nodiscard]] Result<Stored> addOnce(const AnalysedArticle &item);
    [[nodiscard]] Result<std::vector<ArticleId>> leaveStory(ArticleId id);
    [[nodiscard]] Result<std::vector<ArticleId>> regroup(std::span<const ArticleId> members);
    [[nodiscard]] Result<Stored> insert(const AnalysedArticle &item, const QByteArray &content,
                                        ArticleId replaced);
    [[nodiscard]] Result<QVariantList> description(const AnalysedArticle &item);
    [[nodiscard]] Result<void> addFindings(ArticleId id, const AnalysedArticle &item);
    [[nodiscard]] Result<void> addEvidence(ArticleId id, const AnalysedArticle &item);
    [[nodiscard]] Result<void> index(ArticleId id);
    [[nodiscard]] Result<void> unindex(ArticleId id);
    [[nodiscard]] Result<void> addCountries(ArticleId id, const QStringList &countries);
};

/// A part of a statement with the values for its `?`s.
struct Where
{
    QString sql; ///< "1" where everything is admitted
    QVariantList values;
};

/// The condition on `article` that a filter stands for.
[[nodiscard]] Where whereOf(const Filter &filter);

/// A name list as one cell, one a line.
[[nodiscard]] inline QString joined(const QStringList &list)
{
    return list.join(u'\n');
}

[[nodiscard]] inline QStringList parted(const QString &cell)
{
    return cell.split(u'\n', Qt::SkipEmptyParts);
}

/// The day that a cell holds; 0 is none.
[[nodiscard]] inline QDate dayOf(qint64 julian)
{
    return julian == 0 ? QDate() : QDate::fromJulianDay(julian);
}

} // namespace demarche::corpus
