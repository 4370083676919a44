#include "models/analysis/actors/unnamed.h"

#include "models/analysis/actors/metonyms.h"

#include <QSet>

#include <algorithm>
#include <ranges>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using knowledge::Title;
using language::Deprel;
using language::Upos;

namespace {

/// Roles of which a state has one, so that the bare word means the state of the article.
bool isOnePerState(const QString &role)
{
    static const QSet<QString> roles{u"president"_s,
                                     u"prime minister"_s,
                                     u"foreign minister"_s,
                                     u"defence minister"_s,
                                     u"monarch"_s,
                                     u"chancellor"_s,
                                     u"government"_s,
                                     u"cabinet"_s,
                                     u"foreign ministry"_s,
                                     u"defence ministry"_s,
                                     u"interior ministry"_s,
                                     u"parliament"_s,
                                     u"army"_s,
                                     u"interior minister"_s,
                                     u"finance minister"_s,
                                     u"police"_s};
    return roles.contains(role);
}

/// Groups that say nothing without a word before: "countries", "leaders".
bool isBare(const QString &role)
{
    static const QSet<QString> roles{u"nation"_s,     u"leader"_s,   u"supporter"_s, u"representative"_s,
                                     u"journalist"_s, u"expert"_s,   u"worker"_s,    u"refugee"_s,
                                     u"hostage"_s,    u"criminal"_s, u"farmer"_s,    u"lawyer"_s,
                                     u"doctor"_s,     u"settler"_s,  u"media"_s};
    return roles.contains(role);
}

} // namespace

ActorId UnnamedFinder::possessor(const Description &d) const
{
    if (d.possessor < 0)
        return -1;
    if (const ActorId actor = m_context.reading.actorAt[size_t(d.possessor)]; actor >= 0)
        return actor;
    if (m_context.word(d.possessor).upos != Upos::Pron)
        return -1;
    const QString form = m_context.form(d.possessor).toString().toLower();
    if (form == "its"_L1 || form == "their"_L1)
        return -1;
    const bool relative = form == "whose"_L1;
    // "His aides": the person named last. Whoever resolves pronouns comes later and may know better.
    for (int t = d.possessor - 1; t >= 0; --t) {
        const ActorId actor = m_context.reading.actorAt[size_t(t)];
        if (actor >= 0 && (relative || m_context.cast[actor].kind == ActorKind::Person))
            return actor;
    }
    return -1;
}

/// "Portugal defended its former premier": of the state that does what is told around the word where no other
/// state stands between, else of the one where the article plays.
QString UnnamedFinder::countryHere(const Description &d) const
{
    const QString &here = m_context.setting.country;
    if (d.possessor < 0)
        return here;
    const auto isState = [this](int token) {
        const ActorId actor = m_context.reading.actorAt[size_t(token)];
        return actor >= 0 && m_context.cast[actor].kind == ActorKind::Country;
    };
    const auto &tree = m_context.reading.tree;
    int at = m_context.word(d.end - 1).head;
    while (at >= 0 && tree.child(at, {Deprel::Nsubj, Deprel::NsubjPass}) < 0)
        at = m_context.word(at).head;
    const int subject = at < 0 ? -1 : tree.child(at, {Deprel::Nsubj, Deprel::NsubjPass});
    if (subject < 0 || subject > d.possessor || !isState(subject))
        return here;
    for (int between = subject + 1; between < d.possessor; ++between) {
        if (isState(between))
            return here;
    }
    return m_context.cast[m_context.reading.actorAt[size_t(subject)]].country;
}

QString UnnamedFinder::possessorCountry(const Description &d) const
{
    const ActorId actor = possessor(d);
    return actor >= 0 ? m_context.cast[actor].country : QString();
}

/// A title before another noun is part of that noun's name: "rebel attack", "police station".
bool UnnamedFinder::isQualifier(const Description &d) const
{
    const language::Word &last = m_context.word(d.end - 1);
    if ((last.deprel == Deprel::Compound || last.deprel == Deprel::Amod) && last.head >= d.end)
        return true;
    return last.upos == Upos::Adj && (last.deprel == Deprel::Amod || last.deprel == Deprel::Compound);
}

