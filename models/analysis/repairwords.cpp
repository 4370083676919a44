#include "models/analysis/repairwords.h"

#include "models/analysis/dates.h"

#include <QSet>

namespace demarche::analysis {

using namespace Qt::StringLiterals;

bool isTime(const QString &lemma)
{
    static const QSet<QString> words{u"today"_s,   u"yesterday"_s, u"tomorrow"_s, u"day"_s,
                                     u"week"_s,    u"month"_s,     u"year"_s,     u"night"_s,
                                     u"morning"_s, u"afternoon"_s, u"evening"_s,  u"weekend"_s};
    return isWeekdayName(lemma) || words.contains(lemma.toLower());
}

bool takesInfinitive(const QString &lemma)
{
    static const QSet<QString> verbs{
        u"agree"_s,  u"allow"_s,   u"appeal"_s,  u"ask"_s,      u"authorise"_s, u"authorize"_s,
        u"beg"_s,    u"call"_s,    u"command"_s, u"compel"_s,   u"encourage"_s, u"expect"_s,
        u"forbid"_s, u"force"_s,   u"help"_s,    u"implore"_s,  u"instruct"_s,  u"invite"_s,
        u"oblige"_s, u"order"_s,   u"permit"_s,  u"persuade"_s, u"press"_s,     u"pressure"_s,
        u"push"_s,   u"request"_s, u"require"_s, u"tell"_s,     u"urge"_s,      u"want"_s,
        u"warn"_s,   u"work"_s,    u"advise"_s,  u"convince"_s, u"enable"_s};
    return verbs.contains(lemma);
}

bool canAct(const QString &lemma)
{
    static const QSet<QString> nouns{u"government"_s,   u"minister"_s,     u"president"_s, u"diplomat"_s,
                                     u"ambassador"_s,   u"envoy"_s,        u"country"_s,   u"side"_s,
                                     u"party"_s,        u"leader"_s,       u"official"_s,  u"authority"_s,
                                     u"counterpart"_s,  u"troop"_s,        u"troops"_s,    u"force"_s,
                                     u"rebel"_s,        u"people"_s,       u"group"_s,     u"member"_s,
                                     u"state"_s,        u"nation"_s,       u"ally"_s,      u"partner"_s,
                                     u"parliament"_s,   u"council"_s,      u"community"_s, u"citizen"_s,
                                     u"company"_s,      u"worker"_s,       u"neighbour"_s, u"neighbor"_s,
                                     u"organisation"_s, u"organization"_s, u"observer"_s,  u"inspector"_s};
    return nouns.contains(lemma);
}

bool isOffice(const QString &lemma)
{
    static const QSet<QString> nouns{u"adviser"_s,   u"advisor"_s,    u"ambassador"_s, u"chairman"_s,
                                     u"chief"_s,     u"commander"_s,  u"director"_s,   u"envoy"_s,
                                     u"governor"_s,  u"head"_s,       u"leader"_s,     u"mayor"_s,
                                     u"minister"_s,  u"negotiator"_s, u"premier"_s,    u"president"_s,
                                     u"secretary"_s, u"speaker"_s,    u"spokesman"_s,  u"spokeswoman"_s};
    return nouns.contains(lemma);
}

} // namespace demarche::analysis
