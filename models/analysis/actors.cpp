#include "models/analysis/actors/context.h"

#include <QSet>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;

namespace {

/// "the Hamas terrorist organization", "Interfax news agency": the noun behind a name stands for its bearer.
void standBehind(ActorContext &context)
{
    static const QSet<QString> nouns{
        u"organisation"_s, u"organization"_s, u"group"_s,      u"movement"_s,  u"agency"_s,        u"party"_s,
        u"alliance"_s,     u"militia"_s,      u"rebel"_s,      u"guerrilla"_s, u"leadership"_s,    u"bloc"_s,
        u"militant"_s,     u"fighter"_s,      u"government"_s, u"regime"_s,    u"administration"_s};
    for (const Unit &unit : context.units.all()) {
        const int head = context.headOf(unit.first, unit.end);
        const ActorId actor = context.reading.actorAt[size_t(head)];
        const int noun = context.word(head).head;
        if (actor >= 0 && noun > head && noun - unit.end < 3 &&
            context.word(head).deprel == Deprel::Compound &&
            nouns.contains(context.reading.annotation.lemma(noun)))
            context.cast.stand(actor, noun);
    }
}

/// An adjective is no mention of its state, but where the state is an actor it stands for it: "Israeli
/// attacks".
void standAdjectives(ActorContext &context)
{
    for (const Unit &unit : context.units.all()) {
        if (!unit.is(Unit::Kind::Adjective) || unit.country.isEmpty())
            continue;
        if (const ActorId state = context.cast.find(u"S:"_s + unit.country); state >= 0)
            context.cast.stand(state, context.headOf(unit.first, unit.end));
    }
}

} // namespace

void findActors(Reading &reading)
{
    const auto matches = reading.knowledge.find(reading.annotation.document.text);
    const Setting setting = readSetting(reading, matches);
    const Units units(reading, setting, matches);
    const Descriptions descriptions(reading, units);
    Cast cast(reading);
    ActorContext context{reading, setting, units, descriptions, cast, std::vector<bool>(units.all().size())};
    findPersons(context);
    findStates(context);
    findOrganisations(context);
    findUnnamed(context);
    standBehind(context);
    standAdjectives(context);
}

} // namespace demarche::analysis