QString UnnamedFinder::nameOf(const Description &d, const QString &country) const
{
    QString name = m_context.text(d.first, d.end);
    const knowledge::State *state = m_context.reading.knowledge.state(country);
    const bool saysWhose = !d.country.isEmpty() || d.organisation >= 0;
    if (!saysWhose && d.possessor >= 0) {
        if (const ActorId owner = possessor(d); owner >= 0)
            return m_context.cast[owner].name + u"'s "_s + name;
    }
    if (!saysWhose && state && isOnePerState(m_context.descriptions.title(d).role))
        name = state->adjective + u' ' + name;
    return name;
}

void UnnamedFinder::mention(ActorId actor, const Description &d)
{
    const int head = m_context.headOf(d.first, d.end);
    m_context.cast.mention(actor, m_context.span(d.first, d.end), MentionForm::Nominal, head);
    m_context.cast.stand(actor, d.end - 1);
}

/// "The German government" is Germany; a ministry or army is a body of its own.
void UnnamedFinder::addBody(const Description &d)
{
    const Title &title = m_context.descriptions.title(d);
    const language::Word &head = m_context.word(d.end - 1);
    const bool argument = head.deprel == Deprel::Nsubj || head.deprel == Deprel::Obj ||
                          head.deprel == Deprel::NsubjPass || head.deprel == Deprel::OblAgent;
    const bool adjective =
        head.upos == Upos::Adj && !argument; // "military activity", not "the military said"
    if (adjective || (isQualifier(d) && d.country.isEmpty()))
        return;
    if (title.role == "mission"_L1 && addMission(d))
        return;
    const ActorId owner = d.country.isEmpty() ? possessor(d) : -1;
    const bool ofPerson = owner >= 0 && m_context.cast[owner].kind == ActorKind::Person;
    if (ofPerson && title.role != "government"_L1 && title.role != "cabinet"_L1 && title.role != "office"_L1)
        return; // "her mission", "his party": a thing of hers rather than an actor
    QString country = d.country.isEmpty() ? possessorCountry(d) : d.country;
    if (country.isEmpty() && (d.organisation >= 0 || d.ofOthers || title.plural))
        return;
    const bool state = title.role == "government"_L1;
    if (country.isEmpty()) {
        if (const ActorId last = m_lastByHead.value(title.role, -1); last >= 0 && !isQualifier(d)) {
            mention(last, d);
            return;
        }
        if (!isOnePerState(title.role) || (state && !d.definite) || isQualifier(d))
            return;
        country = m_context.setting.country;
    }
    if (country.isEmpty())
        return;
    ActorId actor = -1;
    if (state && d.country.isEmpty() && title.name != "government"_L1)
        return; // "the administration", "the regime" of whom nobody says
    if (state) {
        actor = stateActor(m_context, country);
    } else {
        Actor body;
        body.name = nameOf(d, country);
        body.kind = ActorKind::Organization;
        body.country = country;
        body.role = title.role;
        body.official = title.official;
        body.code = country + title.code;
        const bool one = isOnePerState(title.role);
        actor = m_context.cast.get(u"B:"_s + country + u':' + (one ? title.role : title.name), body);
    }
    m_lastByHead.insert(title.role, actor);
    mention(actor, d);
}

/// "The OSCE Chechnya mission" is the OSCE's, wherever it is.
bool UnnamedFinder::addMission(const Description &d)
{
    if (d.organisation < 0 || !m_context.units[d.organisation].is(Unit::Kind::Organisation))
        return false;
    const auto &organisation =
        m_context.reading.knowledge.organisation(m_context.units[d.organisation].sense);
    Actor mission;
    mission.name = nameOf(d, {});
    mission.kind = ActorKind::Organization;
    mission.country = organisation.country;
    mission.role = m_context.descriptions.title(d).role;
    mission.code = organisation.code;
    mention(m_context.cast.get(u"B:"_s + organisation.name + u":mission"_s, mission), d);
    return true;
}

