#include "models/knowledge/knowledge.h"

#include "models/knowledge/surnames.h"
#include "models/knowledge/tables.h"
#include "models/text/resource.h"

namespace demarche::knowledge {

using namespace Qt::StringLiterals;

namespace {

Result<std::unique_ptr<const Knowledge>> load(const QString &path)
{
    const auto bytes = resource(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto tables = unpack(*bytes);
    if (!tables)
        return std::unexpected(Problem{path, u"is damaged"_s});
    return std::make_unique<const Knowledge>(std::move(*tables));
}

const QString &whose(const Tenure &tenure)
{
    return tenure.organisation.isEmpty() ? tenure.country : tenure.organisation;
}

QString officeKey(const QString &country, const QString &office)
{
    return country + u'/' + office;
}

} // namespace

Result<const Knowledge *> Knowledge::shipped()
{
    static const auto loaded = load(u"knowledge/names.bin"_s);
    if (!loaded)
        return std::unexpected(loaded.error());
    return loaded->get();
}

Knowledge::Knowledge(Tables tables)
    : m_tables(std::make_unique<const Tables>(std::move(tables)))
{
    for (size_t i = 0; i < m_tables->persons.size(); ++i) {
        for (const Tenure &tenure : m_tables->persons[i].tenures) {
            QList<int> &there = m_byOffice[officeKey(whose(tenure), tenure.office)];
            if (!there.contains(int(i)))
                there.append(int(i));
        }
    }
}

Knowledge::~Knowledge() = default;

std::vector<Match> Knowledge::find(QStringView text) const
{
    return m_tables->lexicon.find(text);
}

std::vector<Match> Knowledge::find(std::span<const Atom> atoms) const
{
    return m_tables->lexicon.find(atoms);
}

std::vector<Sense> Knowledge::lookUp(QStringView name) const
{
    return m_tables->lexicon.lookUp(name);
}

std::span<const State> Knowledge::states() const
{
    return m_tables->states;
}

std::span<const FormerState> Knowledge::formerStates() const
{
    return m_tables->formerStates;
}

const State *Knowledge::state(const QString &iso3) const
{
    const auto found = m_tables->stateByCode.constFind(iso3);
    return found == m_tables->stateByCode.constEnd() ? nullptr : &m_tables->states[size_t(*found)];
}

const State &Knowledge::state(const Sense &sense) const
{
    return m_tables->states[size_t(sense.index)];
}

const FormerState &Knowledge::formerState(const Sense &sense) const
{
    return m_tables->formerStates[size_t(sense.index)];
}

const People &Knowledge::people(const Sense &sense) const
{
    return m_tables->peoples[size_t(sense.index)];
}

const Place &Knowledge::place(const Sense &sense) const
{
    return m_tables->places[size_t(sense.index)];
}

const Organisation &Knowledge::organisation(const Sense &sense) const
{
    return m_tables->organisations[size_t(sense.index)];
}

const Title &Knowledge::title(const Sense &sense) const
{
    return m_tables->titles[size_t(sense.index)];
}

const Person &Knowledge::person(const Sense &sense) const
{
    return m_tables->persons[size_t(sense.index)];
}

const Organisation *Knowledge::organisation(const QString &nameOrAcronym) const
{
    const auto found = m_tables->organisationByName.constFind(nameKey(nameOrAcronym));
    return found == m_tables->organisationByName.constEnd() ? nullptr
                                                            : &m_tables->organisations[size_t(*found)];
}

std::span<const Person> Knowledge::persons() const
{
    return m_tables->persons;
}

QList<int> Knowledge::personsNamed(QStringView shortName) const
{
    return m_tables->personsBySurname.value(nameKey(shortName));
}

QList<int> Knowledge::holders(const QString &stateOrOrganisation, const QString &office, QDate day) const
{
    QList<int> found;
    for (int index : m_byOffice.value(officeKey(stateOrOrganisation, office))) {
        for (const Tenure &tenure : m_tables->persons[size_t(index)].tenures) {
            if (whose(tenure) == stateOrOrganisation && tenure.office == office && day.isValid() &&
                tenure.period.contains(day)) {
                found.append(index);
                break;
            }
        }
    }
    return found;
}

Gender Knowledge::genderOfGivenName(QStringView name) const
{
    return m_tables->givenNames.value(fold(name), Gender::Unknown);
}

} // namespace demarche::knowledge
