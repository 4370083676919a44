// Of which state a name is that no table knows.
#include "models/analysis/actors/context.h"

#include "models/knowledge/fold.h"

#include <QSet>

namespace demarche::analysis {

using namespace Qt::StringLiterals;

namespace {

/// Words of names that belong to no one state: seas, continents, bodies of the world.
bool isWide(const QString &word)
{
    static const QSet<QString> words{
        u"international"_s, u"world"_s,    u"global"_s,    u"nations"_s,  u"inter"_s,     u"pan"_s,
        u"multinational"_s, u"trans"_s,    u"regional"_s,  u"europe"_s,   u"european"_s,  u"africa"_s,
        u"african"_s,       u"asia"_s,     u"asian"_s,     u"arab"_s,     u"america"_s,   u"americas"_s,
        u"american"_s,      u"latin"_s,    u"caribbean"_s, u"pacific"_s,  u"atlantic"_s,  u"nordic"_s,
        u"baltic"_s,        u"balkans"_s,  u"islamic"_s,   u"euro"_s,     u"sea"_s,       u"ocean"_s,
        u"strait"_s,        u"straits"_s,  u"gulf"_s,      u"channel"_s,  u"mountains"_s, u"mediterranean"_s,
        u"peninsula"_s,     u"south"_s,    u"west"_s,      u"east"_s,     u"north"_s,     u"western"_s,
        u"eastern"_s,       u"southern"_s, u"northern"_s,  u"sahel"_s,    u"sahara"_s,    u"antarctica"_s,
        u"arctic"_s,        u"maghreb"_s,  u"levant"_s,    u"caucasus"_s, u"himalayas"_s, u"indo"_s,
        u"bretton"_s,       u"earth"_s};
    return words.contains(word);
}

bool isWide(const ActorContext &context, const Unit &unit)
{
    const QStringList words =
        knowledge::fold(context.text(unit.first, unit.end)).split(u' ', Qt::SkipEmptyParts);
    return std::ranges::any_of(words, [](const QString &word) {
        return isWide(word) ||
               std::ranges::any_of(word.split(u'-'), [](const QString &w) { return isWide(w); });
    });
}

bool tellsState(const Unit &unit)
{
    return !unit.country.isEmpty() &&
           (unit.is(Unit::Kind::State) || unit.is(Unit::Kind::FormerState) || unit.is(Unit::Kind::Adjective));
}

/// "Doboj, Bosnia": the state behind a place; not the next one of a list.
QString stateBehind(const ActorContext &context, const Unit &unit)
{
    const int next = context.units.at(unit.end + 1);
    const auto count = int(context.reading.annotation.words.size());
    if (next < 0 || unit.end >= count || context.form(unit.end) != u"," ||
        !context.units[next].is(Unit::Kind::State))
        return {};
    const int after = context.units[next].end;
    const bool lists = after < count && context.word(after).upos == language::Upos::Cconj;
    return lists ? QString() : context.units[next].country;
}

/// "Russia's Security Council", "the Tajik town of Tavildara", "Kenyan MP".
QString stateBefore(const ActorContext &context, int token)
{
    for (int t = token - 1; t >= 0 && t >= token - 4; --t) {
        if (const int unit = context.units.at(t); unit >= 0 && tellsState(context.units[unit]))
            return context.units[unit].country;
        const language::Upos upos = context.word(t).upos;
        const bool goesOn = upos == language::Upos::Part || upos == language::Upos::Noun ||
                            upos == language::Upos::Adj || upos == language::Upos::Propn ||
                            (context.form(t) == u"of" && t == token - 1);
        if (!goesOn || context.reading.tree.sentenceOf(t) != context.reading.tree.sentenceOf(token))
            break;
    }
    return {};
}

} // namespace

QString stateOpening(const ActorContext &context, const Unit &unit)
{
    using knowledge::Sense;
    constexpr int longest = 3; // words of a state's name or adjective
    for (int end = std::min(unit.first + longest, unit.end - 1); end > unit.first; --end) {
        const Span opening{context.reading.annotation.document.tokens[size_t(unit.first)].span.begin,
                           context.reading.annotation.document.tokens[size_t(end - 1)].span.end};
        for (const Sense &sense :
             context.reading.knowledge.lookUp(opening.of(context.reading.annotation.document.text))) {
            if (sense.kind == Sense::Kind::State || sense.kind == Sense::Kind::Adjective)
                return countryOf(context.reading.knowledge, {opening, {sense}}, context.setting.day);
        }
    }
    return {};
}

QString originOf(const ActorContext &context, const Unit &unit)
{
    if (!unit.country.isEmpty())
        return unit.country;
    if (unit.is(Unit::Kind::OrganisationName)) {
        if (const QString state = stateOpening(context, unit); !state.isEmpty())
            return state;
    }
    if (isWide(context, unit))
        return {};
    if (unit.is(Unit::Kind::PlaceName)) {
        if (const QString state = stateBehind(context, unit); !state.isEmpty())
            return state;
    }
    const QString before = stateBefore(context, unit.first);
    return before.isEmpty() ? context.setting.home : before;
}

QString nationalityOf(const ActorContext &context, int name)
{
    int before = name - 1;
    if (before >= 0 && context.units.at(before) < 0 && context.word(before).upos == language::Upos::Noun)
        --before;
    const int unit = before < 0 ? -1 : context.units.at(before);
    if (unit < 0 || context.reading.tree.sentenceOf(before) != context.reading.tree.sentenceOf(name))
        return {};
    const Unit &word = context.units[unit];
    return word.is(Unit::Kind::Adjective) && !word.within ? word.country : QString();
}

} // namespace demarche::analysis