void UnnamedFinder::addGroup(const Description &d)
{
    const Title &title = m_context.descriptions.title(d);
    const bool bare = d.first == m_context.units[d.title].first && d.possessor < 0 && d.country.isEmpty();
    const bool acts = m_context.word(d.end - 1).deprel == Deprel::Nsubj; // "8,000 protesters marched"
    if ((d.counted && !(acts && bare && title.code == "OPP"_L1)) || isQualifier(d) ||
        (bare && isBare(title.role)))
        return;
    const QString head = knowledge::fold(m_context.form(d.end - 1));
    const bool singular =
        bare && !d.definite && language::xposName(m_context.word(d.end - 1).xpos) == "NN"_L1;
    if (singular && !head.endsWith(u's') && title.code == "MIL"_L1) // "a soldier's knack"
        return;
    QString country = d.country.isEmpty() ? possessorCountry(d) : d.country;
    if (country.isEmpty() && d.organisation < 0) {
        if (const ActorId last = m_lastByHead.value(head, -1); bare && last >= 0) {
            mention(last, d);
            return;
        }
        const bool local =
            title.official || title.code == "REB"_L1 || title.code == "MIL"_L1 || title.code == "OPP"_L1;
        if (local && !d.ofOthers && isOfSetting(title.role))
            country = countryHere(d);
    }
    Actor group;
    group.name = nameOf(d, country);
    group.kind = ActorKind::Group;
    group.country = country;
    group.role = title.role;
    // "Palestinian leaders": those of the state, where nothing else says what they lead
    const bool lead = title.role == "leader"_L1 && !d.country.isEmpty() && !d.ofOthers &&
                      d.organisation < 0 && m_context.units[d.title].first - d.first <= 1;
    group.official = (title.official || lead) && !country.isEmpty();
    QString body;
    if (d.organisation >= 0 && m_context.units[d.organisation].is(Unit::Kind::Organisation))
        body = m_context.reading.knowledge.organisation(m_context.units[d.organisation].sense).code;
    group.code = actorCode(country, d.country.isEmpty() ? body : QString(), &title);
    const QString key = u"G:"_s + (country.isEmpty() ? group.name.toLower() : country + u':' + head);
    const ActorId actor = m_context.cast.get(key, group);
    m_lastByHead.insert(head, actor);
    mention(actor, d);
}

/// "The Palestinian leader": the president or monarch whom the article names, else the prime minister; -1 for
/// none.
ActorId UnnamedFinder::headNamed(const QString &country) const
{
    static const QStringList offices{u"president"_s, u"monarch"_s, u"leader"_s, u"prime minister"_s,
                                     u"chancellor"_s};
    for (const QString &office : offices) {
        for (ActorId id = 0; id < m_context.cast.size(); ++id) {
            const Actor &actor = m_context.cast[id];
            if (actor.kind == ActorKind::Person && !actor.mentions.empty() && actor.country == country &&
                actor.role == office && actor.official)
                return id;
        }
    }
    return -1;
}

/// Whether somebody is named with a title of that role before the name, "Crown Prince Ali", though he is
/// known by another; not "former President Ali", "deputy leader Ali".
bool UnnamedFinder::bearsTitle(const Actor &actor, const QString &role) const
{
    const auto &text = m_context.reading.annotation.document.text;
    return std::ranges::any_of(actor.mentions, [&](const Mention &m) {
        if (m.form == MentionForm::Name && m.span.of(text).startsWith(role + u' ', Qt::CaseInsensitive))
            return true; // the recogniser took the title for part of the name
        const int first = m_context.reading.tree.tokenAt(m.span.begin);
        for (const int t : {first, first - 1}) {
            const int at = m.form == MentionForm::Name ? m_context.units.at(t) : -1;
            if (at < 0 || !m_context.units[at].is(Unit::Kind::Title))
                continue;
            const Unit &unit = m_context.units[at];
            const QString before =
                unit.first > 0 ? m_context.form(unit.first - 1).toString().toLower() : QString();
            const bool lesser = before == u"former" || before == u"deputy" || before == u"vice" ||
                                before == u"acting" || before == u"then" || before == u"-";
            return !lesser && m_context.reading.knowledge.title(unit.sense).role == role;
        }
        return false;
    });
}

