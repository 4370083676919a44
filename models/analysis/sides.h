#pragma once

#include "models/analysis/matcher.h"
#include "models/analysis/standing.h"

namespace demarche::analysis {

/// Deeds that, promised, are threats: shows of force, coercion, violence.
[[nodiscard]] bool isForceful(QStringView root);

/// Settles between whom a deed is, of all whom the words name.
class Sides
{
public:
    Sides(const Reading &reading, const knowledge::Patterns &patterns, const Parties &parties,
          const Standings &standings)
        : m_reading(reading)
        , m_patterns(patterns)
        , m_parties(parties)
        , m_standings(standings)
        , m_contests(patterns.words(QStringLiteral("contests")))
        , m_sports(patterns.words(QStringLiteral("sports")))
    {
    }

    /// Drops those who cannot be parties to a political act; false where a side is left empty that has to be
    /// named.
    [[nodiscard]] bool settle(Match &match, const QString &code) const;

    /// "Peru beat Chile 3-0": what teams do to one another.
    [[nodiscard]] bool isContest(int trigger) const;

private:
    [[nodiscard]] bool stands(ActorId) const;
    [[nodiscard]] std::vector<ActorId> blamedAtHome(const Match &) const;
    [[nodiscard]] std::vector<ActorId> othersJoined(Match &) const;
    [[nodiscard]] bool standsAlone(const Match &) const;
    [[nodiscard]] bool isPublic(const Match &) const;
    [[nodiscard]] bool isOfPublics(const Match &) const;
    [[nodiscard]] bool isOfPolitics(const std::vector<ActorId> &side) const;
    [[nodiscard]] bool blamesDeed(const Match &) const;
    [[nodiscard]] std::vector<ActorId> bystanders(const Match &) const;

    const Reading &m_reading;
    const knowledge::Patterns &m_patterns;
    const Parties &m_parties;
    const Standings &m_standings;
    const knowledge::WordSet &m_contests; ///< what armies and teams do: "beat"
    const knowledge::WordSet &m_sports;
};

} // namespace demarche::analysis
