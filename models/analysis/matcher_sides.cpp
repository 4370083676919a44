// Whom a fitting pattern names: the sides of an action.
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

constexpr int nearReach = 12; ///< tokens over which a party is looked for as the words stand

/// Deeds that only those in power over a place do there.
bool takesAuthority(const Pattern &pattern)
{
    return pattern.code.startsWith(u"173") || pattern.code.startsWith(u"115") ||
           pattern.code.startsWith(u"116");
}

/// Deeds that fall on people and places: whoever is helped, held, harmed or fought.
bool fallsOnPlaces(const Pattern &pattern)
{
    const QStringView root = QStringView(pattern.code).left(2);
    return root == u"07" || (root >= u"17" && root <= u"20") || pattern.code.startsWith(u"085") ||
           pattern.code == u"163";
}

/// What somebody can only do who is there: talks, visits, treaties.
bool isShared(QStringView code)
{
    return code >= u"03" && code < u"07";
}

} // namespace

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
        int inner = -1;
        for (const int c : m_reading.tree.children(trigger)) {
            const Deprel relation = m_reading.annotation.word(c).deprel;
            if (c > trigger && inner < 0 &&
                (relation == Deprel::Ccomp || relation == Deprel::Xcomp || relation == Deprel::Acl))
                inner = c;
        }
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
    const int object = m_reading.tree.child(word, {Deprel::Obj});
    const int owned = object < 0 ? -1 : m_reading.tree.child(object, {Deprel::Acl, Deprel::Advcl});
    return owned >= 0 && m_clauses.infinitive(owned) ? owned : -1; // "reserved the right to respond"
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
            joined = m_parties.bothBefore(between);
        if (joined.size() < 2)
            joined = m_parties.owners(trigger);
        if (joined.size() < 2 && verb >= 0)
            joined = m_parties.at(m_clauses.subject(verb), Parties::Reach::Self);
    } else {
        const int between = phrase(trigger, {u"between"_s});
        joined = m_parties.at(m_clauses.subject(trigger), Parties::Reach::Self);
        if (joined.size() < 2 && m_clauses.passive(trigger))
            joined = m_parties.at(m_clauses.object(trigger), Parties::Reach::Self);
        if (joined.size() < 2 && between >= 0)
            joined = m_parties.at(between, Parties::Reach::Owner);
        if (joined.size() < 2)
            joined = m_parties.bothBefore(between);
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

/// "A Dane was arrested in Oman": the state where it was done to a foreigner did it.
std::vector<ActorId> Matcher::authority(int trigger) const
{
    std::vector<ActorId> found = m_parties.at(m_clauses.phrase(trigger, u"in"), Parties::Reach::Self);
    std::erase_if(found,
                  [&](ActorId a) { return m_reading.analysis.actors[size_t(a)].kind != ActorKind::Country; });
    const bool finite = m_reading.annotation.word(trigger).deprel != Deprel::Acl;
    if (!found.empty() || !finite || m_reading.annotation.lemma(trigger) == u"capture")
        return found;
    // "the rebel was sentenced to death", no matter where: by his own state
    for (const ActorId held : m_parties.at(m_clauses.object(trigger), Parties::Reach::Self))
        addOnce(found, m_parties.stateOf(held));
    return found;
}

/// "Passed a resolution condemning", "carried out raids killing": whoever is behind the text or the attack.
std::vector<ActorId> Matcher::throughMeans(int noun) const
{
    if (!m_means.contains(m_reading.annotation.lemma(noun)))
        return {};
    if (auto owners = m_parties.owners(noun); !owners.empty())
        return owners;
    const Deprel relation = m_reading.annotation.word(noun).deprel;
    const int above = m_reading.tree.head(noun);
    const bool argument = relation == Deprel::Obj || relation == Deprel::Obl || relation == Deprel::NsubjPass;
    return argument && above >= 0 ? m_parties.at(m_clauses.subject(above), Parties::Reach::Self)
                                  : std::vector<ActorId>();
}

/// "Urged the two sides", "talks with both countries": not those who urge or talk.
std::vector<ActorId> Matcher::othersOfTwo(const Role &role, int trigger) const
{
    const int two = role.where == Role::Where::Subject ? -1 : token(role, trigger);
    if (two < 0 || !m_parties.isTwo(two))
        return {};
    const int doer = m_reading.annotation.word(trigger).upos == Upos::Verb ? m_clauses.subject(trigger) : -1;
    return m_parties.bothBefore(two, doer == two ? std::vector<ActorId>()
                                                 : m_parties.at(doer, Parties::Reach::Self));
}

std::vector<ActorId> Matcher::party(const Pattern &pattern, const Role &role, int trigger) const
{
    if (role.where == Role::Where::Owner)
        return pattern.takesOf ? m_parties.doers(trigger) : m_parties.owners(trigger);
    if (role.where == Role::Where::Each)
        return each(trigger);
    if (role.where == Role::Where::Performer && !isShared(pattern.code) &&
        m_reading.annotation.word(counted(trigger)).deprel == Deprel::Obl &&
        m_clauses.preposition(counted(trigger)) != u"in")
        return {}; // "hit out at them for the arrests": others arrested; but "prayed in protest"
    if (auto both = othersOfTwo(role, trigger); !both.empty())
        return both;
    auto found =
        m_parties.at(token(role, trigger), role.owner ? Parties::Reach::Owner : Parties::Reach::Self);
    if (role.where == Role::Where::Next)
        return m_parties.next(trigger, nearReach);
    if (role.where == Role::Where::Subject) {
        const auto isPolitical = [&](ActorId a) { return m_parties.political(a); };
        const int means = m_clauses.surfaceSubject(trigger);
        if (means >= 0 && m_means.contains(m_reading.annotation.lemma(means)) &&
            std::ranges::none_of(found, isPolitical))
            found.clear(); // "a report accusing the army" is nobody
        // "a meeting of the Council, which had demanded": the noun right before the pronoun
        const int pronoun = m_reading.tree.child(trigger, {Deprel::Nsubj});
        if (found.empty() && pronoun >= 2 && m_clauses.antecedent(pronoun) != pronoun) {
            const bool comma = m_reading.annotation.word(pronoun - 1).upos == Upos::Punct;
            found = m_parties.at(pronoun - (comma ? 2 : 1), Parties::Reach::Self);
        }
        if (found.empty() && takesAuthority(pattern) && m_clauses.passive(trigger))
            found = authority(trigger);
        const auto &word = m_reading.annotation.word(trigger);
        if (found.empty() && word.deprel == Deprel::Acl && word.head >= 0)
            found = throughMeans(word.head);
        const int subject = m_clauses.surfaceSubject(trigger);
        if (found.empty() && subject >= 0 && !m_clauses.passive(trigger) &&
            m_means.contains(m_reading.annotation.lemma(subject)))
            found = m_parties.doers(subject); // "Israeli curbs bar them", "a raid by rebels killed"
        if (found.empty() && subject >= 0 && subject != trigger && !m_clauses.passive(trigger))
            found = throughMeans(subject); // "proposed a resolution that would impose"
        // "hurt by Omani fire"
        const int doer = found.empty() ? m_clauses.subject(trigger) : -1;
        if (doer >= 0 && m_means.contains(m_reading.annotation.lemma(doer)))
            found = m_parties.doers(doer);
        // "joined Turkey in condemning": the one joined condemns too
        const bool under = word.deprel == Deprel::Advcl || word.deprel == Deprel::Xcomp;
        if (under && word.head >= 0 && m_reading.annotation.lemma(word.head) == u"join") {
            for (const ActorId actor : m_parties.at(m_clauses.object(word.head), Parties::Reach::Self))
                addOnce(found, actor);
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
    if (match.source.empty() && match.target.empty() && isDealing(match))
        match.source = match.target = m_parties.bothTold(match.trigger);
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
    if (match.target.empty() && pattern.code.startsWith(u"11"))
        match.target = afterwards(match.trigger);
    if (pattern.code.startsWith(u"11") && !facesTarget(match)) {
        if (auto found = whereBlamed(pattern, match); !found.empty())
            match.target = std::move(found);
    }
    if (fallsOnPlaces(pattern) && !facesTarget(match)) {
        if (auto found = sufferers(match); !found.empty())
            match.target = std::move(found);
    }
    return !match.source.empty();
}

/// "Ties were normalised", "a treaty was signed": what two sides do with each other, told without them.
bool Matcher::isDealing(const Match &match) const
{
    const int thing = m_clauses.passive(match.trigger) ? m_clauses.object(match.trigger) : -1;
    return thing >= 0 && m_dealings.contains(m_reading.annotation.lemma(thing)) &&
           std::ranges::find(match.pattern->target, Role::Where::Each, &Role::where) !=
               match.pattern->target.end();
}

/// "Condemned the arrest of reporters in Mali": what is done in a state is its doing, but for attacks, which
/// may have been made on it.
std::vector<ActorId> Matcher::whereBlamed(const Pattern &pattern, const Match &match) const
{
    for (const Role &role : pattern.target) {
        const int thing = role.owner ? token(role, match.trigger) : -1;
        if (thing < 0 || m_attacks.contains(m_reading.annotation.lemma(thing)))
            continue;
        for (int noun = thing; noun >= 0; noun = m_clauses.phrase(noun, u"of")) {
            auto found = m_parties.at(m_clauses.phrase(noun, u"in"), Parties::Reach::Owner);
            std::erase_if(found, [&](ActorId t) {
                return std::ranges::any_of(match.source, [&](ActorId s) { return !m_parties.opposed(s, t); });
            });
            if (!found.empty())
                return found;
            if (m_clauses.phrase(noun, u"of") <= noun)
                break;
        }
    }
    return {};
}

/// "Protested after Danish ministers visited": whoever did what the protest follows.
std::vector<ActorId> Matcher::afterwards(int trigger) const
{
    for (const int c : m_reading.tree.children(trigger)) {
        if (c > trigger && m_reading.annotation.word(c).deprel == Deprel::Advcl &&
            m_reading.tree.child(c, Deprel::Mark, u"after") >= 0)
            return m_parties.at(m_clauses.subject(c), Parties::Reach::Self);
    }
    return {};
}

/// Where a deed is told of people or things that are no actors, those whom their phrase or the place names:
/// "killed 48 people in Kabul", "struck a camp near the Chadian border".
std::vector<ActorId> Matcher::sufferers(const Match &match) const
{
    const auto opposed = [&](std::vector<ActorId> found) {
        std::erase_if(found, [&](ActorId t) {
            return std::ranges::any_of(match.source, [&](ActorId s) { return !m_parties.opposed(s, t); });
        });
        return found;
    };
    const auto within = [&](int token) { return opposed(m_parties.at(token, Parties::Reach::Within)); };
    if (match.source.empty())
        return {};
    if (m_reading.annotation.word(match.trigger).upos != Upos::Verb)
        return within(m_clauses.phrase(match.trigger, u"of"));
    const int object = m_clauses.object(match.trigger);
    if (object < 0)
        return {};
    if (auto found = within(object); !found.empty())
        return found;
    if (auto found = opposed(m_parties.unnamedForces(m_clauses.counted(object), match.source));
        !found.empty())
        return found;
    for (const QString &preposition : {u"in"_s, u"at"_s, u"near"_s, u"inside"_s, u"outside"_s, u"on"_s}) {
        if (auto found = within(m_clauses.phrase(match.trigger, preposition)); !found.empty())
            return found;
    }
    return {};
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

/// Whether somebody else than the acting side was found as the target.
bool Matcher::facesTarget(const Match &match) const
{
    return std::ranges::any_of(match.target, [&](ActorId t) {
        return std::ranges::all_of(match.source, [&](ActorId s) { return m_parties.opposed(s, t); });
    });
}

} // namespace demarche::analysis
