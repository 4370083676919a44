#pragma once

#include "models/knowledge/cameo.h"
#include "models/language/annotation.h"

#include <QSet>

#include <memory>
#include <optional>

namespace demarche::knowledge {

/// A set of lemmas that patterns share, or that one pattern lists.
using WordSet = QSet<QString>;

/// What must, or must not, stand beside a trigger for its pattern to fit.
struct Condition
{
    enum class Where : std::uint8_t {
        Subject,    ///< subj
        Object,     ///< obj
        Indirect,   ///< iobj
        Phrase,     ///< @with: a prepositional phrase
        Complement, ///< comp: a clause, by its verb
        Particle,   ///< prt: "break off"; also an adverb ("call back")
        Modifier,   ///< mod: an adjective or noun before the trigger
        ObjectsOwn, ///< objmod: the same before the object
        Governor,   ///< gov: the verb that the trigger is an argument of
        Passive,    ///< passive: the trigger is a verb in the passive
        Infinitive, ///< inf: an infinitive with "to" below it, by its verb
        Near,       ///< near: a word that follows before the next verb, wherever the parser hung it
        Place,      ///< place: the object is a place or a state
        Person      ///< person: the object is a person
    };
    Where where = Where::Object;
    bool forbidden = false;
    QStringList prepositions; ///< of a Phrase: any of them
    int words = -1;           ///< index into the sets; -1 for any word
};

/// Where a party to the action stands.
struct Role
{
    enum class Where : std::uint8_t {
        Subject,   ///< subj: the one who acts
        Object,    ///< obj: the one acted on
        Indirect,  ///< iobj
        Phrase,    ///< @on
        Owner,     ///< own: whose the trigger noun is ("Israel's attacks", "Polish proposals")
        Performer, ///< gov: the subject of "hold", "launch", "be in" … of which the trigger noun is an
                   ///< argument
        Governor,  ///< head: the subject of whatever verb governs the trigger noun ("rejected Greek demands")
        Each,      ///< each: the subject's other members ("A and B met"); joined owners of a noun likewise
        Inner,     ///< inner: the object of the complement ("asked Z to help B": B)
        InnerSubject, ///< innersubj: the complement's subject
        Next          ///< next: the first actor named after the trigger, before another verb
    };
    Where where = Where::Subject;
    QStringList prepositions;
    bool owner = false; ///< ~: the owner of whatever stands there will do ("condemned Israel's attacks")
};

/// One row of a pattern table, compiled.
struct Pattern
{
    std::vector<Condition> conditions;
    std::vector<Role> source; ///< the first place that names an actor counts
    std::vector<Role> target;
    QString code;
    int line = 0; ///< in its table, for messages

    /// Whether "of" after the trigger names the one acted on ("the invasion of Kuwait"), not its owner.
    bool takesOf = false;
};

/// The verbs, nouns and adjectives that name actions, indexed by lemma, and the word classes that they use.
/// Immutable once loaded. How the tables are written stands in this folder's README.md.
class Patterns
{
public:
    struct Tables
    {
        const Table &words; ///< word classes
        const Table &verbs;
        const Table &nouns;
        const Table &adjectives;
        const Table &turns; ///< what becomes of an action that is promised, threatened, refused …
    };
    /// Any class, code or place that is not known is a Problem that names table and line.
    [[nodiscard]] static Result<Patterns> load(const Tables &tables, const Cameo &cameo);
    /// The shipped tables, loaded once for the process.
    [[nodiscard]] static const Result<Patterns> &shipped();

    [[nodiscard]] static std::span<const Column> wordColumns();
    [[nodiscard]] static std::span<const Column> patternColumns();
    [[nodiscard]] static std::span<const Column> turnColumns();

    /// The patterns of a lemma in this use, most demanding first; nullptr for none.
    [[nodiscard]] const std::vector<Pattern> *find(const QString &lemma, language::Upos) const;
    /// A word class by its name; an empty set for an unknown one. Valid as long as the patterns are.
    [[nodiscard]] const WordSet &words(const QString &wordClass) const;
    [[nodiscard]] const WordSet &set(int index) const { return m_sets[size_t(index)]; }

    /// What an embedding word makes of an action.
    enum class Turn : std::uint8_t { Intent, Threat, Refusal, Appeal, Demand };
    /// The code that an action of this code becomes ("will visit": 042 → 036); empty where it stays.
    [[nodiscard]] QString turned(const QString &code, Turn) const;
    [[nodiscard]] int size() const { return m_size; }

private:
    friend class PatternCompiler;
    using Index = QHash<QString, std::vector<Pattern>>;

    std::vector<WordSet> m_sets;
    QHash<QString, int> m_classes;
    Index m_verbs;
    Index m_nouns;
    Index m_adjectives;
    QHash<QString, QStringList> m_turns; ///< by root
    int m_size = 0;
};

} // namespace demarche::knowledge
