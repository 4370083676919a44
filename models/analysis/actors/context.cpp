#include "models/analysis/actors/context.h"

#include "models/analysis/cuewords.h"

#include <QSet>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

int ActorContext::headOf(int first, int end) const
{
    for (int t = first; t < end; ++t) {
        const int head = word(t).head;
        if ((head < first || head >= end) && word(t).upos != Upos::Punct)
            return t;
    }
    return end - 1;
}

bool ActorContext::isSubject(int token) const
{
    const Deprel relation = word(token).deprel;
    return relation == Deprel::Nsubj || relation == Deprel::NsubjPass;
}

bool ActorContext::speaks(int token) const
{
    const auto &cues = CueWords::shipped();
    const int verb = word(token).head;
    if (!cues || verb < 0)
        return false;
    const bool says = cues->verb(reading.annotation.lemma(verb)).kind != CueWord::Kind::None;
    // Inverted ("said Cotti") the subject is often parsed as an object.
    return says && (isSubject(token) || (token == verb + 1 && word(token).deprel == Deprel::Obj));
}

QString onlyEmbassy(const ActorContext &context)
{
    QString found;
    for (int i = 0; i < int(context.units.all().size()); ++i) {
        const Unit &unit = context.units[i];
        if (!unit.is(Unit::Kind::Title) || context.reading.knowledge.title(unit.sense).role != "embassy"_L1)
            continue;
        const QString country = context.descriptions.headedBy(i).country;
        if (!found.isEmpty() && !country.isEmpty() && country != found)
            return {};
        if (!country.isEmpty())
            found = country;
    }
    return found;
}

bool isOfSetting(const QString &role)
{
    static const QSet<QString> others{u"ambassador"_s, u"envoy"_s,      u"diplomat"_s,         u"consul"_s,
                                      u"president"_s,  u"monarch"_s,    u"attache"_s,          u"delegate"_s,
                                      u"negotiator"_s, u"delegation"_s, u"charge d'affaires"_s};
    return !others.contains(role);
}

QString actorCode(const QString &country, const QString &organisationCode, const knowledge::Title *title)
{
    if (!organisationCode.isEmpty())
        return organisationCode;
    return country + (title ? title->code : QString());
}

} // namespace demarche::analysis
