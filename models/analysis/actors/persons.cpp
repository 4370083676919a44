#include "models/analysis/actors/persons.h"

#include "models/analysis/actors/person_names.h"

#include "models/knowledge/surnames.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using knowledge::Standing;
using knowledge::Title;
using language::Upos;

namespace {

/// A surname of more holders of offices than this is a common one.
constexpr int commonSurname = 4;

bool isPartOfName(language::Deprel relation)
{
    return relation == language::Deprel::Appos || relation == language::Deprel::Flat;
}

/// Titles that say less than any office.
bool isVague(const Title &title)
{
    static const QStringList roles{u"leader"_s,     u"head"_s,   u"chief"_s,         u"official"_s,
                                   u"politician"_s, u"member"_s, u"representative"_s};
    return roles.contains(title.role);
}

/// Soldiers, rebels, lawmakers, judges and policemen of whom nobody says more are those of the place.
bool isLocal(const Title &title)
{
    static const QStringList codes{u"MIL"_s, u"REB"_s, u"OPP"_s, u"LEG"_s, u"COP"_s, u"JUD"_s, u"PTY"_s};
    return codes.contains(title.code);
}

} // namespace

void PersonFinder::run()
{
    collect();
    for (const Naming &naming : m_namings) {
        if (!naming.isShort() && !hasBracket(naming))
            addFull(naming);
    }
    for (const Naming &naming : m_namings) {
        if (!naming.isShort() && hasBracket(naming))
            addBracketed(naming);
    }
    for (const Naming &naming : m_namings) {
        if (naming.isShort())
            addShort(naming);
    }
    addUntagged();
    fillCountries();
    dropBystanders();
    settleAtHome();
}

void PersonFinder::collect()
{
    for (const Unit &unit : m_context.units.all()) {
        if (!unit.isPerson() || m_context.isCredit(unit.first))
            continue;
        Naming naming;
        naming.first = unit.first;
        naming.end = unit.end;
        naming.span = unit.span;
        naming.known = unit.is(Unit::Kind::Person) ? unit.sense.index : -1;
        naming.key = knowledge::nameKey(unit.span.of(m_context.reading.annotation.document.text));
        m_namings.push_back(naming);
    }
}

void PersonFinder::rememberSurnames(ActorId actor, const QString &name, int token)
{
    QStringList shortNames = knowledge::surnames(name, m_context.cast[actor].country);
    // By which of the names somebody unknown is called again, only the text tells: "Kwak Chung Hwan", then
    // "Kwak".
    for (const QString &word : knowledge::nameKey(name).split(u' ')) {
        if (word.size() > 2 && !shortNames.contains(word))
            m_givenNames[word].emplace_back(token, actor);
    }
    for (const QString &surname : shortNames)
        m_surnames[surname].emplace_back(token, actor);
}

/// Somebody of the tables who has this surname and a like given name; for a bare surname, who makes news on
/// that day and is of a state that the article speaks of.
int PersonFinder::inTables(const Naming &naming, const QString &country) const
{
    const QString last = naming.key.section(u' ', -1);
    int best = -1;
    bool bestOfficial = false;
    int fitting = 0;
    const auto &persons = m_context.reading.knowledge.persons();
    QList<int> candidates = m_context.reading.knowledge.personsNamed(naming.key);
    if (candidates.isEmpty())
        candidates = m_context.reading.knowledge.personsNamed(last);
    for (const int index : candidates) {
        const knowledge::Person &person = persons[size_t(index)];
        const Standing standing = knowledge::standing(person, m_context.setting.day);
        if (!inTheNews(standing, m_context.setting.day))
            continue;
        const QString own = knowledge::nameKey(person.name);
        if (!naming.isShort() &&
            !(own.section(u' ', -1) == last && sameFullName(naming.key.split(u' '), own.split(u' '))))
            continue;
        const QString &of = standing.tenure->country;
        const bool fits =
            country.isEmpty() ? of.isEmpty() || m_context.setting.countries.contains(of) : of == country;
        const bool official = standing.when == Standing::When::Current && standing.tenure->official;
        fitting += fits ? 1 : 0;
        if (fits && (best < 0 || (official && !bestOfficial))) {
            best = index;
            bestOfficial = official;
        }
    }
    if (fitting == 0 && naming.isShort() && country.isEmpty() && candidates.size() == 1 &&
        naming.key.size() > 3 && isHead(candidates.front()))
        return candidates.front(); // of a state that the text names nowhere: "Putin"
    // A bare surname that many share says too little without a title's state: "Li", "Ahmed".
    const bool common = candidates.size() > commonSurname || naming.key.size() < 4;
    const bool told = !country.isEmpty() || !naming.isShort();
    // Nor does one in an article of which nobody knows when it was written: "Hu".
    if (!told && !m_context.setting.day.isValid() && candidates.size() > 1)
        return -1;
    return !told && (fitting > 1 || common) && !(bestOfficial && isHead(best)) ? -1 : best;
}

