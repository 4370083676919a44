#include "models/analysis/matcher.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using knowledge::Condition;
using knowledge::Pattern;
using knowledge::Role;
using language::Deprel;
using language::Upos;

namespace {

constexpr int nearReach = 12; ///< tokens over which a word is looked for as the words stand

} // namespace

Matcher::Matcher(const Reading &reading, const knowledge::Patterns &patterns, const Parties &parties)
    : m_reading(reading)
    , m_patterns(patterns)
    , m_parties(parties)
    , m_clauses(reading)
    , m_perform(patterns.words(u"perform"_s))
    , m_measures(patterns.words(u"measures"_s))
    , m_means(patterns.words(u"means"_s))
    , m_attacks(patterns.words(u"attacks"_s))
    , m_dealings(patterns.words(u"dealings"_s))
{
}

/// "a round of talks": the word that counts stands for the one counted.
int Matcher::counted(int noun) const
{
    // "expressed its rejection and condemnation": joined nouns share what carries the first
    if (const int first = m_reading.tree.head(noun); first >= 0 && first < noun &&
                                                     m_reading.annotation.word(noun).deprel == Deprel::Conj &&
                                                     m_reading.annotation.word(first).upos == Upos::Noun)
        noun = first;
    for (int above = m_reading.tree.head(noun);
         above >= 0 && m_reading.annotation.word(noun).deprel == Deprel::Nmod &&
         m_measures.contains(m_reading.annotation.lemma(above));
         above = m_reading.tree.head(noun))
        noun = above;
    return noun;
}

int Matcher::carrier(int trigger) const
{
    const int noun = counted(trigger);
    const int above = m_reading.tree.head(noun);
    const auto &word = m_reading.annotation.word(noun);
    // "has been in talks with": the noun is the predicate itself
    if (m_reading.tree.child(noun, {Deprel::Cop}) >= 0 && m_reading.tree.child(noun, {Deprel::Case}) >= 0)
        return noun;
    if (above < 0 || m_reading.annotation.word(above).upos != Upos::Verb)
        return -1;
    if (word.deprel == Deprel::Obj || word.deprel == Deprel::NsubjPass)
        return m_perform.contains(m_reading.annotation.lemma(above)) ? above : -1;
    if (word.deprel == Deprel::Obl) {
        const QString preposition = m_clauses.preposition(noun);
        const bool shared = preposition == u"for" || preposition == u"after" || preposition == u"in" ||
                            preposition == u"from" || preposition == u"on" || preposition == u"during" ||
                            preposition == u"at" || preposition == u"following";
        return shared ? above : -1;
    }
    return -1;
}

int Matcher::phrase(int trigger, const QStringList &prepositions) const
{
    for (const QString &preposition : prepositions) {
        if (const int found = m_clauses.phrase(trigger, preposition); found >= 0)
            return found;
    }
    if (m_reading.annotation.word(trigger).upos != Upos::Noun)
        return -1;
    // Phrases of a noun may hang on the word that counts it or on the verb that carries it
    const int noun = counted(trigger);
    const int verb = carrier(trigger);
    for (const QString &preposition : prepositions) {
        if (noun != trigger) {
            if (const int found = m_clauses.phrase(noun, preposition); found >= 0 && found != trigger)
                return found;
        }
        if (verb >= 0 && verb != noun) {
            if (const int found = m_clauses.phrase(verb, preposition); found >= 0 && found != noun)
                return found;
        }
    }
    return -1;
}

bool Matcher::allowed(const Condition &condition, int token, Tokens &consumed) const
{
    if (condition.words < 0)
        return true;
    const knowledge::WordSet &words = m_patterns.set(condition.words);
    if (m_measures.contains(m_reading.annotation.lemma(token)) &&
        !words.contains(m_reading.annotation.lemma(token))) {
        if (const int of = m_clauses.phrase(token, u"of"); of >= 0)
            token = of; // "a new round of talks"
    }
    for (const int joined : m_reading.tree.conjuncts(m_clauses.counted(token))) {
        const QString &lemma = m_reading.annotation.lemma(joined);
        const bool name = m_reading.annotation.word(joined).upos == Upos::Propn; // "the World Court"
        if (words.contains(lemma) || (name && words.contains(lemma.toLower()))) {
            consumed.push_back(joined);
            return true;
        }
    }
    return false;
}

