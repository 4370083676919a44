#pragma once

#include "models/analysis/reading.h"

#include <QHash>

namespace demarche::analysis {

/// The actors of an article while they are found: each under a key that tells when two mentions mean the same
/// one.
class Cast
{
public:
    explicit Cast(Reading &reading)
        : m_reading(reading)
    {
    }

    /// The actor with that key, or -1.
    [[nodiscard]] ActorId find(const QString &key) const { return m_byKey.value(key, -1); }
    /// The actor with that key, made as given where there is none.
    ActorId get(const QString &key, const Actor &otherwise);
    /// Lets another key mean the actor too.
    void alias(const QString &key, ActorId actor) { m_byKey.insert(key, actor); }
    /// Adds a mention, headed at a token; one that already stands at the same place is left alone.
    void mention(ActorId actor, Span span, MentionForm form, int headToken);

    /// Lets a token stand for the actor without being a mention: the title before a name, the noun behind
    /// one.
    void stand(ActorId actor, int token);

    [[nodiscard]] Actor &operator[](ActorId actor) { return m_reading.analysis.actors[size_t(actor)]; }
    [[nodiscard]] const Actor &operator[](ActorId actor) const
    {
        return m_reading.analysis.actors[size_t(actor)];
    }
    [[nodiscard]] int size() const { return int(m_reading.analysis.actors.size()); }
    [[nodiscard]] Reading &reading() { return m_reading; }

private:
    Reading &m_reading;
    QHash<QString, ActorId> m_byKey;
};

} // namespace demarche::analysis
