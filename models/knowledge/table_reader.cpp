#include "models/knowledge/table_reader.h"

namespace demarche::knowledge {

using namespace Qt::StringLiterals;

Checked TableReader::addName(const Table &table, int row, const QString &name, Sense::Kind kind, int index,
                             Period years)
{
    if (name.isEmpty())
        return {};
    const QString key = u"%1/%2/%3"_s.arg(int(kind)).arg(name).arg(index);
    if (m_names.contains(key))
        return std::unexpected(table.problem(row, u"\"%1\" stands twice"_s.arg(name)));
    m_names.insert(key);
    Sense sense;
    sense.kind = kind;
    sense.index = index;
    sense.from = years.from.isValid() ? qint32(years.from.toJulianDay()) : 0;
    sense.to = years.to.isValid() ? qint32(years.to.toJulianDay()) : 0;
    m_tables.lexicon.add(name, sense);
    return {};
}

Checked TableReader::addNames(const Table &table, int row, int column, Sense::Kind kind, int index)
{
    for (const QString &cell : table.list(row, column)) {
        const auto dated = datedName(cell);
        if (!dated)
            return std::unexpected(table.problem(row, u"\"%1\" has dates that cannot be read"_s.arg(cell)));
        if (auto added = addName(table, row, dated->name, kind, index, dated->years); !added)
            return added;
    }
    return {};
}

Result<QString> TableReader::country(const Table &table, int row, int column) const
{
    const QString &code = table.text(row, column);
    if (!code.isEmpty() && !m_tables.stateByCode.contains(code))
        return std::unexpected(table.problem(row, u"\"%1\" is no state's code"_s.arg(code)));
    return code;
}

Result<Period> TableReader::period(const Table &table, int row, int from, int to) const
{
    const QString &first = table.text(row, from);
    const QString &last = table.text(row, to);
    const auto years = knowledge::period(first, last);
    if (!years)
        return std::unexpected(table.problem(
            row, u"dates \"%1\" to \"%2\" cannot be read or are out of order"_s.arg(first, last)));
    return *years;
}

Result<Tables> readTables(const QString &folder)
{
    Tables tables;
    TableReader reader(tables);
    for (auto read : {readStates, readBlocs, readFormerStates, readPeoples, readPlaces, readOrganisations,
                      readTitles, readHolders, readGivenNames}) {
        if (auto done = read(reader, folder); !done)
            return std::unexpected(done.error());
    }
    return tables;
}

} // namespace demarche::knowledge
