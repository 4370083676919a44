#pragma once

#include "models/lens/session.h"
#include "models/tables/card.h"
#include "models/tables/tablemodel.h"

namespace demarche::tables {

/// The map as a table: how each country stands toward the target, over how much evidence, and how sure that
/// is.
class StancesModel : public TableModel
{
    Q_OBJECT

public:
    enum Column { Country, Stance, Label, Evidence, Articles, Certainty };
    enum StanceRole { CountryRole = TableModel::LastRole + 1 };

    StancesModel(const lens::LensSession &session, Words words, QObject *parent = nullptr);

    [[nodiscard]] std::span<const ColumnInfo> columns() const override;

protected:
    [[nodiscard]] int rows() const override { return int(m_rows.size()); }
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant sortKey(int row, int column) const override;
    [[nodiscard]] QVariant score(int row, int column) const override;
    [[nodiscard]] QString detail(int row) const override;
    [[nodiscard]] bool emphasis(int row) const override; ///< of the chosen countries
    [[nodiscard]] QString tip(int row, int column) const override;
    [[nodiscard]] Place place(int row) const override;
    [[nodiscard]] QVariant other(int row, int column, int role) const override;

private:
    [[nodiscard]] QString countedSources(int row) const;
    void refresh();
    [[nodiscard]] QString keyOf(int row) const;

    const lens::LensSession &m_session;
    Words m_words;
    std::vector<lens::CountryTotal> m_rows;
    QString m_target;
};

} // namespace demarche::tables