bool UnnamedFinder::isBeforeVerb(int token) const
{
    if (token >= int(m_context.reading.annotation.words.size()))
        return false;
    const Upos upos = m_context.word(token).upos;
    return upos == Upos::Verb || upos == Upos::Aux || upos == Upos::Adv;
}

/// The one person named before with a title; -1 for none or several.
ActorId UnnamedFinder::named(const Description &d) const
{
    const QString &role = m_context.descriptions.title(d).role;
    ActorId found = -1;
    for (ActorId id = 0; id < m_context.cast.size(); ++id) {
        const Actor &actor = m_context.cast[id];
        if (actor.kind != ActorKind::Person || (actor.role != role && !bearsTitle(actor, role)))
            continue;
        if (found >= 0)
            return -1;
        found = id;
    }
    return found;
}

/// Who holds that office: somebody whom the article names so, else whom the tables know on that day.
ActorId UnnamedFinder::holder(const Description &d, const QString &country)
{
    const Title &title = m_context.descriptions.title(d);
    ActorId found = -1;
    const auto isNoun = [&](int t) { return m_context.word(t).upos == Upos::Noun; };
    const auto before = std::views::iota(d.first, m_context.units[d.title].first);
    if (title.role == "leader"_L1 && !country.isEmpty() && !d.former && d.organisation < 0 &&
        std::ranges::none_of(before, isNoun)) { // not "the Malawian youth leader"
        found = headNamed(country);
        if (found >= 0)
            return found;
    }
    for (ActorId id = 0; id < m_context.cast.size(); ++id) {
        const Actor &actor = m_context.cast[id];
        if (actor.kind != ActorKind::Person || actor.mentions.empty())
            continue;
        const bool lesser = actor.role.startsWith(u"vice "_s) || actor.role.startsWith(u"deputy "_s) ||
                            actor.role.startsWith(u"former "_s);
        const bool sameRole = actor.role == title.role ||
                              (country.isEmpty() && !lesser && actor.role.endsWith(u' ' + title.role));
        if (!sameRole || (!country.isEmpty() && actor.country != country))
            continue;
        const bool later = actor.mentions.front().span.begin > m_context.span(d.first, d.end).begin;
        if (later && country.isEmpty() && !isOnePerState(title.role))
            continue; // "a youth leader said" is not the party leader of whom the end tells
        if (found < 0 || actor.mentions.front().span.begin < m_context.span(d.first, d.end).begin)
            found = id;
    }
    if (found < 0 && country.isEmpty() && d.first == m_context.units[d.title].first)
        found = named(d);
    if (found >= 0 || country.isEmpty() || d.former || !m_context.setting.day.isValid())
        return found;
    const QList<int> holders =
        m_context.reading.knowledge.holders(country, title.role, m_context.setting.day);
    return holders.size() == 1 ? knownPerson(m_context, holders.first()) : -1;
}

/// "She is a member of the cabinet", "were he president": what somebody is said to be is nobody else. It
/// names the subject where it is said of a person outright.
bool UnnamedFinder::addPredicate(const Description &d)
{
    const auto &tree = m_context.reading.tree;
    const int head = m_context.headOf(d.first, d.end);
    const int copula = tree.child(head, {Deprel::Cop});
    const int subject = tree.child(head, {Deprel::Nsubj});
    if (copula < 0 || copula > d.first || subject < 0 || subject > copula)
        return false;
    const ActorId actor = m_context.reading.actorAt[size_t(subject)];
    const bool outright = tree.child(head, {Deprel::Aux}) < 0 && tree.child(head, Deprel::Advmod, u"not") < 0;
    if (actor >= 0 && outright && m_context.cast[actor].kind == ActorKind::Person)
        mention(actor, d);
    return true;
}

