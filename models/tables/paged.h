#pragma once

#include "models/tables/tablemodel.h"

#include <functional>
#include <memory>

namespace demarche::tables {

/// Rows that come in pages, as many as are looked at: the base of tables over a whole collection. With all
/// rows at hand it is a plain table.
template <typename Row>
class PagedModel : public TableModel
{
public:
    struct Page
    {
        std::vector<Row> rows;
        bool isLast = true;
    };
    using Take = std::function<void(Page page)>;
    /// Reads the next page, each time it is called, and gives it to `take`: at once, or later on the model's
    /// thread. It is not called again before that. Destroyed, it may stop reading; what it gives then is
    /// not taken.
    using Fetch = std::function<void(Take take)>;

    using TableModel::TableModel;

    void setRows(std::vector<Row> rows)
    {
        m_run.reset();
        beginResetModel();
        m_rows = std::move(rows);
        m_fetch = nullptr;
        m_isFetching = false;
        endResetModel();
    }

    /// Forgets all rows and begins with the first page.
    void setSource(Fetch fetch)
    {
        setRows({});
        m_fetch = std::make_shared<Fetch>(std::move(fetch));
        fetchMore({});
    }

    [[nodiscard]] bool isFetching() const final { return m_isFetching; }
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const final
    {
        return !parent.isValid() && m_fetch != nullptr && !m_isFetching;
    }

    void fetchMore(const QModelIndex &parent) final
    {
        if (!canFetchMore(parent))
            return;
        m_isFetching = true;
        m_run = std::make_shared<int>();
        const std::shared_ptr<Fetch> fetch = m_fetch; // the last page forgets it while it still runs
        (*fetch)([this, run = std::weak_ptr(m_run)](Page page) {
            if (!run.expired())
                append(std::move(page));
        });
    }

    [[nodiscard]] const Row &row(int at) const { return m_rows[std::size_t(at)]; }

protected:
    [[nodiscard]] int rows() const final { return int(m_rows.size()); }

private:
    void append(Page page)
    {
        m_isFetching = false;
        if (page.isLast)
            m_fetch = nullptr;
        if (page.rows.empty()) {
            emit fetched();
            return;
        }
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + page.rows.size()) - 1);
        std::ranges::move(page.rows, std::back_inserter(m_rows));
        endInsertRows();
        emit fetched();
    }

    std::vector<Row> m_rows;
    std::shared_ptr<Fetch> m_fetch; ///< null when all rows are there
    std::shared_ptr<int> m_run;     ///< while the page asked for last is wanted
    bool m_isFetching = false;
};

} // namespace demarche::tables