/// Whether somebody of the tables is head of state or government on the article's day.
bool PersonFinder::isHead(int person) const
{
    static const QStringList offices{u"president"_s, u"prime minister"_s, u"chancellor"_s, u"monarch"_s};
    const Standing now =
        knowledge::standing(m_context.reading.knowledge.persons()[size_t(person)], m_context.setting.day);
    return now.tenure && now.when == Standing::When::Current && offices.contains(now.tenure->office);
}

/// A person already named of whose name this is part, or the other way round: "Jose Miguel Insulza", "Miguel
/// Insulza".
ActorId PersonFinder::samePerson(const Naming &naming) const
{
    const QStringList words = naming.key.split(u' ');
    const auto there = m_surnames.constFind(words.last());
    if (there == m_surnames.constEnd())
        return prefixed(words);
    for (const auto &[token, actor] : *there) {
        const QStringList other = knowledge::nameKey(m_context.cast[actor].name).split(u' ');
        if (sameGivenName(words.first(), other.first()) || other.contains(words.first()) ||
            words.contains(other.first()))
            return actor;
    }
    return prefixed(words);
}

/// A person already named whose name goes on where this one ends, or the other way round: "Priya Gandhi
/// Vadra", "Priya Gandhi".
ActorId PersonFinder::prefixed(const QStringList &words) const
{
    const auto there = m_givenNames.constFind(words.first());
    if (there == m_givenNames.constEnd())
        return -1;
    for (const auto &[token, actor] : *there) {
        const QStringList other = knowledge::nameKey(m_context.cast[actor].name).split(u' ');
        const auto common = std::min(words.size(), other.size());
        if (common > 1 && std::equal(words.begin(), words.begin() + common, other.begin()))
            return actor;
    }
    return -1;
}

ActorId PersonFinder::make(const Naming &naming, const QString &country)
{
    Actor actor;
    actor.name = m_context.text(naming.first, naming.end);
    actor.kind = ActorKind::Person;
    actor.country = country;
    return m_context.cast.get(u"N:"_s + naming.key, actor);
}

void PersonFinder::addFull(const Naming &naming)
{
    const Description description = m_context.descriptions.ofName(naming.first, naming.end);
    ActorId actor =
        naming.known >= 0 ? knownPerson(m_context, naming.known) : m_context.cast.find(u"N:"_s + naming.key);
    if (actor < 0)
        actor = samePerson(naming);
    if (actor < 0) {
        const int known = inTables(naming, description.country);
        actor = known >= 0 ? knownPerson(m_context, known) : make(naming, {});
    }
    m_context.cast.alias(u"N:"_s + naming.key, actor);
    place(naming, actor, description);
    Actor &person = m_context.cast[actor];
    if (person.country.isEmpty() && person.code.isEmpty()) {
        person.country = nationalityOf(m_context, naming.first);
        person.code = person.country.isEmpty() ? QString() : person.country + u"CVL"_s;
    }
    rememberSurnames(actor, m_context.text(naming.first, naming.end), naming.first);
}

/// "Boris Nikolayevich (Yeltsin)": the word in brackets is the surname of somebody else named.
bool PersonFinder::hasBracket(const Naming &naming) const
{
    const int size = int(m_context.reading.annotation.words.size());
    return naming.known < 0 && naming.end + 2 < size && m_context.form(naming.end) == u"(" &&
           m_context.form(naming.end + 2) == u")" && m_context.form(naming.end + 1).front().isUpper();
}

void PersonFinder::addBracketed(const Naming &naming)
{
    Naming bracket = naming;
    bracket.key = knowledge::nameKey(m_context.form(naming.end + 1));
    const ActorId actor = ofSurname(bracket);
    if (actor < 0) {
        addFull(naming);
        return;
    }
    m_context.cast.alias(u"N:"_s + naming.key, actor);
    place(naming, actor, {});
}

