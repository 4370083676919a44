#include "models/analysis/references/bearers.h"

#include <QSet>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using knowledge::Gender;

namespace {

/// Nouns in a name or description that tell the gender.
Gender toldBy(const QString &words)
{
    static const QSet<QString> female{u"queen"_s, u"princess"_s, u"mrs"_s,   u"ms"_s,
                                      u"miss"_s,  u"mother"_s,   u"wife"_s,  u"daughter"_s,
                                      u"lady"_s,  u"sister"_s,   u"widow"_s, u"woman"_s};
    static const QSet<QString> male{u"king"_s,   u"prince"_s,   u"mr"_s,      u"father"_s, u"husband"_s,
                                    u"son"_s,    u"emir"_s,     u"pope"_s,    u"sultan"_s, u"emperor"_s,
                                    u"sheikh"_s, u"cardinal"_s, u"brother"_s, u"man"_s};
    for (const QString &word : words.toLower().split(u' ', Qt::SkipEmptyParts)) {
        if (female.contains(word) || word.endsWith("woman"_L1))
            return Gender::Female;
        if (male.contains(word) || (word.endsWith("man"_L1) && word != "german"_L1 && word != "ottoman"_L1))
            return Gender::Male;
    }
    return Gender::Unknown;
}

} // namespace

Bearers::Bearers(const Reading &reading)
    : m_reading(reading)
{
    for (const Actor &actor : reading.analysis.actors)
        m_genders.push_back(actor.kind == ActorKind::Person ? genderOf(actor) : Gender::Unknown);
}

Gender Bearers::genderOf(const Actor &actor) const
{
    for (const knowledge::Sense &sense : m_reading.knowledge.lookUp(actor.name)) {
        if (sense.kind == knowledge::Sense::Kind::Person)
            return m_reading.knowledge.person(sense).gender;
    }
    const auto &text = m_reading.annotation.document.text;
    for (const Mention &mention : actor.mentions) {
        const Gender told =
            mention.form == MentionForm::Nominal ? toldBy(mention.span.of(text).toString()) : Gender::Unknown;
        if (told != Gender::Unknown)
            return told;
    }
    if (const Gender told = toldBy(actor.role); told == Gender::Female) // "spokesman" is often said of either
        return told;
    const bool named = !actor.mentions.empty() && actor.mentions.front().form == MentionForm::Name;
    return named ? m_reading.knowledge.genderOfGivenName(actor.name.section(u' ', 0, 0)) : Gender::Unknown;
}

Fits Bearers::he(ActorId id) const
{
    if (m_reading.analysis.actors[size_t(id)].kind != ActorKind::Person ||
        m_genders[size_t(id)] == Gender::Female)
        return Fits::No;
    return m_genders[size_t(id)] == Gender::Male ? Fits::Yes : Fits::Perhaps;
}

Fits Bearers::she(ActorId id) const
{
    if (m_reading.analysis.actors[size_t(id)].kind != ActorKind::Person ||
        m_genders[size_t(id)] == Gender::Male)
        return Fits::No;
    return m_genders[size_t(id)] == Gender::Female ? Fits::Yes : Fits::Perhaps;
}

Fits Bearers::it(ActorId id) const
{
    switch (m_reading.analysis.actors[size_t(id)].kind) {
    case ActorKind::Country:
    case ActorKind::Organization:
        return Fits::Yes;
    case ActorKind::Group: {
        // "Hamas" is one, "rebels" are many.
        const auto &mentions = m_reading.analysis.actors[size_t(id)].mentions;
        return !mentions.empty() && mentions.front().form == MentionForm::Name ? Fits::Yes : Fits::No;
    }
    default:
        return Fits::No;
    }
}

Fits Bearers::they(ActorId id) const
{
    switch (m_reading.analysis.actors[size_t(id)].kind) {
    case ActorKind::Group:
        return Fits::Yes;
    case ActorKind::Organization:
        return Fits::Perhaps;
    default:
        return Fits::No;
    }
}

} // namespace demarche::analysis
