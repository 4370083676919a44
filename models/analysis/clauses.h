#pragma once

#include "models/analysis/reading.h"

namespace demarche::analysis {

/// Who does what in a clause, read off the dependency tree: passives turned round, relative clauses,
/// participles, control and raising followed to the words that fill the places. All results are token
/// indices, or -1.
class Clauses
{
public:
    explicit Clauses(const Reading &reading)
        : m_reading(reading)
        , m_tree(reading.tree)
    {
    }

    /// Whether a verb stands in the passive ("was recalled", "the envoy recalled by").
    [[nodiscard]] bool passive(int verb) const;
    /// The one who acts: the subject, or a passive's agent.
    [[nodiscard]] int subject(int verb) const { return subject(verb, 0); }
    /// What is acted on: the object, or a passive's subject.
    [[nodiscard]] int object(int verb) const { return object(verb, 0); }
    /// The one who receives ("gave Chad aid"), also where the parser took him for the object.
    [[nodiscard]] int indirect(int verb) const;
    /// The subject as the grammar has it, active or passive.
    [[nodiscard]] int surfaceSubject(int verb) const { return surfaceSubject(verb, 0); }
    /// The noun of the first prepositional phrase with this preposition on the word or, since such phrases
    /// attach loosely, on its object or on another phrase of it.
    [[nodiscard]] int phrase(int word, QStringView preposition) const;
    /// The preposition of a noun's phrase in lower case ("with", "because of"); empty for none.
    [[nodiscard]] QString preposition(int noun) const;
    /// "who", "which" or "that": the noun the relative clause stands on; any other token as it is.
    [[nodiscard]] int antecedent(int token) const;
    /// "41 of its diplomats", "dozens of targets": the noun that a number or amount counts; else the word
    /// itself.
    [[nodiscard]] int counted(int token) const;
    /// A dependent of the word is "not", "never" or "no".
    [[nodiscard]] bool negated(int word) const;
    /// The verb in the form of an infinitive with "to".
    [[nodiscard]] bool infinitive(int verb) const;
    [[nodiscard]] bool isTag(int token, QLatin1StringView penn) const
    {
        return language::xposName(m_reading.annotation.word(token).xpos) == penn;
    }

private:
    static constexpr int deepest = 8; ///< a chain of control longer than this is a parser's error

    int subject(int verb, int depth) const;
    int object(int verb, int depth) const;
    int surfaceSubject(int verb, int depth) const;
    int inherited(int verb, int depth) const;
    int reasonFor(int verb) const;
    int overlookedSubject(int verb) const;
    int receiver(int verb) const;
    [[nodiscard]] bool gives(int verb) const;
    int agent(int verb) const;
    bool tellsWhere(int verb) const;
    int directPhrase(int word, QStringView preposition) const;
    int nestedPhrase(int word, QStringView preposition, int depth = 0) const;
    int nearbyPhrase(int word, QStringView preposition) const;
    int misplacedSubject(int verb) const;
    int misplacedObject(int verb) const;
    int bareObject(int verb) const;
    [[nodiscard]] bool isFinite(int verb) const;
    [[nodiscard]] bool isNominal(int token) const;
    [[nodiscard]] bool isNamed(int token) const;

    const Reading &m_reading;
    const language::Tree &m_tree;
};

} // namespace demarche::analysis