/// Of several who share a surname whoever holds the office told before it: "Prime Minister Han". -1 for none.
ActorId PersonFinder::bearing(const Naming &naming, const Description &description) const
{
    const auto there = m_surnames.constFind(naming.key);
    if (!description || description.former || there == m_surnames.constEnd())
        return -1;
    const QString &role = m_context.descriptions.title(description).role;
    ActorId found = -1;
    for (const auto &[token, actor] : *there) {
        if (m_context.cast[actor].role == role)
            found = actor;
    }
    return found;
}

/// Whose surname it is: of several so named the one named last before, else the first after. Kin without an
/// office yield to the one who holds it: "Shinzo Abe … his widow Akie Abe … Abe".
ActorId PersonFinder::ofSurname(const Naming &naming) const
{
    return among(m_surnames, naming);
}

ActorId PersonFinder::among(const QHash<QString, std::vector<std::pair<int, ActorId>>> &names,
                            const Naming &naming) const
{
    const auto there = names.constFind(naming.key);
    if (there == names.constEnd())
        return -1;
    ActorId found = there->front().second;
    ActorId inOffice = -1;
    for (const auto &[token, actor] : *there) {
        if (token >= naming.first)
            continue;
        found = actor;
        if (!m_context.cast[actor].role.isEmpty())
            inOffice = actor;
    }
    return inOffice >= 0 && m_context.cast[found].role.isEmpty() ? inOffice : found;
}

void PersonFinder::addShort(const Naming &naming)
{
    const Description description = m_context.descriptions.ofName(naming.first, naming.end);
    ActorId actor = bearing(naming, description);
    if (actor < 0)
        actor = ofSurname(naming);
    if (actor < 0)
        actor = m_context.cast.find(u"N:"_s + naming.key);
    const int known = actor < 0 ? inTables(naming, description.country) : -1;
    if (actor < 0 && known < 0)
        actor = among(m_givenNames, naming);
    if (actor < 0) {
        actor = known >= 0 ? knownPerson(m_context, known) : make(naming, {});
        m_context.cast.alias(u"N:"_s + naming.key, actor);
    }
    place(naming, actor, description);
    m_surnames[naming.key].emplace_back(naming.first, actor);
}

void PersonFinder::place(const Naming &naming, ActorId actor, const Description &description)
{
    const int head = m_context.headOf(naming.first, naming.end);
    m_context.cast.mention(actor, naming.span, MentionForm::Name, head);
    for (int t = naming.first; t < naming.end; ++t)
        m_context.cast.stand(actor, t);
    if (!description)
        return;
    m_context.titleUsed[size_t(description.title)] = true;
    const Unit &title = m_context.units[description.title];
    m_context.cast.stand(actor, m_context.headOf(title.first, title.end));
    m_context.cast.stand(actor, title.end - 1);
    describe(actor, description);
    if (description.first > naming.end) // a second description behind the first may give the state
        return;
    const Description more = m_context.descriptions.after(naming.end);
    if (more && more.title != description.title) {
        m_context.titleUsed[size_t(more.title)] = true;
        m_context.cast.stand(actor, m_context.units[more.title].end - 1);
        describe(actor, more);
    }
}

void PersonFinder::describe(ActorId id, const Description &d)
{
    Actor &actor = m_context.cast[id];
    const Title &title = m_context.descriptions.title(d);
    const bool counterpart = title.role == "counterpart"_L1;
    const bool known = !actor.role.isEmpty();
    if (!d.country.isEmpty() && actor.country.isEmpty() && (!known || !d.former))
        actor.country = d.country;
    if (known && (counterpart || m_descriptions.contains(id)))
        return;
    if (!m_descriptions.contains(id))
        m_descriptions.emplace(id, d);
    const QString role = d.former ? u"former "_s + title.role : title.role;
    if (known &&
        (isVague(title) || (!d.former && (actor.role == role || actor.role.endsWith(u' ' + title.role)))))
        return; // the tables say as much and more
    actor.role = role;
    QString body;
    if (d.organisation >= 0 && d.country.isEmpty() &&
        m_context.units[d.organisation].is(Unit::Kind::Organisation))
        body = m_context.reading.knowledge.organisation(m_context.units[d.organisation].sense).code;
    actor.official = title.official && !d.former && body.isEmpty() && !d.ofPrivate;
    actor.code = d.former ? actor.country + u"ELI"_s : actorCode(actor.country, body, &title);
}

