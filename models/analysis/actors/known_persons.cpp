// Persons of the tables of office holders as actors of an article.
#include "models/analysis/actors/context.h"

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using knowledge::Standing;
using knowledge::Title;

namespace {

/// How long after leaving office, and how long before entering it, somebody is meant by a bare surname.
constexpr int yearsRemembered = 12;
constexpr int yearsAhead = 3;

/// The title of an office by its name; of a longer one that the tables of titles lack ("ambassador to the
/// UN", "central bank governor") what its head says.
const Title *titleOf(const knowledge::Knowledge &knowledge, QString office)
{
    for (const QString &link : {u" to "_s, u" of "_s, u" for "_s, u" in "_s}) {
        if (const qsizetype at = office.indexOf(link); at > 0 && knowledge.lookUp(office).empty())
            office.truncate(at);
    }
    while (!office.isEmpty()) {
        for (const knowledge::Sense &sense : knowledge.lookUp(office)) {
            if (sense.kind == knowledge::Sense::Kind::Title)
                return &knowledge.title(sense);
        }
        office = office.contains(u' ') ? office.section(u' ', 1) : QString();
    }
    return nullptr;
}

void takeStanding(const ActorContext &context, Actor &actor, const Standing &standing)
{
    if (!standing.tenure)
        return;
    const auto &knowledge = context.reading.knowledge;
    actor.country = standing.tenure->country;
    const Title *title = titleOf(knowledge, standing.tenure->office);
    const knowledge::Organisation *body = standing.tenure->organisation.isEmpty()
                                              ? nullptr
                                              : knowledge.organisation(standing.tenure->organisation);
    switch (standing.when) {
    case Standing::When::Current:
        actor.role = standing.tenure->office;
        actor.official = standing.tenure->official && !body && !actor.country.isEmpty();
        actor.code = actorCode(actor.country, body ? body->code : QString(), title);
        break;
    case Standing::When::Former:
        actor.role = u"former "_s + standing.tenure->office;
        actor.code = actor.country.isEmpty() ? QString() : actor.country + u"ELI"_s;
        break;
    case Standing::When::Future:
        actor.code = actor.country;
        break;
    }
}

} // namespace

bool inTheNews(const Standing &standing, QDate day)
{
    if (!standing.tenure || !day.isValid())
        return standing.tenure != nullptr;
    switch (standing.when) {
    case Standing::When::Current:
        return true;
    case Standing::When::Former:
        return standing.tenure->period.to.addYears(yearsRemembered) >= day;
    case Standing::When::Future:
        return standing.tenure->period.from.addYears(-yearsAhead) <= day;
    }
    return false;
}

ActorId knownPerson(ActorContext &context, int person)
{
    const QString key = u"T:%1"_s.arg(person);
    if (const ActorId known = context.cast.find(key); known >= 0)
        return known;
    const knowledge::Person &somebody = context.reading.knowledge.persons()[size_t(person)];
    Actor actor;
    actor.name = somebody.name;
    actor.kind = ActorKind::Person;
    takeStanding(context, actor, knowledge::standing(somebody, context.setting.day));
    return context.cast.get(key, actor);
}

} // namespace demarche::analysis
