#include "models/analysis/actors/metonyms.h"

#include <QSet>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using knowledge::Sense;
using language::Deprel;
using language::Upos;

namespace {

QString lower(const ActorContext &context, int token)
{
    return context.form(token).toString().toLower();
}

bool isLocative(const QString &preposition)
{
    static const QSet<QString> words{u"in"_s,         u"at"_s,      u"near"_s,    u"outside"_s, u"around"_s,
                                     u"inside"_s,     u"into"_s,    u"through"_s, u"across"_s,  u"from"_s,
                                     u"over"_s,       u"via"_s,     u"of"_s,      u"above"_s,   u"beyond"_s,
                                     u"throughout"_s, u"off"_s,     u"south"_s,   u"north"_s,   u"east"_s,
                                     u"west"_s,       u"leaving"_s, u"central"_s};
    return words.contains(preposition);
}

bool isPartisan(const QString &preposition)
{
    static const QSet<QString> words{u"with"_s,    u"against"_s, u"between"_s, u"by"_s,
                                     u"on"_s,      u"for"_s,     u"and"_s,     u"toward"_s,
                                     u"towards"_s, u"upon"_s,    u"versus"_s,  u"than"_s};
    return words.contains(preposition);
}

/// Verbs whose object is a place to be in.
bool isMotion(const QString &lemma)
{
    static const QSet<QString> verbs{u"visit"_s, u"leave"_s,    u"reach"_s, u"enter"_s,    u"hit"_s,
                                     u"bomb"_s,  u"shell"_s,    u"tour"_s,  u"flee"_s,     u"rock"_s,
                                     u"shake"_s, u"capture"_s,  u"take"_s,  u"approach"_s, u"strike"_s,
                                     u"seize"_s, u"surround"_s, u"quit"_s};
    return verbs.contains(lemma);
}

/// What is said, sent or owed "to Moscow": then the government is meant, else a journey's end.
bool addressesGovernment(const QString &lemma)
{
    static const QSet<QString> words{
        u"aid"_s,         u"ally"_s,        u"ambassador"_s,  u"answer"_s,     u"apologise"_s,
        u"apologize"_s,   u"apology"_s,     u"appeal"_s,      u"assistance"_s, u"assurance"_s,
        u"belong"_s,      u"blow"_s,        u"bow"_s,         u"cede"_s,       u"challenge"_s,
        u"close"_s,       u"commitment"_s,  u"complain"_s,    u"complaint"_s,  u"concession"_s,
        u"condolence"_s,  u"credit"_s,      u"demand"_s,      u"envoy"_s,      u"export"_s,
        u"extradite"_s,   u"extradition"_s, u"friendly"_s,    u"gesture"_s,    u"grant"_s,
        u"guarantee"_s,   u"hostile"_s,     u"invitation"_s,  u"letter"_s,     u"loan"_s,
        u"loyal"_s,       u"loyalty"_s,     u"message"_s,     u"note"_s,       u"object"_s,
        u"objection"_s,   u"offer"_s,       u"oppose"_s,      u"opposed"_s,    u"opposition"_s,
        u"overture"_s,    u"plea"_s,        u"pressure"_s,    u"proposal"_s,   u"protest"_s,
        u"reassurance"_s, u"rebuke"_s,      u"recognition"_s, u"reply"_s,      u"request"_s,
        u"respond"_s,     u"response"_s,    u"sale"_s,        u"sell"_s,       u"signal"_s,
        u"submit"_s,      u"subordinate"_s, u"supply"_s,      u"support"_s,    u"surrender"_s,
        u"sympathetic"_s, u"threat"_s,      u"tie"_s,         u"ultimatum"_s,  u"warning"_s,
        u"yield"_s};
    return words.contains(lemma);
}

/// What comes "from Moscow" when its government sends or says it: pressure, an apology; not a train.
bool comesFromGovernment(const QString &lemma)
{
    static const QSet<QString> words{
        u"aid"_s,        u"answer"_s,       u"apology"_s,     u"appeal"_s,      u"approval"_s,
        u"assurance"_s,  u"autonomous"_s,   u"autonomy"_s,    u"backing"_s,     u"complaint"_s,
        u"concession"_s, u"condemnation"_s, u"criticism"_s,   u"demand"_s,      u"guarantee"_s,
        u"hear"_s,       u"independence"_s, u"independent"_s, u"instruction"_s, u"invitation"_s,
        u"letter"_s,     u"message"_s,      u"note"_s,        u"offer"_s,       u"order"_s,
        u"permission"_s, u"pressure"_s,     u"protest"_s,     u"reaction"_s,    u"rebuke"_s,
        u"receive"_s,    u"reply"_s,        u"request"_s,     u"response"_s,    u"seek"_s,
        u"signal"_s,     u"support"_s,      u"threat"_s,      u"warning"_s,     u"win"_s};
    return words.contains(lemma);
}

/// "Moscow's mayor", "the Cairo talks": nouns that make the town a town.
bool isOfTown(const QString &lemma)
{
    static const QSet<QString> nouns{
        u"mayor"_s,         u"airport"_s,      u"street"_s,   u"suburb"_s,   u"outskirt"_s, u"centre"_s,
        u"center"_s,        u"district"_s,     u"hotel"_s,    u"hospital"_s, u"port"_s,     u"university"_s,
        u"resident"_s,      u"police"_s,       u"market"_s,   u"stadium"_s,  u"square"_s,   u"city"_s,
        u"neighbourhood"_s, u"neighborhood"_s, u"governor"_s, u"museum"_s};
    return nouns.contains(lemma);
}

/// The preposition that the seat stands under, the article and adjectives between passed over; empty for
/// none.
QString prepositionBefore(const ActorContext &context, int token)
{
    const auto &sentence =
        context.reading.annotation.document.sentences[size_t(context.reading.tree.sentenceOf(token))];
    int t = token - 1;
    while (t >= sentence.firstToken &&
           (context.word(t).upos == Upos::Det || context.word(t).upos == Upos::Adj))
        --t;
    if (t < sentence.firstToken)
        return {};
    const Upos upos = context.word(t).upos;
    return upos == Upos::Adp || upos == Upos::Sconj || upos == Upos::Adv || upos == Upos::Part
               ? lower(context, t)
               : QString();
}

/// The seat or state that this one is joined to by "and": "between Canberra and Washington". -1 for none.
int joinedBefore(const ActorContext &context, const Unit &seat)
{
    const int conjunction = seat.first - 1;
    if (conjunction < 1 || lower(context, conjunction) != "and"_L1)
        return -1;
    const int unit = context.units.at(conjunction - 1);
    const bool fits =
        unit >= 0 && (context.units[unit].is(Unit::Kind::Seat) || context.units[unit].is(Unit::Kind::State));
    return fits ? unit : -1;
}

bool isTown(const ActorContext &context, const Unit &seat)
{
    for (const Sense &sense :
         context.reading.knowledge.lookUp(seat.span.of(context.reading.annotation.document.text))) {
        if (sense.kind == Sense::Kind::Place)
            return true;
    }
    return false;
}

/// A seat before a noun: "the Belgrade authorities" are the state's, "the Cairo talks" are in Cairo.
bool qualifiesGovernment(const ActorContext &context, const Unit &seat)
{
    const int next = context.units.at(seat.end);
    if (next < 0 || !context.units[next].is(Unit::Kind::Title))
        return false;
    const knowledge::Title &title = context.reading.knowledge.title(context.units[next].sense);
    return title.official && title.role != "police"_L1 && title.role != "governor"_L1;
}

bool byTree(const ActorContext &context, int head)
{
    const language::Word &word = context.word(head);
    const QString governor = word.head >= 0 ? context.reading.annotation.lemma(word.head) : QString();
    switch (word.deprel) {
    case Deprel::Nsubj:
    case Deprel::NsubjPass:
    case Deprel::Iobj:
        return true;
    case Deprel::Obj:
        return !isMotion(governor);
    case Deprel::NmodPoss:
        return !isOfTown(governor);
    case Deprel::Conj:
        return word.head >= 0 && word.head != head && byTree(context, word.head);
    default:
        return false;
    }
}

/// Whether the word that a phrase hangs on fits, or the object beside it: "sent a warning to Moscow".
bool anyGovernor(const ActorContext &context, int head, bool (*fits)(const QString &lemma))
{
    const int governor = context.word(head).head;
    const int object = governor < 0 ? -1 : context.reading.tree.child(governor, {Deprel::Obj});
    return governor >= 0 &&
           (fits(context.reading.annotation.lemma(governor)) ||
            (object >= 0 && object < head && fits(context.reading.annotation.lemma(object))));
}

} // namespace

