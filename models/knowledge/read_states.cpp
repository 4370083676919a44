#include "models/knowledge/table_reader.h"

#include <algorithm>

namespace demarche::knowledge {

using namespace Qt::StringLiterals;

namespace {

/// Demonyms of one row: the people they name, as adjectives and as nouns.
Checked addDemonyms(TableReader &reader, const Table &table, int row, int adjectives, int nouns,
                    People people)
{
    people.name = table.list(row, nouns).value(0).section(u'@', 0, 0);
    const int index = int(reader.tables().peoples.size());
    reader.tables().peoples.push_back(people);
    if (auto done = reader.addNames(table, row, adjectives, Sense::Kind::Adjective, index); !done)
        return done;
    return reader.addNames(table, row, nouns, Sense::Kind::People, index);
}

/// A town that stands for a government is a place as well.
Checked addTowns(TableReader &reader, const Table &table, int row, int column, const QString &country)
{
    for (const QString &cell : table.list(row, column)) {
        const QString name = cell.section(u'@', 0, 0);
        reader.tables().places.push_back({name, country});
        const int index = int(reader.tables().places.size()) - 1;
        if (auto done = reader.addName(table, row, name, Sense::Kind::Place, index); !done)
            return done;
    }
    return {};
}

bool isCode(const QString &text, int length)
{
    return text.size() == length &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

} // namespace

Checked readStates(TableReader &reader, const QString &folder)
{
    enum { Iso3, Iso2, Numeric, Name, Official, Aliases, Adjective, Nouns, Capital, Seats, Region };
    static constexpr Column columns[] = {{"iso3"_L1},     {"iso2"_L1},    {"numeric"_L1},   {"name"_L1},
                                         {"official"_L1}, {"aliases"_L1}, {"adjective"_L1}, {"people"_L1},
                                         {"capital"_L1},  {"seats"_L1},   {"region"_L1}};
    const auto table = Table::read(folder + u"/states.tsv"_s, columns);
    if (!table)
        return std::unexpected(table.error());
    Tables &tables = reader.tables();
    for (int row = 0; row < table->size(); ++row) {
        State state;
        state.iso3 = table->text(row, Iso3);
        state.iso2 = table->text(row, Iso2);
        if (!isCode(state.iso3, 3) || !isCode(state.iso2, 2))
            return std::unexpected(
                table->problem(row, u"\"%1\", \"%2\" are no ISO codes"_s.arg(state.iso3, state.iso2)));
        if (tables.stateByCode.contains(state.iso3))
            return std::unexpected(table->problem(row, u"\"%1\" stands twice"_s.arg(state.iso3)));
        const auto numeric = table->number(row, Numeric);
        if (!numeric)
            return std::unexpected(numeric.error());
        state.numeric = int(*numeric);
        state.name = table->text(row, Name);
        state.officialName = table->text(row, Official);
        state.adjective = table->list(row, Adjective).value(0).section(u'@', 0, 0);
        state.people = table->list(row, Nouns).value(0).section(u'@', 0, 0);
        state.capital = table->list(row, Capital).value(0).section(u'@', 0, 0);
        state.region = table->text(row, Region);
        const int index = int(tables.states.size());
        tables.stateByCode.insert(state.iso3, index);
        tables.states.push_back(state);

        QStringList own{state.name};
        if (state.officialName != state.name && !table->list(row, Aliases).contains(state.officialName))
            own.append(state.officialName);
        for (const QString &name : own) {
            if (auto done = reader.addName(*table, row, name, Sense::Kind::State, index); !done)
                return done;
        }
        for (auto [column, kind] :
             {std::pair{Aliases, Sense::Kind::State}, std::pair{Capital, Sense::Kind::Seat},
              std::pair{Seats, Sense::Kind::Seat}}) {
            if (auto done = reader.addNames(*table, row, column, kind, index); !done)
                return done;
        }
        if (auto done = addDemonyms(reader, *table, row, Adjective, Nouns, People{{}, state.iso3, true});
            !done)
            return done;
        if (auto done = addTowns(reader, *table, row, Capital, state.iso3); !done)
            return done;
    }
    return {};
}

Checked readBlocs(TableReader &reader, const QString &folder)
{
    static constexpr Column columns[] = {{"bloc"_L1}, {"members"_L1}};
    const auto table = Table::read(folder + u"/blocs.tsv"_s, columns);
    if (!table)
        return std::unexpected(table.error());
    for (int row = 0; row < table->size(); ++row) {
        for (const QString &code : table->list(row, 1)) {
            const auto state = reader.tables().stateByCode.constFind(code);
            if (state == reader.tables().stateByCode.constEnd())
                return std::unexpected(table->problem(row, u"\"%1\" is no state's code"_s.arg(code)));
            QStringList &blocs = reader.tables().states[size_t(*state)].blocs;
            if (blocs.contains(table->text(row, 0)))
                return std::unexpected(table->problem(row, u"\"%1\" stands twice"_s.arg(code)));
            blocs.append(table->text(row, 0));
        }
    }
    return {};
}

Checked readFormerStates(TableReader &reader, const QString &folder)
{
    enum { Code, Name, Aliases, Adjective, Nouns, Capital, Country, From, To };
    static constexpr Column columns[] = {{"code"_L1},      {"name"_L1},   {"aliases"_L1},
                                         {"adjective"_L1}, {"people"_L1}, {"capital"_L1},
                                         {"country"_L1},   {"from"_L1},   {"to"_L1}};
    const auto table = Table::read(folder + u"/former_states.tsv"_s, columns);
    if (!table)
        return std::unexpected(table.error());
    for (int row = 0; row < table->size(); ++row) {
        const auto country = reader.country(*table, row, Country);
        const auto years = reader.period(*table, row, From, To);
        if (!country || !years)
            return std::unexpected(country ? years.error() : country.error());
        const int index = int(reader.tables().formerStates.size());
        reader.tables().formerStates.push_back(
            {table->text(row, Code), table->text(row, Name), *country, table->text(row, Capital), *years});
        if (auto done = reader.addName(*table, row, table->text(row, Name), Sense::Kind::FormerState, index);
            !done)
            return done;
        if (auto done = reader.addNames(*table, row, Aliases, Sense::Kind::FormerState, index); !done)
            return done;
        if (auto done = addDemonyms(reader, *table, row, Adjective, Nouns, People{{}, *country, true}); !done)
            return done;
    }
    return {};
}

Checked readPeoples(TableReader &reader, const QString &folder)
{
    enum { Adjective, Nouns, Country };
    static constexpr Column columns[] = {{"adjective"_L1}, {"people"_L1}, {"country"_L1}};
    const auto table = Table::read(folder + u"/peoples.tsv"_s, columns);
    if (!table)
        return std::unexpected(table.error());
    for (int row = 0; row < table->size(); ++row) {
        const auto country = reader.country(*table, row, Country);
        if (!country)
            return std::unexpected(country.error());
        if (auto done = addDemonyms(reader, *table, row, Adjective, Nouns, People{{}, *country, false});
            !done)
            return done;
    }
    return {};
}

Checked readPlaces(TableReader &reader, const QString &folder)
{
    enum { Name, Aliases, Country };
    static constexpr Column columns[] = {{"name"_L1}, {"aliases"_L1}, {"country"_L1}};
    const auto table = Table::read(folder + u"/places.tsv"_s, columns);
    if (!table)
        return std::unexpected(table.error());
    for (int row = 0; row < table->size(); ++row) {
        const auto country = reader.country(*table, row, Country);
        if (!country)
            return std::unexpected(country.error());
        const int index = int(reader.tables().places.size());
        reader.tables().places.push_back({table->text(row, Name), *country});
        if (auto done = reader.addName(*table, row, table->text(row, Name), Sense::Kind::Place, index); !done)
            return done;
        if (auto done = reader.addNames(*table, row, Aliases, Sense::Kind::Place, index); !done)
            return done;
    }
    return {};
}

} // namespace demarche::knowledge
