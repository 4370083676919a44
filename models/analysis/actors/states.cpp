// States, towns that stand for them, peoples and places.
#include "models/analysis/actors/context.h"

#include "models/analysis/actors/metonyms.h"

#include <QSet>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Upos;

ActorId stateActor(ActorContext &context, const QString &iso3)
{
    const knowledge::State *state = context.reading.knowledge.state(iso3);
    if (!state)
        return -1;
    Actor actor;
    actor.name = state->name;
    actor.kind = ActorKind::Country;
    actor.country = iso3;
    actor.role = u"state"_s;
    actor.official = true;
    actor.code = iso3;
    return context.cast.get(u"S:"_s + iso3, actor);
}

namespace {

/// A state that goes by another name today: Zaire is an actor of its own name, for which that state's
/// successor counts.
ActorId formerStateActor(ActorContext &context, const knowledge::FormerState &former)
{
    Actor actor;
    actor.name = former.name;
    actor.kind = ActorKind::Country;
    actor.country = former.country;
    actor.role = u"state"_s;
    actor.official = true;
    actor.code = former.country;
    return context.cast.get(u"F:"_s + former.name, actor);
}

/// Whose government a seat stands for on the article's day: of a state that then went by another name, that
/// one.
ActorId seatActor(ActorContext &context, const Unit &unit)
{
    const QStringView town = unit.span.of(context.reading.annotation.document.text);
    for (const knowledge::FormerState &former : context.reading.knowledge.formerStates()) {
        if (former.country == unit.country && context.setting.day.isValid() &&
            former.years.contains(context.setting.day) &&
            former.capital.compare(town, Qt::CaseInsensitive) == 0)
            return formerStateActor(context, former);
    }
    return stateActor(context, unit.country);
}

/// "Kinmen" of "Kinmen County"; the name itself where it has no such word.
QString withoutKind(const QString &name)
{
    static const QSet<QString> kinds{u"county"_s,     u"province"_s,    u"district"_s,     u"region"_s,
                                     u"island"_s,     u"governorate"_s, u"prefecture"_s,   u"city"_s,
                                     u"village"_s,    u"town"_s,        u"municipality"_s, u"oblast"_s,
                                     u"department"_s, u"constituency"_s};
    const QString last = name.section(u' ', -1);
    return kinds.contains(last.toLower()) && name.contains(u' ') ? name.chopped(last.size() + 1) : name;
}

void addPlace(ActorContext &context, const Unit &unit, const QString &name)
{
    Actor actor;
    actor.name = name;
    actor.kind = ActorKind::Place;
    actor.country = unit.is(Unit::Kind::PlaceName) ? originOf(context, unit) : unit.country;
    const QString key = u"P:"_s + (unit.is(Unit::Kind::PlaceName) ? withoutKind(name) : name).toLower();
    const ActorId place = context.cast.get(key, actor);
    context.cast.mention(place, unit.span, MentionForm::Name, context.headOf(unit.first, unit.end));
}

/// "1,400 Israelis", "thousands of Palestinians": persons counted are no party.
bool isCounted(const ActorContext &context, const Unit &unit)
{
    const int before = unit.first - 1;
    if (before < 0)
        return false;
    if (context.word(before).upos == Upos::Num ||
        context.reading.tree.child(unit.end - 1, {language::Deprel::Nummod}) >= 0)
        return true;
    static const QStringList amounts{u"million"_s, u"millions"_s, u"thousands"_s, u"hundreds"_s,
                                     u"dozens"_s,  u"scores"_s,   u"many"_s,      u"some"_s,
                                     u"several"_s, u"few"_s,      u"two"_s,       u"three"_s};
    const int counter = context.form(before) == u"of" ? before - 1 : before;
    return counter >= 0 && amounts.contains(context.form(counter).toString().toLower());
}

void addPeople(ActorContext &context, const Unit &unit)
{
    const knowledge::People &people = context.reading.knowledge.people(unit.sense);
    if (isCounted(context, unit) && !context.speaks(context.headOf(unit.first, unit.end)))
        return;
    Actor actor;
    actor.name = people.name.endsWith(u" people"_s)
                     ? unit.span.of(context.reading.annotation.document.text).toString()
                     : people.name;
    actor.kind = ActorKind::Group;
    actor.country = unit.country;
    actor.code = unit.country;
    const ActorId group = context.cast.get(u"E:"_s + people.name, actor);
    context.cast.mention(group, unit.span, MentionForm::Nominal, context.headOf(unit.first, unit.end));
}

void addSeat(ActorContext &context, const Unit &unit, const QSet<QString> &asGovernments)
{
    if (!standsForGovernment(context, unit)) {
        const QString name = unit.span.of(context.reading.annotation.document.text).toString();
        if (!asGovernments.contains(name.toLower()))
            addPlace(context, unit, name);
        return;
    }
    const ActorId state = seatActor(context, unit);
    if (state >= 0)
        context.cast.mention(state, unit.span, MentionForm::Metonym, context.headOf(unit.first, unit.end));
}

/// A town that stands for the government anywhere in the article is no place apart there: one name, one
/// actor.
QSet<QString> metonyms(const ActorContext &context)
{
    QSet<QString> names;
    for (const Unit &unit : context.units.all()) {
        if (unit.is(Unit::Kind::Seat) && !context.isCredit(unit.first) && standsForGovernment(context, unit))
            names.insert(unit.span.of(context.reading.annotation.document.text).toString().toLower());
    }
    return names;
}

} // namespace

void findStates(ActorContext &context)
{
    const QSet<QString> asGovernments = metonyms(context);
    for (const Unit &unit : context.units.all()) {
        if (context.isCredit(unit.first))
            continue;
        const int head = context.headOf(unit.first, unit.end);
        switch (unit.kind) {
        case Unit::Kind::State:
            context.cast.mention(stateActor(context, unit.country), unit.span, MentionForm::Name, head);
            break;
        case Unit::Kind::FormerState:
            context.cast.mention(formerStateActor(context, context.reading.knowledge.formerState(unit.sense)),
                                 unit.span, MentionForm::Name, head);
            break;
        case Unit::Kind::Seat:
            addSeat(context, unit, asGovernments);
            break;
        case Unit::Kind::People:
            addPeople(context, unit);
            break;
        case Unit::Kind::Place:
            addPlace(context, unit, context.reading.knowledge.place(unit.sense).name);
            break;
        case Unit::Kind::PlaceName:
            addPlace(context, unit, context.text(unit.first, unit.end));
            break;
        default:
            break;
        }
    }
}

} // namespace demarche::analysis