bool standsForGovernment(const ActorContext &context, const Unit &seat)
{
    const int head = context.headOf(seat.first, seat.end);
    if (context.inDateline(seat.first))
        return false;
    if (seat.within) // "pro-Moscow"
        return true;
    if (const int joined = joinedBefore(context, seat); joined >= 0)
        return context.units[joined].is(Unit::Kind::Seat)
                   ? standsForGovernment(context, context.units[joined])
                   : isPartisan(prepositionBefore(context, context.units[joined].first));
    const QString preposition = prepositionBefore(context, seat.first);
    if (!isTown(context, seat))
        return !isLocative(preposition) || preposition == "of"_L1 || preposition == "from"_L1;
    const int next = seat.end;
    if (next < int(context.reading.annotation.words.size()) && context.form(next) == u"-")
        return false; // "Vienna-based"
    if (qualifiesGovernment(context, seat))
        return true;
    if (context.word(head).deprel == Deprel::Compound && context.word(head).head > head)
        return false;
    if (preposition == "from"_L1)
        return anyGovernor(context, head, comesFromGovernment);
    if (isLocative(preposition))
        return false;
    if (isPartisan(preposition))
        return preposition != "for"_L1 || context.word(head).deprel != Deprel::Obl ||
               context.reading.annotation.lemma(context.word(head).head) != "leave"_L1;
    if (preposition == "to"_L1)
        return anyGovernor(context, head, addressesGovernment);
    return byTree(context, head);
}

} // namespace demarche::analysis