void UnnamedFinder::addOne(const Description &d)
{
    const Title &title = m_context.descriptions.title(d);
    if (isQualifier(d) || addPredicate(d))
        return;
    const bool whose = !d.country.isEmpty() || d.organisation >= 0 || d.possessor >= 0;
    const QString country = d.country.isEmpty() ? possessorCountry(d) : d.country;
    const bool indefinite =
        !d.definite &&
        m_context.form(d.first - (d.first > 0 ? 1 : 0)).startsWith(u'a', Qt::CaseInsensitive) &&
        m_context.word(d.first - (d.first > 0 ? 1 : 0)).upos == Upos::Det;
    // "Crown Prince said": written like a name, it means the one who was named with that title
    const bool called = !whose && !d.definite && m_context.form(d.first).front().isUpper() &&
                        m_context.word(d.end - 1).deprel == Deprel::Nsubj && isBeforeVerb(d.end);
    if (const ActorId actor = called ? named(d) : -1; actor >= 0) {
        mention(actor, d);
        return;
    }
    if (!indefinite && (whose || d.definite)) {
        if (const ActorId actor = d.organisation >= 0 && d.country.isEmpty() ? -1 : holder(d, country);
            actor >= 0) {
            mention(actor, d);
            return;
        }
        if (const ActorId last = m_lastByHead.value(title.role, -1); !whose && last >= 0) {
            mention(last, d);
            return;
        }
    }
    const bool partitive =
        d.end < int(m_context.reading.annotation.words.size()) && m_context.form(d.end) == u"of";
    if (!whose && !title.official &&
        !partitive) // "a member of the group": whose it is, references tell later
        return;
    Actor one;
    const bool local = title.official && d.organisation < 0 && !d.ofOthers && isOfSetting(title.role);
    one.country = country.isEmpty() && local ? countryHere(d) : country;
    one.name = nameOf(d, country);
    one.kind = ActorKind::Person;
    one.role = d.former ? u"former "_s + title.role : title.role;
    one.official = title.official && !d.former && !d.ofPrivate && !one.country.isEmpty();
    QString body;
    if (d.organisation >= 0 && d.country.isEmpty() &&
        m_context.units[d.organisation].is(Unit::Kind::Organisation))
        body = m_context.reading.knowledge.organisation(m_context.units[d.organisation].sense).code;
    one.code = d.former ? one.country + u"ELI"_s : actorCode(one.country, body, &title);
    const QString key =
        indefinite ? u"I:%1"_s.arg(d.first) : u"R:"_s + one.country + u':' + one.name.toLower();
    const ActorId actor = m_context.cast.get(key, one);
    m_lastByHead.insert(title.role, actor);
    mention(actor, d);
}

void UnnamedFinder::run()
{
    for (int i = 0; i < int(m_context.units.all().size()); ++i) {
        const Unit &unit = m_context.units[i];
        if (!unit.is(Unit::Kind::Title) || m_context.titleUsed[size_t(i)] || m_context.isCredit(unit.first) ||
            m_context.inDateline(unit.first) || m_context.reading.actorAt[size_t(unit.end - 1)] >= 0)
            continue;
        const Description d = m_context.descriptions.headedBy(i);
        const Title &title = m_context.descriptions.title(d);
        if (title.type == Title::Type::Body)
            addBody(d);
        else if (title.type == Title::Type::People || (title.type == Title::Type::Person && title.plural))
            addGroup(d);
        else if (title.type == Title::Type::Person)
            addOne(d);
    }
}

void findUnnamed(ActorContext &context)
{
    UnnamedFinder(context).run();
}

} // namespace demarche::analysis
