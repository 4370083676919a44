#include "models/analysis/actors/cast.h"

namespace demarche::analysis {

ActorId Cast::get(const QString &key, const Actor &otherwise)
{
    const auto known = m_byKey.constFind(key);
    if (known != m_byKey.constEnd())
        return *known;
    m_reading.analysis.actors.push_back(otherwise);
    const ActorId made = size() - 1;
    m_byKey.insert(key, made);
    return made;
}

void Cast::mention(ActorId actor, Span span, MentionForm form, int headToken)
{
    if (m_reading.actorAt[size_t(headToken)] >= 0)
        return;
    m_reading.actorAt[size_t(headToken)] = actor;
    (*this)[actor].mentions.push_back({span, form, headToken});
}

void Cast::stand(ActorId actor, int token)
{
    if (m_reading.actorAt[size_t(token)] < 0)
        m_reading.actorAt[size_t(token)] = actor;
}

} // namespace demarche::analysis
