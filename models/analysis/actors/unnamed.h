#pragma once

#include "models/analysis/actors/context.h"

namespace demarche::analysis {

/// Finds actors that are described, not named: "the Chilean president", "the foreign ministry", "separatist
/// rebels".
class UnnamedFinder
{
public:
    explicit UnnamedFinder(ActorContext &context)
        : m_context(context)
    {
    }

    void run();

private:
    void addBody(const Description &);
    bool addMission(const Description &);
    void addGroup(const Description &);
    void addOne(const Description &);
    bool addPredicate(const Description &);

    [[nodiscard]] bool isQualifier(const Description &) const;
    [[nodiscard]] QString possessorCountry(const Description &) const;
    [[nodiscard]] ActorId possessor(const Description &) const;
    [[nodiscard]] QString countryHere(const Description &) const;
    [[nodiscard]] bool bearsTitle(const Actor &, const QString &role) const;
    [[nodiscard]] bool isBeforeVerb(int token) const;
    [[nodiscard]] ActorId named(const Description &) const;
    [[nodiscard]] ActorId headNamed(const QString &country) const;
    [[nodiscard]] ActorId holder(const Description &, const QString &country);
    [[nodiscard]] QString nameOf(const Description &, const QString &country) const;
    void mention(ActorId, const Description &);

    ActorContext &m_context;
    QHash<QString, ActorId> m_lastByHead; ///< role or head noun to the actor last described so
};

} // namespace demarche::analysis
