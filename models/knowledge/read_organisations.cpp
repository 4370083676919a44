#include "models/knowledge/surnames.h"
#include "models/knowledge/table_reader.h"

namespace demarche::knowledge {

using namespace Qt::StringLiterals;

namespace {

std::optional<Organisation::Kind> kindOf(const QString &text)
{
    if (text == "organization"_L1)
        return Organisation::Kind::Organization;
    if (text == "group"_L1)
        return Organisation::Kind::Group;
    if (text == "media"_L1)
        return Organisation::Kind::Media;
    return std::nullopt;
}

} // namespace

Checked readOrganisations(TableReader &reader, const QString &folder)
{
    enum { Name, Acronym, Aliases, Kind, Country, Code, From, To };
    static constexpr Column columns[] = {{"name"_L1},    {"acronym"_L1}, {"aliases"_L1}, {"kind"_L1},
                                         {"country"_L1}, {"code"_L1},    {"from"_L1},    {"to"_L1}};
    const auto table = Table::read(folder + u"/organisations.tsv"_s, columns);
    if (!table)
        return std::unexpected(table.error());
    Tables &tables = reader.tables();
    for (int row = 0; row < table->size(); ++row) {
        const auto kind = kindOf(table->text(row, Kind));
        if (!kind)
            return std::unexpected(
                table->problem(row, u"\"%1\" is no kind of organisation"_s.arg(table->text(row, Kind))));
        const auto country = reader.country(*table, row, Country);
        const auto years = reader.period(*table, row, From, To);
        if (!country || !years)
            return std::unexpected(country ? years.error() : country.error());
        const int index = int(tables.organisations.size());
        tables.organisations.push_back({table->text(row, Name), table->text(row, Acronym), *kind, *country,
                                        table->text(row, Code), *years});
        QStringList names{table->text(row, Name), table->text(row, Acronym)};
        names += table->list(row, Aliases);
        names.removeDuplicates();
        for (const QString &name : names) {
            if (auto done = reader.addName(*table, row, name, Sense::Kind::Organisation, index, {}); !done)
                return done;
            if (!name.isEmpty() && !tables.organisationByName.contains(nameKey(name)))
                tables.organisationByName.insert(nameKey(name), index);
        }
    }
    return {};
}

} // namespace demarche::knowledge
