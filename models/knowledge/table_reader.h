#pragma once

#include "models/knowledge/periods.h"
#include "models/knowledge/table.h"
#include "models/knowledge/tables.h"

#include <QSet>

namespace demarche::knowledge {

using Checked = Result<void>;

/// What the readers of the single tables share: the tables so far, and the checks on names, codes and dates.
class TableReader
{
public:
    explicit TableReader(Tables &tables)
        : m_tables(tables)
    {
    }

    /// Adds a name with its sense. A name that the same table already gave for the same thing is a Problem.
    Checked addName(const Table &table, int row, const QString &name, Sense::Kind kind, int index,
                    Period years = {});
    /// The same for every name of a cell, each with its own dates ("Bonn@1949..2000").
    Checked addNames(const Table &table, int row, int column, Sense::Kind kind, int index);
    /// An alpha-3 code of states.tsv; an empty cell is none.
    Result<QString> country(const Table &table, int row, int column) const;
    Result<Period> period(const Table &table, int row, int from, int to) const;

    [[nodiscard]] Tables &tables() { return m_tables; }

private:
    Tables &m_tables;
    QSet<QString> m_names; ///< "kind/name/index": what was added
};

Checked readStates(TableReader &, const QString &folder);
Checked readBlocs(TableReader &, const QString &folder);
Checked readFormerStates(TableReader &, const QString &folder);
Checked readPeoples(TableReader &, const QString &folder);
Checked readPlaces(TableReader &, const QString &folder);
Checked readOrganisations(TableReader &, const QString &folder);
Checked readTitles(TableReader &, const QString &folder);
Checked readHolders(TableReader &, const QString &folder);
Checked readGivenNames(TableReader &, const QString &folder);

} // namespace demarche::knowledge
