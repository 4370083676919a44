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

constexpr int nearReach = 12; ///< tokens over which a word or party is looked for as the words stand

} // namespace

Matcher::Matcher(const Reading &reading, const knowledge::Patterns &patterns, const Parties &parties)
    : m_reading(reading)
    , m_patterns(patterns)
    , m_parties(parties)
    , m_clauses(reading)
    , m_perform(patterns.words(u"perform"_s))
    , m_measures(patterns.words(u"measures"_s))
{
}

/// "a round of talks": the word that counts stands for the one counted.
int Matcher::counted(int noun) const
{
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
    for (const int joined : m_reading.tree.conjuncts(m_clauses.counted(token))) {
        if (words.contains(m_reading.annotation.lemma(joined))) {
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
    default: {
        const int at = place(condition, trigger);
        met = at >= 0 && allowed(condition, at, words);
    }
    }
    if (met && !condition.forbidden)
        consumed.insert(consumed.end(), words.begin(), words.end());
    return met != condition.forbidden;
}

int Matcher::token(const Role &role, int trigger) const
{
    switch (role.where) {
    case Role::Where::Subject:
        return m_clauses.subject(trigger);
    case Role::Where::Object:
        return m_clauses.object(trigger);
    case Role::Where::Indirect:
        return m_clauses.indirect(trigger);
    case Role::Where::Phrase:
        return phrase(trigger, role.prepositions);
    case Role::Where::Performer: {
        const int verb = carrier(trigger);
        return verb < 0 ? -1 : m_clauses.subject(verb);
    }
    case Role::Where::Governor: {
        const int verb = m_reading.tree.head(counted(trigger));
        return verb < 0 ? -1 : m_clauses.subject(verb);
    }
    case Role::Where::Inner:
    case Role::Where::InnerSubject: {
        int inner = m_reading.tree.child(trigger, {Deprel::Ccomp, Deprel::Xcomp, Deprel::Acl});
        if (inner < 0)
            inner = purpose(trigger);
        if (inner < 0)
            return -1;
        if (const int further = purpose(inner); further >= 0 && m_clauses.object(inner) == trigger)
            inner = further; // "the embargo imposed to punish Belgrade"
        return role.where == Role::Where::Inner ? m_clauses.object(inner) : m_clauses.surfaceSubject(inner);
    }
    case Role::Where::Owner:
    case Role::Where::Each:
    case Role::Where::Next:
        break;
    }
    return -1;
}

/// "… to punish Belgrade": the infinitive of purpose below a word, or -1.
int Matcher::purpose(int word) const
{
    for (const int c : m_reading.tree.children(word)) {
        const Deprel relation = m_reading.annotation.word(c).deprel;
        if ((relation == Deprel::Advcl || relation == Deprel::Xcomp || relation == Deprel::Acl) &&
            m_clauses.infinitive(c))
            return c;
    }
    return -1;
}

/// "A, and his counterpart B": the actor before the "and" that the tree did not join with the one after it,
/// and that one.
std::vector<ActorId> Matcher::joinedBefore(int token) const
{
    constexpr int reach = 8;
    const ActorId after = token < 0 ? -1 : m_parties.self(token);
    if (after < 0)
        return {};
    const int first =
        m_reading.annotation.document.sentences[size_t(m_reading.tree.sentenceOf(token))].firstToken;
    bool joined = false;
    for (int t = token - 1; t >= std::max(first, token - reach); --t) {
        const Upos kind = m_reading.annotation.word(t).upos;
        if (kind == Upos::Verb || kind == Upos::Aux || (kind == Upos::Punct && !joined))
            return {};
        joined = joined || (kind == Upos::Cconj && m_reading.annotation.lemma(t) == u"and");
        const ActorId before = joined ? m_parties.self(t) : -1;
        if (before >= 0)
            return m_parties.opposed(before, after) ? std::vector{before, after} : std::vector<ActorId>();
    }
    return {};
}

/// All the actors joined in the place of the subject, or of a noun's owner, but for the first.
std::vector<ActorId> Matcher::each(int trigger) const
{
    std::vector<ActorId> joined;
    if (m_reading.annotation.word(trigger).upos == Upos::Noun) {
        const int between = phrase(trigger, {u"between"_s, u"among"_s});
        const int verb = carrier(trigger);
        joined = m_parties.at(between, Parties::Reach::Owner);
        if (joined.size() < 2)
            joined = m_parties.owners(trigger);
        if (joined.size() < 2 && verb >= 0)
            joined = m_parties.at(m_clauses.subject(verb), Parties::Reach::Self);
    } else {
        const int between = phrase(trigger, {u"between"_s});
        joined =
            m_parties.at(m_clauses.passive(trigger) ? m_clauses.object(trigger) : m_clauses.subject(trigger),
                         Parties::Reach::Self);
        if (joined.size() < 2 && between >= 0)
            joined = m_parties.at(between, Parties::Reach::Owner);
    }
    if (joined.size() < 2)
        joined = m_parties.bothBefore(m_clauses.surfaceSubject(trigger));
    if (joined.size() < 2)
        joined = joinedBefore(m_clauses.surfaceSubject(trigger));
    if (joined.size() < 2)
        return {};
    joined.erase(joined.begin());
    return joined;
}

std::vector<ActorId> Matcher::party(const Pattern &pattern, const Role &role, int trigger) const
{
    if (role.where == Role::Where::Owner)
        return pattern.takesOf ? m_parties.doers(trigger) : m_parties.owners(trigger);
    if (role.where == Role::Where::Each)
        return each(trigger);
    auto found =
        m_parties.at(token(role, trigger), role.owner ? Parties::Reach::Owner : Parties::Reach::Self);
    if (role.where == Role::Where::Next)
        return m_parties.next(trigger, nearReach);
    if (role.where == Role::Where::Subject) {
        // "a meeting of the Council, which had demanded": the noun right before the pronoun
        const int pronoun = m_reading.tree.child(trigger, {Deprel::Nsubj});
        if (found.empty() && pronoun >= 2 && m_clauses.antecedent(pronoun) != pronoun) {
            const bool comma = m_reading.annotation.word(pronoun - 1).upos == Upos::Punct;
            found = m_parties.at(pronoun - (comma ? 2 : 1), Parties::Reach::Self);
        }
        // "joined Turkey in condemning": the one joined condemns too
        const auto &word = m_reading.annotation.word(trigger);
        const bool under = word.deprel == Deprel::Advcl || word.deprel == Deprel::Xcomp;
        if (under && word.head >= 0 && m_reading.annotation.lemma(word.head) == u"join") {
            for (const ActorId actor : m_parties.at(m_clauses.object(word.head), Parties::Reach::Self)) {
                if (std::ranges::find(found, actor) == found.end())
                    found.push_back(actor);
            }
        }
    }
    return found;
}

bool Matcher::fill(const Pattern &pattern, Match &match) const
{
    // Where the first place names only the acting side itself ("its own envoys"), a later one may name the
    // other
    const auto own = [&](const std::vector<ActorId> &found) {
        return std::ranges::all_of(found, [&](ActorId a) {
            return std::ranges::any_of(match.source, [&](ActorId s) { return !m_parties.opposed(s, a); });
        });
    };
    const auto first = [&](const std::vector<Role> &roles) {
        std::pair<std::vector<ActorId>, Role::Where> chosen({}, Role::Where::Subject);
        for (const Role &role : roles) {
            auto found = party(pattern, role, match.trigger);
            const bool other = role.where == Role::Where::Each || match.source.empty() || !own(found);
            if (!found.empty() && (chosen.first.empty() || other))
                chosen = {std::move(found), role.where};
            if (!chosen.first.empty() && other)
                break;
        }
        return chosen;
    };
    match.source = first(pattern.source).first;
    if (match.source.size() < 2) {
        // "the two countries will sign": no actor of its own
        if (auto both = m_parties.bothBefore(m_clauses.surfaceSubject(match.trigger)); both.size() == 2)
            match.source = std::move(both);
    }
    auto [target, where] = first(pattern.target);
    match.target = std::move(target);
    if (where == Role::Where::Each && !match.target.empty()) {
        // the first of those joined acts, the others are its counterparts; what stood as source may be all of
        // them
        std::erase_if(match.source,
                      [&](ActorId a) { return std::ranges::find(match.target, a) != match.target.end(); });
        if (match.source.size() > 1)
            match.source.erase(match.source.begin() + 1, match.source.end());
    }
    // "talks between A and B": both stand in one phrase
    if (match.source == match.target && match.source.size() > 1) {
        match.source.erase(match.source.begin() + 1, match.source.end());
        match.target.erase(match.target.begin());
    }
    return !match.source.empty();
}

std::vector<ActorId> Matcher::followers(int verb) const
{
    const QString &lemma = m_reading.annotation.lemma(verb);
    const int object = m_clauses.object(verb);
    if (object < 0)
        return {};
    const QString &what = m_reading.annotation.lemma(object);
    const bool same = m_reading.tree.child(object, Deprel::Amod, u"same") >= 0;
    const bool follows = (lemma == u"follow" && what == u"suit") ||
                         (lemma == u"do" && (what == u"same" || what == u"likewise")) ||
                         ((lemma == u"make" || lemma == u"take") && same);
    return follows ? m_parties.at(m_clauses.subject(verb), Parties::Reach::Self) : std::vector<ActorId>();
}

std::optional<Match> Matcher::match(int token) const
{
    const auto &word = m_reading.annotation.word(token);
    const auto *patterns = m_patterns.find(word.lemma, word.upos);
    if (!patterns)
        return std::nullopt;
    for (const Pattern &pattern : *patterns) {
        Match made;
        made.trigger = token;
        made.pattern = &pattern;
        const bool fits = std::ranges::all_of(
            pattern.conditions, [&](const Condition &c) { return holds(c, token, made.consumed); });
        if (!fits)
            continue;
        return fill(pattern, made) ? std::optional(std::move(made)) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace demarche::analysis