/// Surnames that the name recogniser missed or took for places, as in headlines.
void PersonFinder::addUntagged()
{
    const auto &words = m_context.reading.annotation.words;
    for (int t = 0; t < int(words.size()); ++t) {
        const Upos upos = words[size_t(t)].upos;
        const bool nameLike = upos == Upos::Propn || upos == Upos::Noun || upos == Upos::Adj ||
                              upos == Upos::X || upos == Upos::Intj; // rare names puzzle the tagger
        if (!nameLike || !isFree(t) || m_context.isCredit(t))
            continue;
        Naming naming;
        naming.first = t;
        naming.end = t + 1;
        naming.span = m_context.span(t, t + 1);
        naming.key = knowledge::nameKey(m_context.form(t));
        const bool capital = m_context.form(t).front().isUpper();
        if (const ActorId actor = capital ? ofSurname(naming) : -1; actor >= 0)
            place(naming, actor, m_context.descriptions.ofName(t, t + 1));
    }
}

/// Whether a token is in no name, or is one that only the recogniser thinks a place or body.
bool PersonFinder::isFree(int token) const
{
    const int unit = m_context.units.at(token);
    if (unit < 0)
        return true;
    const Unit &u = m_context.units[unit];
    return u.end - u.first == 1 && (u.is(Unit::Kind::PlaceName) || u.is(Unit::Kind::OrganisationName));
}

/// An official of whom nobody says of which state is of the one where the report was written; an aide is of
/// the same state as his master.
void PersonFinder::fillCountries()
{
    for (const auto &[id, d] : m_descriptions) {
        Actor &actor = m_context.cast[id];
        if (!actor.country.isEmpty() || actor.code.startsWith(u"IGO"_s)) // known, or of a body of many states
            continue;
        const Title &title = m_context.descriptions.title(d);
        const ActorId master = d.possessor >= 0 ? m_context.reading.actorAt[size_t(d.possessor)] : -1;
        if (master >= 0 && title.role != "counterpart"_L1)
            actor.country = m_context.cast[master].country;
        else if (title.role == "ambassador"_L1 && !d.former && d.organisation < 0)
            actor.country = onlyEmbassy(m_context);
        else if ((title.official || isLocal(title)) && d.organisation < 0 && !d.ofOthers &&
                 isOfSetting(title.role))
            actor.country = m_context.setting.country;
        actor.official = actor.official && !actor.country.isEmpty();
        if (!actor.code.startsWith(u"IGO"_s) && !actor.code.startsWith(actor.country))
            actor.code.prepend(actor.country);
    }
}

/// Whoever is named in an article about one state alone is of that state, as far as nothing says otherwise: a
/// citizen of it rather than anybody who acts for it.
void PersonFinder::settleAtHome()
{
    const QString &home = m_context.setting.home;
    for (ActorId id = 0; !home.isEmpty() && id < m_context.cast.size(); ++id) {
        Actor &actor = m_context.cast[id];
        if (actor.kind != ActorKind::Person || !actor.country.isEmpty() || actor.code.startsWith(u"IGO"_s))
            continue;
        const auto described = m_descriptions.find(id);
        if (described != m_descriptions.end() && isOfWorldBody(described->second))
            continue;
        actor.country = home;
        actor.code = home + (actor.code.isEmpty() ? u"CVL"_s : actor.code);
    }
}

/// "UNHCR officer": a body of the tables that is no one state's.
bool PersonFinder::isOfWorldBody(const Description &d) const
{
    return d.organisation >= 0 && m_context.units[d.organisation].is(Unit::Kind::Organisation) &&
           m_context.units[d.organisation].country.isEmpty();
}

/// Somebody whom neither the tables nor the text gives a part in politics, and who only stands by, is no
/// actor.
void PersonFinder::dropBystanders()
{
    for (ActorId id = 0; id < m_context.cast.size(); ++id) {
        Actor &actor = m_context.cast[id];
        if (actor.kind != ActorKind::Person || !actor.role.isEmpty() || !actor.code.isEmpty() ||
            actor.mentions.size() > 1)
            continue;
        const bool acts = std::ranges::any_of(actor.mentions, [&](const Mention &m) {
            int head = m.headToken;
            for (int up = head; up >= 0 && isPartOfName(m_context.word(up).deprel); head = up)
                up = m_context.word(up).head; // "said a woman, Ana Berg", "said Mr Berg"
            const language::Deprel relation = m_context.word(head).deprel;
            return m_context.isSubject(head) || m_context.speaks(head) || relation == language::Deprel::Obj ||
                   relation == language::Deprel::Iobj;
        });
        if (acts)
            continue;
        std::ranges::replace(m_context.cast.reading().actorAt, id, -1);
        actor.mentions.clear();
    }
}

void findPersons(ActorContext &context)
{
    PersonFinder(context).run();
}

} // namespace demarche::analysis
