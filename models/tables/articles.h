#pragma once

#include "models/corpus/store.h"
#include "models/lens/session.h"
#include "models/tables/tablemodel.h"

#include <QCache>
#include <QHash>
#include <QSet>

namespace demarche::tables {

/// The articles that a lens shows. Knows only their places in the index; what a row says is fetched in blocks
/// when it is looked at, so a list of any length opens at once. Unless the lens counts copies, a story is one
/// row, its first copy, that can be opened to list the others.
class ArticlesModel : public TableModel
{
    Q_OBJECT

public:
    enum Column { Unread, Title, Date, Publisher, Countries };
    enum ArticleRole { IdRole = TableModel::LastRole + 1, LanguageRole }; ///< the language as its code

    /// Gives the rows of some articles in the order asked for.
    using Fetch = std::function<std::vector<corpus::ArticleRow>(std::span<const qint64> ids)>;

    /// Gives the ids of all articles in the order of their titles; later, on the model's thread.
    using TitleOrder = std::function<void(std::function<void(const std::vector<qint64> &ids)> take)>;

    ArticlesModel(lens::LensSession &session, Fetch fetch, lens::NameOf nameOf, QObject *parent = nullptr);

    [[nodiscard]] std::span<const ColumnInfo> columns() const override;
    [[nodiscard]] qint64 idAt(int row) const;
    /// Its row, else that of its story; -1 where the lens does not show the article.
    [[nodiscard]] int rowOf(qint64 article) const;
    /// Lists the copies of the row's story below it, or no longer. Nothing for articles that stand alone.
    void setOpen(int row, bool open);
    /// The next row with an unread article after `row`, round the end; -1 where all are read.
    [[nodiscard]] int nextUnread(int row) const;
    /// Without it the rows' own titles are fetched to be sorted, which takes long where they are many.
    void setTitleOrder(TitleOrder order) { m_titleOrder = std::move(order); }
    /// The words of rows fetched before may have changed.
    void forget();

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    [[nodiscard]] int rows() const override { return int(m_shown.size()); }
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant sortKey(int row, int column) const override;
    [[nodiscard]] Place place(int row) const override;
    [[nodiscard]] QString detail(int row) const override;
    [[nodiscard]] bool emphasis(int row) const override;
    [[nodiscard]] QString tip(int row, int column) const override;
    [[nodiscard]] QVariant other(int row, int column, int role) const override;

private:
    using Block = std::vector<corpus::ArticleRow>;

    void refresh();
    void take();
    void unfold();
    void arrange();
    [[nodiscard]] lens::ArticleAt storyAt(int row) const;
    /// The copies that the lens shows of the row's story, the first first; empty where it stands alone.
    [[nodiscard]] const std::vector<lens::ArticleAt> &copiesAt(int row) const;
    [[nodiscard]] Fold foldAt(int row) const;
    [[nodiscard]] bool unreadAt(int row) const;
    void arrangeAgain();
    void arrangeByTitle();
    void arrangeByFetchedTitles();
    void askForTitleOrder();
    void takeTitleOrder(const std::vector<qint64> &ids);
    [[nodiscard]] const corpus::ArticleRow &fetched(int row) const;
    [[nodiscard]] QString countriesText(const QStringList &countries) const;

    lens::LensSession &m_session;
    Fetch m_fetch;
    lens::NameOf m_nameOf;
    std::vector<lens::ArticleAt> m_shown; ///< row by row
    std::vector<bool> m_inner;            ///< of each row whether it is listed below its story's
    QHash<lens::ArticleAt, std::vector<lens::ArticleAt>> m_copies; ///< shown, of stories with several
    QSet<lens::ArticleAt> m_open;                                  ///< stories
    std::vector<lens::ArticleAt> m_taken;                          ///< what the rows were made of
    mutable QCache<int, Block> m_blocks;
    QString m_search; ///< what the excerpts of fetched rows are about
    TitleOrder m_titleOrder;
    std::vector<std::uint32_t> m_titleRanks; ///< by place in the index; empty until they are known
    bool m_isOrderAsked = false;
    int m_sortColumn = Date;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace demarche::tables
