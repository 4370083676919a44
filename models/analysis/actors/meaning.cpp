#include "models/analysis/actors/meaning.h"

#include <QSet>

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using knowledge::Match;
using knowledge::Organisation;
using knowledge::Sense;
using knowledge::Title;
using language::Name;
using language::NameKind;
using language::Upos;

namespace {

Unit::Kind kindOf(Sense::Kind kind)
{
    switch (kind) {
    case Sense::Kind::State:
        return Unit::Kind::State;
    case Sense::Kind::FormerState:
        return Unit::Kind::FormerState;
    case Sense::Kind::Adjective:
        return Unit::Kind::Adjective;
    case Sense::Kind::People:
        return Unit::Kind::People;
    case Sense::Kind::Seat:
        return Unit::Kind::Seat;
    case Sense::Kind::Place:
        return Unit::Kind::Place;
    case Sense::Kind::Organisation:
        return Unit::Kind::Organisation;
    case Sense::Kind::Person:
        return Unit::Kind::Person;
    case Sense::Kind::Title:
        return Unit::Kind::Title;
    }
    return Unit::Kind::Title;
}

} // namespace

Meaning::Meaning(const Reading &reading, const Setting &setting)
    : m_reading(reading)
    , m_setting(setting)
    , m_nameAt(reading.annotation.words.size(), NameKind::None)
{
    for (const Name &name : reading.annotation.names) {
        for (int t = name.firstToken; t < name.endToken; ++t)
            m_nameAt[size_t(t)] = name.kind;
        if (name.kind == NameKind::Person && name.endToken - name.firstToken > 1)
            m_surnames.append(knowledge::fold(reading.annotation.form(name.endToken - 1)));
    }
}

bool Meaning::holds(const Sense &sense) const
{
    return sense.holdsOn(m_setting.day.isValid() ? m_setting.day.toJulianDay() : 0);
}

/// "Jordan" where the text also names "Hamilton Jordan".
bool Meaning::isSurname(const Unit &unit) const
{
    return unit.end - unit.first == 1 && m_nameAt[size_t(unit.first)] == NameKind::Person &&
           m_surnames.contains(knowledge::fold(m_reading.annotation.form(unit.first)));
}

/// Of several who go by one name ("King Abdullah") the one in office on the day, else the last who was.
const Sense *Meaning::choosePerson(const Match &match) const
{
    const Sense *best = nullptr;
    knowledge::Standing bestStanding;
    for (const Sense &sense : match.senses) {
        if (sense.kind != Sense::Kind::Person)
            continue;
        const auto standing = knowledge::standing(m_reading.knowledge.person(sense), m_setting.day);
        const bool better = !best || standing.when < bestStanding.when ||
                            (standing.when == bestStanding.when && standing.tenure && bestStanding.tenure &&
                             standing.tenure->period.from > bestStanding.tenure->period.from);
        if (better) {
            best = &sense;
            bestStanding = standing;
        }
    }
    return best;
}

bool Meaning::choose(const Match &match, Unit &unit) const
{
    const QString &text = m_reading.annotation.document.text;
    if (match.span.end < text.size() && text[match.span.end] == u'$')
        return false; // "US$20 million"
    if (const Sense *person = choosePerson(match)) {
        unit.kind = Unit::Kind::Person;
        unit.sense = *person;
        return true;
    }
    return !isSurname(unit) &&
           (chooseState(match, unit) || chooseOrganisation(match, unit) || chooseTitle(match, unit));
}

bool Meaning::chooseState(const Match &match, Unit &unit) const
{
    using enum Sense::Kind;
    for (const Sense::Kind kind : {State, FormerState, Seat, People, Adjective, Place}) {
        for (const Sense &sense : match.senses) {
            if (sense.kind != kind || !holds(sense))
                continue;
            unit.kind = kindOf(kind);
            unit.sense = sense;
            Match only{match.span, {sense}};
            unit.country = countryOf(m_reading.knowledge, only, m_setting.day);
            return true;
        }
    }
    return false;
}