bool Matcher::anyChild(int trigger, std::initializer_list<Deprel> relations, int words,
                       Tokens &consumed) const
{
    return std::ranges::any_of(m_reading.tree.children(trigger), [&](int c) {
        if (std::ranges::find(relations, m_reading.annotation.word(c).deprel) == relations.end())
            return false;
        if (words < 0)
            return true;
        const bool listed = m_patterns.set(words).contains(m_reading.annotation.lemma(c));
        if (listed)
            consumed.push_back(c);
        return listed;
    });
}

/// A word of the set follows the trigger in its sentence, before any other verb.
bool Matcher::near(const Condition &condition, int trigger) const
{
    const auto &annotation = m_reading.annotation;
    const int end = annotation.document.sentences[size_t(m_reading.tree.sentenceOf(trigger))].endToken;
    for (int t = trigger + 1; t < std::min(end, trigger + 1 + nearReach); ++t) {
        if (condition.words >= 0 && m_patterns.set(condition.words).contains(annotation.lemma(t).toLower()))
            return true;
        if (annotation.word(t).upos == Upos::Verb)
            return false;
    }
    return false;
}

bool Matcher::isObject(int trigger, std::initializer_list<ActorKind> kinds) const
{
    const int object = m_clauses.object(trigger);
    const ActorId actor = object < 0 ? -1 : m_parties.self(object);
    return actor >= 0 &&
           std::ranges::find(kinds, m_reading.analysis.actors[size_t(actor)].kind) != kinds.end();
}

int Matcher::place(const Condition &condition, int trigger) const
{
    switch (condition.where) {
    case Condition::Where::Subject:
        return m_clauses.subject(trigger);
    case Condition::Where::Object:
        return m_clauses.object(trigger);
    case Condition::Where::Indirect:
        return m_clauses.indirect(trigger);
    case Condition::Where::Phrase:
        return phrase(trigger, condition.prepositions);
    case Condition::Where::Governor:
        return m_reading.tree.head(counted(trigger));
    default:
        return -1;
    }
}

bool Matcher::holds(const Condition &condition, int trigger, Tokens &consumed) const
{
    using Where = Condition::Where;
    Tokens words;
    bool met = false;
    switch (condition.where) {
    case Where::Complement:
        met = anyChild(trigger, {Deprel::Ccomp, Deprel::Xcomp, Deprel::Advcl}, condition.words, words) ||
              (m_clauses.passive(trigger) && anyChild(trigger, {Deprel::Obj}, condition.words, words));
        break;
    case Where::Particle:
        met = anyChild(trigger, {Deprel::CompoundPrt, Deprel::Advmod}, condition.words, words);
        break;
    case Where::Modifier:
        met = anyChild(trigger, {Deprel::Amod, Deprel::Compound}, condition.words, words);
        break;
    case Where::ObjectsOwn: {
        const int object = m_clauses.object(trigger);
        met = object >= 0 && anyChild(object, {Deprel::Amod, Deprel::Compound}, condition.words, words);
        break;
    }
    case Where::Passive:
        met = m_clauses.passive(trigger);
        break;
    case Where::Infinitive: {
        const int inner = purpose(trigger);
        met = inner >= 0 && allowed(condition, inner, words);
        break;
    }
    case Where::Near:
        met = near(condition, trigger);
        break;
    case Where::Place:
        met = isObject(trigger, {ActorKind::Place, ActorKind::Country});
        break;
    case Where::Person:
        met = isObject(trigger, {ActorKind::Person});
        break;
    default: {
        const int at = place(condition, trigger);
        met = at >= 0 && allowed(condition, at, words);
    }
    }
    if (met && !condition.forbidden)
        consumed.insert(consumed.end(), words.begin(), words.end());
    return met != condition.forbidden;
}

std::optional<Match> Matcher::match(int token) const
{
    const auto *patterns =
        m_patterns.find(m_reading.annotation.lemma(token), m_reading.annotation.word(token).upos);
    if (!patterns)
        return std::nullopt;
    std::optional<Match> best; // the first that fits, unless a later one finds a target where it finds none
    for (const Pattern &pattern : *patterns) {
        if (best && (best->pattern->code == u"010" || pattern.code == u"010"))
            continue;
        Match made;
        made.trigger = token;
        made.pattern = &pattern;
        const bool fits = std::ranges::all_of(
            pattern.conditions, [&](const Condition &c) { return holds(c, token, made.consumed); });
        if (!fits)
            continue;
        const bool filled = fill(pattern, made);
        if (!filled && !best)
            return std::nullopt;
        if (filled && (!best || facesTarget(made)))
            best = std::move(made);
        if (best && (facesTarget(*best) || best->pattern->code == u"010"))
            break;
    }
    return best;
}

} // namespace demarche::analysis
