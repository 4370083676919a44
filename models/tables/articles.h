#pragma once

#include "models/corpus/store.h"
#include "models/lens/session.h"
#include "models/tables/tablemodel.h"

#include <QCache>

namespace demarche::tables {

/// The articles that a lens shows. Knows only their places in the index; what a row says is fetched in blocks
/// when it is looked at, so a list of any length opens at once.
class ArticlesModel : public TableModel
{
    Q_OBJECT

public:
    enum Column { Unread, Title, Date, Publisher, Countries };
    enum ArticleRole { IdRole = TableModel::LastRole + 1 };

    /// Gives the rows of some articles in the order asked for.
    using Fetch = std::function<std::vector<corpus::ArticleRow>(std::span<const qint64> ids)>;

    ArticlesModel(lens::LensSession &session, Fetch fetch, lens::NameOf nameOf, QObject *parent = nullptr);

    [[nodiscard]] std::span<const ColumnInfo> columns() const override;
    [[nodiscard]] qint64 idAt(int row) const;
    /// -1 where the lens does not show the article.
    [[nodiscard]] int rowOf(qint64 article) const;
    /// The next row with an unread article after `row`, round the end; -1 where all are read.
    [[nodiscard]] int nextUnread(int row) const;
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
    void arrange();
    void arrangeByTitle();
    [[nodiscard]] const corpus::ArticleRow &fetched(int row) const;
    [[nodiscard]] QString countriesText(const QStringList &countries) const;

    lens::LensSession &m_session;
    Fetch m_fetch;
    lens::NameOf m_nameOf;
    std::vector<lens::ArticleAt> m_shown;
    mutable QCache<int, Block> m_blocks;
    int m_sortColumn = Date;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace demarche::tables