/// "Russia's Security Council", "the Polish Labour Party": a common name with another state before it is that
/// state's. Fills in the state.
bool Meaning::isNational(Unit &unit, const QString &own) const
{
    static const QSet<QString> common{
        u"council"_s,    u"assembly"_s, u"court"_s,   u"party"_s,           u"congress"_s,
        u"senate"_s,     u"crescent"_s, u"cross"_s,   u"front"_s,           u"army"_s,
        u"department"_s, u"office"_s,   u"commons"_s, u"representatives"_s, u"guard"_s};
    int before = unit.first - 1;
    if (before < 0 || !common.contains(knowledge::fold(m_reading.annotation.form(unit.end - 1))))
        return false;
    const bool possessive = m_reading.annotation.word(before).upos == Upos::Part;
    before -= possessive ? 1 : 0;
    if (before < 0)
        return false;
    const Span word = m_reading.annotation.document.tokens[size_t(before)].span;
    for (const Sense &sense : m_reading.knowledge.lookUp(word.of(m_reading.annotation.document.text))) {
        if (sense.kind != Sense::Kind::State && sense.kind != Sense::Kind::Adjective)
            continue;
        const QString country = countryOf(m_reading.knowledge, {word, {sense}}, m_setting.day);
        if (country.isEmpty() || country == own)
            return false;
        unit.country = country;
        return true;
    }
    // "Lebed's Security Council" is no world body either.
    unit.country = m_setting.country;
    return possessive && m_nameAt[size_t(before)] == NameKind::Person;
}

/// The bodies that go by a name, those of the states most spoken of first.
QList<Sense> Meaning::bodies(const Match &match) const
{
    QList<Sense> found;
    std::ranges::copy_if(match.senses, std::back_inserter(found),
                         [](const Sense &s) { return s.kind == Sense::Kind::Organisation; });
    if (found.size() > 1)
        std::ranges::stable_sort(found, std::ranges::greater(), [&](const Sense &s) {
            return m_setting.countries.value(m_reading.knowledge.organisation(s).country);
        });
    return found;
}

/// A body of one state known by an acronym or a common word is meant only where the text speaks of that
/// state, and not of another alone.
bool Meaning::chooseOrganisation(const Match &match, Unit &unit) const
{
    const bool alsoTitle = match.has(Sense::Kind::Title);
    const bool common = isCommonName(match.span.of(m_reading.annotation.document.text));
    for (const Sense &sense : bodies(match)) {
        const Organisation &organisation = m_reading.knowledge.organisation(sense);
        // "Renaissance", "the Hawks": a word that is a party's name there, and any word elsewhere.
        const bool word = (organisation.code.endsWith("PTY"_L1) || organisation.code.endsWith("COP"_L1)) &&
                          !match.span.of(m_reading.annotation.document.text).contains(u' ');
        const bool shortName = match.span.length() <= 4 || word;
        if ((alsoTitle || shortName || common || match.senses.size() > 1) &&
            !organisation.country.isEmpty() && !spokenOf(organisation.country))
            continue;
        const bool elsewhere = !m_setting.home.isEmpty() && m_setting.home != organisation.country;
        if (common && elsewhere && !organisation.country.isEmpty())
            continue;
        if (isNational(unit, organisation.country)) {
            unit.kind = Unit::Kind::OrganisationName;
            return true;
        }
        const QDate day = m_setting.day;
        if (day.isValid() && organisation.years.from.isValid() && day < organisation.years.from.addYears(-1))
            continue;
        unit.kind = Unit::Kind::Organisation;
        unit.sense = sense;
        unit.country = organisation.country;
        return true;
    }
    return false;
}

/// A title is a noun; of the senses of one form that of a group goes before a plural of single persons.
bool Meaning::chooseTitle(const Match &match, Unit &unit) const
{
    const Upos upos = m_reading.annotation.word(unit.end - 1).upos;
    if (upos != Upos::Noun && upos != Upos::Propn && !(upos == Upos::Adj && unit.end - unit.first == 1))
        return false;
    const Sense *chosen = nullptr;
    for (const Sense &sense : match.senses) {
        if (sense.kind != Sense::Kind::Title)
            continue;
        if (!chosen || m_reading.knowledge.title(*chosen).plural)
            chosen = &sense;
    }
    if (!chosen)
        return false;
    unit.kind = Unit::Kind::Title;
    unit.sense = *chosen;
    return true;
}

} // namespace demarche::analysis
