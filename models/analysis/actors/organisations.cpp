// Named bodies and groups.
#include "models/analysis/actors/context.h"

#include "models/analysis/dates.h"
#include "models/knowledge/fold.h"
#include "models/knowledge/surnames.h"

#include <QSet>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using knowledge::Organisation;

namespace {

ActorKind kindOf(const Organisation &organisation)
{
    return organisation.kind == Organisation::Kind::Group ? ActorKind::Group : ActorKind::Organization;
}

/// Nouns that make a body a political one, whatever its name.
bool isPolitical(const QString &lastWord)
{
    static const QSet<QString> words{
        u"party"_s,       u"movement"_s,      u"front"_s,        u"ministry"_s,     u"council"_s,
        u"army"_s,        u"forces"_s,        u"union"_s,        u"league"_s,       u"alliance"_s,
        u"coalition"_s,   u"committee"_s,     u"commission"_s,   u"congress"_s,     u"parliament"_s,
        u"assembly"_s,    u"senate"_s,        u"court"_s,        u"tribunal"_s,     u"agency"_s,
        u"authority"_s,   u"department"_s,    u"organisation"_s, u"organization"_s, u"federation"_s,
        u"brigade"_s,     u"brigades"_s,      u"command"_s,      u"guard"_s,        u"guards"_s,
        u"mission"_s,     u"embassy"_s,       u"government"_s,   u"conference"_s,   u"directorate"_s,
        u"bloc"_s,        u"confederation"_s, u"cartel"_s,       u"militia"_s,      u"junta"_s,
        u"secretariat"_s, u"administration"_s};
    return words.contains(lastWord);
}

/// What a body of a state is by its name: "the U.S. Senate", "the Danish Foreign Ministry"; CAMEO's code.
QString roleOf(const QString &name)
{
    static const QHash<QString, QString> roles{
        {u"congress"_s, u"LEG"_s},   {u"senate"_s, u"LEG"_s},         {u"parliament"_s, u"LEG"_s},
        {u"assembly"_s, u"LEG"_s},   {u"house"_s, u"LEG"_s},          {u"army"_s, u"MIL"_s},
        {u"navy"_s, u"MIL"_s},       {u"military"_s, u"MIL"_s},       {u"ministry"_s, u"GOV"_s},
        {u"department"_s, u"GOV"_s}, {u"government"_s, u"GOV"_s},     {u"embassy"_s, u"GOV"_s},
        {u"treasury"_s, u"GOV"_s},   {u"administration"_s, u"GOV"_s}, {u"court"_s, u"JUD"_s}};
    static const QSet<QString> rebel{u"liberation"_s, u"resistance"_s, u"revolutionary"_s,
                                     u"free"_s,       u"popular"_s,    u"salvation"_s};
    QString role;
    for (const QString &word : knowledge::fold(name).split(u' ', Qt::SkipEmptyParts)) {
        if (rebel.contains(word))
            return {};
        if (role.isEmpty())
            role = roles.value(word);
    }
    return role;
}

/// Nouns of bodies that every state has its own of: of whom nobody says, they are of the article's state.
bool isNational(const QString &lastWord)
{
    static const QSet<QString> words{u"party"_s,   u"movement"_s,   u"front"_s,     u"ministry"_s,
                                     u"army"_s,    u"parliament"_s, u"senate"_s,    u"department"_s,
                                     u"guard"_s,   u"guards"_s,     u"brigade"_s,   u"brigades"_s,
                                     u"militia"_s, u"junta"_s,      u"government"_s};
    return words.contains(lastWord);
}

/// A news agency is an actor only where its own words are reported, not where it is named as the source.
bool isMere(const ActorContext &context, const Unit &unit, int head)
{
    const int after = unit.end;
    const bool parenthesised = unit.first > 0 && context.form(unit.first - 1) == u"(" &&
                               after < int(context.reading.annotation.words.size()) &&
                               context.form(after) == u")";
    if (parenthesised)
        return true;
    const int noun = context.word(head).deprel == language::Deprel::Compound ? context.word(head).head : head;
    return !context.speaks(head) && !context.speaks(noun);
}

void addKnown(ActorContext &context, const Unit &unit, int head)
{
    const Organisation &organisation = context.reading.knowledge.organisation(unit.sense);
    if (organisation.kind == Organisation::Kind::Media && isMere(context, unit, head))
        return;
    Actor actor;
    actor.name = organisation.name;
    actor.kind = kindOf(organisation);
    actor.country = organisation.country;
    actor.code = organisation.code;
    actor.official =
        organisation.code.mid(3).startsWith(u"GOV"_s) || organisation.code.mid(3).startsWith(u"MIL"_s);
    context.cast.mention(context.cast.get(u"O:"_s + organisation.name, actor), unit.span, MentionForm::Name,
                         head);
}

/// "Zairean Camp (ZC)": the acronym in brackets is the same body.
void addAcronym(ActorContext &context, const Unit &unit, ActorId actor)
{
    const int next = context.units.at(unit.end + 1);
    if (next < 0 || context.form(unit.end) != u"(" || !context.units[next].is(Unit::Kind::OrganisationName) ||
        context.units[next].end - context.units[next].first != 1)
        return;
    context.cast.alias(u"N:"_s + knowledge::nameKey(context.form(context.units[next].first)), actor);
}

void addUnknown(ActorContext &context, const Unit &unit, int head)
{
    const QString name = context.text(unit.first, unit.end);
    const QString key = u"N:"_s + knowledge::nameKey(name);
    ActorId actor = context.cast.find(key);
    if (actor < 0) {
        const QString last = knowledge::fold(context.form(unit.end - 1));
        const bool several = unit.end - unit.first > 1;
        const bool calendar = monthOf(last) > 0 || last.endsWith(u"day"_s);
        const bool body = several && (isPolitical(last) ||
                                      !(roleOf(name).isEmpty() || stateOpening(context, unit).isEmpty()));
        if (name.size() < 2 || calendar || !(body || context.speaks(head)))
            return;
        const knowledge::State *state = context.reading.knowledge.state(unit.country);
        const bool common = !context.reading.knowledge.lookUp(name).empty(); // "Security Council" of a state
        Actor made;
        made.name = common && state ? state->adjective + u' ' + name : name;
        made.kind = ActorKind::Organization;
        made.country = originOf(context, unit);
        if (made.country.isEmpty() && isNational(last))
            made.country = context.setting.country;
        made.code = made.country;
        if (!made.country.isEmpty() && stateOpening(context, unit) == made.country) {
            made.code += roleOf(name);
            made.official = made.code.endsWith(u"GOV"_s) || made.code.endsWith(u"MIL"_s);
        }
        actor = context.cast.get(key, made);
        addAcronym(context, unit, actor);
    }
    context.cast.mention(actor, unit.span, MentionForm::Name, head);
}

} // namespace

void findOrganisations(ActorContext &context)
{
    for (const Unit &unit : context.units.all()) {
        if (context.isCredit(unit.first) || context.inDateline(unit.first))
            continue;
        const int head = context.headOf(unit.first, unit.end);
        if (unit.is(Unit::Kind::Organisation))
            addKnown(context, unit, head);
        else if (unit.is(Unit::Kind::OrganisationName))
            addUnknown(context, unit, head);
    }
}

} // namespace demarche::analysis
