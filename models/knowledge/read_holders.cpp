#include "models/knowledge/surnames.h"
#include "models/knowledge/table_reader.h"

#include <QDir>

#include <algorithm>
#include <optional>

namespace demarche::knowledge {

using namespace Qt::StringLiterals;

namespace {

enum { Name, Aliases, GenderColumn, Country, Office, From, To, Kind };
constexpr Column holderColumns[] = {{"person"_L1}, {"aliases"_L1}, {"gender"_L1}, {"state"_L1},
                                    {"office"_L1}, {"from"_L1},    {"to"_L1},     {"kind"_L1}};

std::optional<Gender> genderOf(const QString &text)
{
    if (text == u'm')
        return Gender::Male;
    if (text == u'f')
        return Gender::Female;
    if (text.isEmpty())
        return Gender::Unknown;
    return std::nullopt;
}

/// Whose office it is: a state by its code, an organisation by any of its names, or a region ("NORTHERN
/// IRELAND").
std::optional<Tenure> whose(const Tables &tables, const QString &name)
{
    if (tables.stateByCode.contains(name))
        return Tenure{name, {}, {}, {}, true};
    if (const auto found = tables.organisationByName.constFind(nameKey(name));
        found != tables.organisationByName.constEnd()) {
        const Organisation &organisation = tables.organisations[size_t(*found)];
        return Tenure{organisation.country, organisation.name, {}, {}, true};
    }
    for (const FormerState &former : tables.formerStates) {
        if (former.code == name)
            return Tenure{former.country, {}, {}, {}, true};
    }
    for (const Sense &sense : tables.lexicon.lookUp(name)) {
        if (sense.kind == Sense::Kind::Place)
            return Tenure{tables.places[size_t(sense.index)].country, {}, {}, {}, true};
        if (sense.kind == Sense::Kind::People) {
            const People &people = tables.peoples[size_t(sense.index)];
            return Tenure{people.country, people.name, {}, {}, true};
        }
    }
    return std::nullopt;
}

Result<Tenure> tenureOf(TableReader &reader, const Table &table, int row)
{
    auto tenure = whose(reader.tables(), table.text(row, Country));
    if (!tenure)
        return std::unexpected(table.problem(
            row, u"\"%1\" is neither a state's code nor an organisation, place or people of the tables"_s.arg(
                     table.text(row, Country))));
    const QString &kind = table.text(row, Kind);
    if (kind != "official"_L1 && kind != "other"_L1)
        return std::unexpected(table.problem(row, u"kind is \"%1\", neither official nor other"_s.arg(kind)));
    const auto years = reader.period(table, row, From, To);
    if (!years)
        return std::unexpected(years.error());
    tenure->office = table.text(row, Office);
    tenure->period = *years;
    tenure->official = kind == "official"_L1;
    return *tenure;
}

/// Persons by name, and what is already in the lexicon for them.
struct Roll
{
    QHash<QString, int> byName;
    QSet<QString> added; ///< "person/key"
};

void addShortName(Tables &tables, Roll &roll, const QString &key, int person)
{
    if (key.isEmpty() || roll.added.contains(u"%1/~%2"_s.arg(person).arg(key)))
        return;
    roll.added.insert(u"%1/~%2"_s.arg(person).arg(key));
    tables.personsBySurname[key].append(person);
}

/// A full name goes into the lexicon, its short forms into the index of surnames; so does an alias of one
/// word, which is read as a name only where the text gives more reason ("Ban", "Bush").
void addPersonName(Tables &tables, Roll &roll, const QString &name, int person, const QString &country)
{
    const QString key = nameKey(name);
    if (key.contains(u' ') && !roll.added.contains(u"%1/%2"_s.arg(person).arg(key))) {
        roll.added.insert(u"%1/%2"_s.arg(person).arg(key));
        Sense sense;
        sense.kind = Sense::Kind::Person;
        sense.index = person;
        tables.lexicon.add(name, sense);
    }
    for (const QString &surname : surnames(name, country))
        addShortName(tables, roll, surname, person);
}

Checked readHolderTable(TableReader &reader, Roll &roll, const QString &path)
{
    const auto table = Table::read(path, holderColumns);
    if (!table)
        return std::unexpected(table.error());
    Tables &tables = reader.tables();
    for (int row = 0; row < table->size(); ++row) {
        const auto gender = genderOf(table->text(row, GenderColumn));
        if (!gender)
            return std::unexpected(table->problem(row, u"gender is neither m nor f"_s));
        const auto tenure = tenureOf(reader, *table, row);
        if (!tenure)
            return std::unexpected(tenure.error());
        const QString &name = table->text(row, Name);
        if (name.isEmpty())
            return std::unexpected(table->problem(row, u"names nobody"_s));
        auto known = roll.byName.constFind(nameKey(name));
        if (known == roll.byName.constEnd()) {
            known = roll.byName.insert(nameKey(name), int(tables.persons.size()));
            tables.persons.push_back({name, *gender, {}});
        }
        tables.persons[size_t(*known)].tenures.push_back(*tenure);
        for (const QString &written : QStringList{name} + table->list(row, Aliases))
            addPersonName(tables, roll, written, *known, tenure->country);
    }
    return {};
}

} // namespace

Checked readHolders(TableReader &reader, const QString &folder)
{
    Roll roll;
    const QDir holders(folder + u"/holders"_s);
    for (const QString &file : holders.entryList({u"*.tsv"_s}, QDir::Files, QDir::Name)) {
        if (auto done = readHolderTable(reader, roll, holders.filePath(file)); !done)
            return done;
    }
    for (Person &person : reader.tables().persons)
        std::stable_sort(person.tenures.begin(), person.tenures.end(),
                         [](const Tenure &a, const Tenure &b) { return a.period.from < b.period.from; });
    return {};
}

Checked readGivenNames(TableReader &reader, const QString &folder)
{
    static constexpr Column columns[] = {{"gender"_L1}, {"names"_L1}};
    const auto table = Table::read(folder + u"/given_names.tsv"_s, columns);
    if (!table)
        return std::unexpected(table.error());
    QHash<QString, Gender> &names = reader.tables().givenNames;
    for (int row = 0; row < table->size(); ++row) {
        const auto gender = genderOf(table->text(row, 0));
        if (!gender || *gender == Gender::Unknown)
            return std::unexpected(table->problem(row, u"gender is neither m nor f"_s));
        for (const QString &name : table->list(row, 1)) {
            if (names.contains(fold(name)))
                return std::unexpected(table->problem(row, u"\"%1\" stands twice"_s.arg(name)));
            names.insert(fold(name), *gender);
        }
    }
    // Whoever the tables of office holders know tells the gender of a given name that the list lacks.
    for (const Person &person : reader.tables().persons) {
        const QString given = nameKey(person.name).section(u' ', 0, 0);
        if (person.gender != Gender::Unknown && given.size() > 1 && !names.contains(given))
            names.insert(given, person.gender);
    }
    return {};
}

} // namespace demarche::knowledge
