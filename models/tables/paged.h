#pragma once

#include "models/corpus/filter.h"
#include "models/tables/tablemodel.h"

#include <functional>

namespace demarche::tables {

/// Rows that come in pages, as many as are looked at: the base of tables over a whole collection. With all
/// rows at hand it is a plain table.
template <typename Row>
class PagedModel : public TableModel
{
public:
    /// Gives up to `page.limit` rows from `page.offset` on; fewer mean the end.
    using Fetch = std::function<std::vector<Row>(const corpus::Page &page)>;
    static constexpr int pageSize = 200;

    using TableModel::TableModel;

    void setRows(std::vector<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        m_fetch = nullptr;
        endResetModel();
    }

    /// Forgets all rows and begins with the first page.
    void setSource(Fetch fetch)
    {
        beginResetModel();
        m_rows.clear();
        m_fetched = 0;
        m_fetch = std::move(fetch);
        endResetModel();
        fetchMore({});
    }

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const final
    {
        return !parent.isValid() && m_fetch != nullptr;
    }

    void fetchMore(const QModelIndex &parent) final
    {
        if (!canFetchMore(parent))
            return;
        std::vector<Row> page = m_fetch({m_fetched, pageSize});
        m_fetched += int(page.size());
        if (int(page.size()) < pageSize)
            m_fetch = nullptr;
        if (page.empty())
            return;
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + page.size()) - 1);
        std::ranges::move(page, std::back_inserter(m_rows));
        endInsertRows();
    }

    [[nodiscard]] const Row &row(int at) const { return m_rows[std::size_t(at)]; }

protected:
    [[nodiscard]] int rows() const final { return int(m_rows.size()); }

private:
    std::vector<Row> m_rows;
    Fetch m_fetch;
    int m_fetched = 0;
};

} // namespace demarche::tables
