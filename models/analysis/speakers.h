#pragma once

#include "models/analysis/cuewords.h"
#include "models/analysis/reading.h"
#include "models/analysis/references/bearers.h"

#include <vector>

namespace demarche::analysis {

/// Who is meant by the token that heads a cue's source. Whoever is quoted without being an actor yet becomes
/// one, named or not ("a senior official"), with the mention that made it known.
class Speakers
{
public:
    Speakers(Reading &reading, const CueWords &words);

    /// The actor, or -1 where none can be told (an unresolved pronoun, no token).
    [[nodiscard]] ActorId of(int token);
    /// Remembers who spoke last, and at which token: "he said" with nobody else in sight goes on with that
    /// person.
    void spoke(ActorId actor, int token);

private:
    /// The words that name an unknown speaker: tokens [firstToken, endToken), and their name without the
    /// article.
    struct Phrase
    {
        int firstToken = 0;
        int endToken = 0;
        QString name;
        QString country; ///< of an actor in it: "Israeli officials"
        bool definite = false;
    };

    [[nodiscard]] const language::Word &word(int token) const { return m_reading.annotation.word(token); }
    [[nodiscard]] int antecedent(int token) const;
    [[nodiscard]] ActorId jointBefore(int pronoun) const;
    [[nodiscard]] ActorId known(int token) const;
    [[nodiscard]] ActorId pronoun(int token);
    [[nodiscard]] bool goesOn(int pronoun, ActorId actor) const;
    [[nodiscard]] bool isNewcomer(ActorId person) const;
    [[nodiscard]] bool agrees(int pronoun, ActorId person) const;
    void refer(int pronoun, ActorId from, ActorId to);
    [[nodiscard]] int governingPlural(int pronoun) const;
    [[nodiscard]] ActorId owner(int token) const;
    [[nodiscard]] ActorId nominal(int token);
    [[nodiscard]] ActorKind kindOf(int token) const;
    [[nodiscard]] ActorId belongsTo(int token) const;
    [[nodiscard]] Phrase phraseOf(int token) const;
    [[nodiscard]] const language::Name *nameAt(int token) const; ///< null for none
    void mention(ActorId actor, const Phrase &phrase, int token, MentionForm form);

    Reading &m_reading;
    const CueWords &m_words;
    std::vector<ActorId> m_covering; ///< for each token the actor whose name covers it, or -1
    ActorId m_last = -1;             ///< of those who spoke
    ActorId m_lastPerson = -1;
    int m_lastPersonAt = -1; ///< token by which that person was named when he spoke
    Bearers m_bearers;       ///< of the actors that were there before anybody spoke
    int m_bearersKnown = 0;
    ActorId m_lastBody = -1;
    ActorId m_lastGroup = -1;
    std::vector<std::pair<QString, ActorId>> m_nominals; ///< lemma of the head noun of each nominal made here
};

} // namespace demarche::analysis
