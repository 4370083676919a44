#include "models/analysis/clauses.h"

#include "models/analysis/oneof.h"

#include <algorithm>
#include <array>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

namespace {

/// How far words may stand apart where the tree does not join them.
constexpr int nearby = 8;

bool isRelative(const QString &lemma)
{
    return isOneOf(lemma, {u"who", u"whom", u"which", u"that"});
}

} // namespace

bool Clauses::passive(int verb) const
{
    if (m_tree.child(verb, {Deprel::NsubjPass, Deprel::AuxPass, Deprel::CsubjPass, Deprel::OblAgent}) >= 0)
        return true;
    if (!isTag(verb, QLatin1StringView("VBN")) || m_tree.child(verb, {Deprel::Nsubj, Deprel::Aux}) >= 0)
        return false;
    const auto &word = m_reading.annotation.word(verb);
    const int object = m_tree.child(verb, {Deprel::Obj});
    if (object >= 0) // "ministers taken hostage", "refugees given food"
        return word.deprel == Deprel::Acl && (gives(verb) || isOneOf(m_reading.annotation.lemma(object),
                                                                     {u"hostage", u"captive", u"prisoner"}));
    if (word.deprel == Deprel::Acl)
        return true;
    return word.deprel == Deprel::Conj && word.head >= 0 &&
           m_reading.annotation.word(word.head).upos == Upos::Verb && passive(word.head);
}

int Clauses::agent(int verb) const
{
    const int marked = m_tree.child(verb, {Deprel::OblAgent});
    if (marked >= 0)
        return marked;
    const int by = phrase(verb, u"by");
    const int above = by < 0 ? -1 : m_tree.head(by);
    const bool ofOther =
        above > verb && isOneOf(preposition(above), {u"after", u"following", u"since", u"despite", u"over",
                                                     u"before", u"until", u"for"});
    return ofOther ? -1 : by; // "imposed after attacks by": theirs are the attacks
}

int Clauses::subject(int verb, int depth) const
{
    if (depth > deepest)
        return -1;
    if (!passive(verb))
        return surfaceSubject(verb, depth);
    const int by = agent(verb);
    const auto &word = m_reading.annotation.word(verb);
    if (by < 0 && word.deprel == Deprel::Conj && word.head >= 0 && passive(word.head))
        return agent(word.head);
    if (by < 0 && word.deprel == Deprel::AclRelcl && word.head >= 0 &&
        m_reading.annotation.word(word.head).upos == Upos::Noun && tellsWhere(verb))
        return word.head; // "the raid in which two Turks were killed"
    return by;
}

/// A relative clause that opens with "where", "in which".
bool Clauses::tellsWhere(int verb) const
{
    return std::ranges::any_of(m_tree.children(verb), [&](int c) {
        return c < verb && isOneOf(m_reading.annotation.lemma(c), {u"where", u"when", u"which"});
    });
}

int Clauses::surfaceSubject(int verb, int depth) const
{
    if (depth > deepest)
        return -1;
    const int own = m_tree.child(verb, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::Csubj, Deprel::Expl});
    const auto &word = m_reading.annotation.word(verb);
    if (own >= 0 && m_reading.annotation.word(own).deprel == Deprel::Expl && word.deprel == Deprel::Ccomp &&
        word.head >= 0)
        return surfaceSubject(word.head, depth + 1); // "Chad says it is prepared to": no empty "it"
    if (own >= 0)
        return antecedent(own);
    if (const int before = overlookedSubject(verb); before >= 0)
        return before;
    return inherited(verb, depth + 1);
}

/// A finite verb has a subject. Where the parser gave it none: the noun phrase right before it, or the one
/// that it took for somebody addressed ("Algeria, fighting a war, attacked …").
int Clauses::overlookedSubject(int verb) const
{
    if (!isFinite(verb))
        return -1;
    const auto &word = m_reading.annotation.word(verb);
    if (const int called = m_tree.child(verb, {Deprel::Vocative}); called >= 0 && called < verb)
        return called;
    const bool loose =
        word.deprel == Deprel::Acl || word.deprel == Deprel::Conj || word.deprel == Deprel::Advcl;
    if (!loose || m_tree.child(verb, {Deprel::Cc}) >= 0)
        return -1;
    const int sentence = m_reading.annotation.document.sentences[size_t(m_tree.sentenceOf(verb))].firstToken;
    int before = verb - 1;
    while (before >= sentence && m_reading.annotation.word(before).upos == Upos::Adv)
        --before;
    if (before < sentence || !isNominal(before) || isRelative(m_reading.annotation.lemma(before)))
        return -1;
    for (int above = m_tree.head(before); above >= sentence && above < before && isNominal(above);
         above = m_tree.head(above))
        before = above;
    return before;
}

/// "Criticised Oman for invading Yemen", "the sanctions on Oman for invading": whoever is blamed or thanked
/// did it.
int Clauses::reasonFor(int verb) const
{
    if (!isTag(verb, QLatin1StringView("VBG")) || m_tree.child(verb, Deprel::Mark, u"for") < 0)
        return -1;
    const int above = m_tree.head(verb);
    const int thing = object(above, 1);
    for (const QStringView preposition : {u"on", u"against", u"upon"}) {
        if (const int faced = phrase(above, preposition); faced >= 0 && faced < verb)
            return faced;
    }
    return thing < verb ? thing : -1;
}

int Clauses::inherited(int verb, int depth) const
{
    const auto &word = m_reading.annotation.word(verb);
    if (word.head < 0)
        return -1;
    switch (word.deprel) {
    case Deprel::Conj:
    case Deprel::Advcl:
        if (const int blamed = reasonFor(verb); blamed >= 0)
            return blamed;
        if (word.deprel == Deprel::Conj && m_tree.head(word.head) < 0 && isFinite(verb) &&
            isNominal(word.head) && word.head < verb)
            return word
                .head; // "Prosecutors, backed by the press, allege", with the verb joined to its subject
        if (word.deprel == Deprel::Advcl && infinitive(verb)) {
            const int asked = directPhrase(word.head, u"on");
            if (asked >= 0 && isOneOf(m_reading.annotation.lemma(word.head), {u"call", u"prevail", u"urge"}))
                return asked;
        }
        return surfaceSubject(word.head, depth);
    case Deprel::Xcomp: {
        const int other = passive(word.head) ? -1 : object(word.head, depth);
        if (other >= 0 && m_reading.annotation.lemma(word.head) != u"promise")
            return other;
        const int asked = directPhrase(word.head, u"on");
        if (asked >= 0 && m_reading.annotation.lemma(word.head) == u"call")
            return asked;
        return surfaceSubject(word.head, depth);
    }
    case Deprel::Acl:
        if (!infinitive(verb))
            return word.head;
        if (m_tree.child(word.head, {Deprel::Cop}) >= 0)
            return surfaceSubject(word.head, depth); // "was among the first to recall"
        // "the first leader to visit": he himself
        for (const int c : m_tree.children(word.head)) {
            if (m_reading.annotation.word(c).deprel == Deprel::Amod &&
                isOneOf(m_reading.annotation.lemma(c),
                        {u"first", u"last", u"latest", u"next", u"only", u"second"}))
                return word.head;
        }
        if (const int by = directPhrase(word.head, u"by"); by >= 0)
            return by; // "plans by the minister to visit"
        if (const int holder = indirect(std::max(m_tree.head(word.head), 0));
            holder >= 0 && m_reading.annotation.word(word.head).deprel == Deprel::Obj)
            return holder; // "gave the envoy permission to fly"
        // "its decision to recall", "agreed on a plan to send": whoever has the plan
        if (const int owner = m_tree.child(word.head, {Deprel::NmodPoss}); owner >= 0)
            return owner;
        if (const int of = directPhrase(word.head, u"of"); of >= 0)
            return of;
        for (const int c : m_tree.children(word.head)) {
            const Deprel relation = m_reading.annotation.word(c).deprel;
            if ((relation == Deprel::Compound || relation == Deprel::Amod) && isNamed(c))
                return c; // "European Union efforts to persuade"
        }
        if (m_reading.annotation.word(word.head).deprel == Deprel::Obj)
            return surfaceSubject(m_tree.head(word.head), depth);
        return m_tree.child(word.head, {Deprel::Compound, Deprel::Amod});
    default:
        return misplacedSubject(verb);
    }
}

bool Clauses::isFinite(int verb) const
{
    return isTag(verb, QLatin1StringView("VBD")) || isTag(verb, QLatin1StringView("VBZ")) ||
           isTag(verb, QLatin1StringView("VBP"));
}

/// A finite verb that the parser hung on a noun before it as if it were part of a name: the noun is its
/// subject.
int Clauses::misplacedSubject(int verb) const
{
    const auto &word = m_reading.annotation.word(verb);
    const bool open =
        word.deprel == Deprel::Root || word.deprel == Deprel::Ccomp || word.deprel == Deprel::Parataxis;
    if (open && !infinitive(verb)) {
        // "…, Volker Ruehe will visit", the name hung elsewhere: the word right before the verb and its
        // auxiliaries
        int before = verb - 1;
        const int first = m_reading.annotation.document.sentences[size_t(m_tree.sentenceOf(verb))].firstToken;
        const auto skipped = [&](int t) {
            const Upos kind = m_reading.annotation.word(t).upos;
            return kind == Upos::Aux || kind == Upos::Adv || kind == Upos::Part;
        };
        while (before >= first && skipped(before))
            --before;
        // "In May the Omani minister, Ali Said, agreed": the name stands between commas
        if (before > first && m_reading.annotation.form(before) == u"," && isNamed(before - 1))
            --before;
        return before >= first && (isNominal(before) || isNamed(before)) ? before : -1;
    }
    const bool odd = word.deprel == Deprel::Nmod || word.deprel == Deprel::Appos ||
                     word.deprel == Deprel::Dep || word.deprel == Deprel::Compound ||
                     word.deprel == Deprel::Flat || word.deprel == Deprel::Amod;
    if (!odd || word.head < 0 || word.head > verb || !isFinite(verb))
        return -1;
    const Upos above = m_reading.annotation.word(word.head).upos;
    return above == Upos::Noun || above == Upos::Propn || above == Upos::Pron ? word.head : -1;
}

/// The object of such a verb hangs beside it: the next noun after it without a preposition.
int Clauses::misplacedObject(int verb) const
{
    const int subject = misplacedSubject(verb);
    if (subject < 0)
        return -1;
    for (const int c : m_tree.children(subject)) {
        const Upos kind = m_reading.annotation.word(c).upos;
        if (c > verb && c - verb <= nearby && (kind == Upos::Noun || kind == Upos::Propn))
            return c;
    }
    return -1;
}

int Clauses::object(int verb, int depth) const
{
    if (depth > deepest)
        return -1;
    const auto &word = m_reading.annotation.word(verb);
    if (passive(verb)) {
        const int own = m_tree.child(verb, {Deprel::NsubjPass, Deprel::CsubjPass});
        if (own >= 0)
            return antecedent(own);
        return word.deprel == Deprel::Acl ? word.head : inherited(verb, depth + 1);
    }
    if (word.deprel == Deprel::Amod && word.head > verb && m_tree.child(verb, {Deprel::Nsubj}) >= 0)
        return word.head; // "Bolivia severed ties", read as if the ties were severed
    int own = m_tree.child(verb, {Deprel::Obj});
    if (own < 0 && !gives(verb))
        own = m_tree.child(verb, {Deprel::Iobj}); // "warned Kiev not to join"
    const bool open = own < 0 || isRelative(m_reading.annotation.lemma(own)) || receiver(verb) == own;
    const int bare = open ? bareObject(verb) : -1;
    if (bare >= 0 && receiver(verb) == own && own >= 0)
        return bare;
    if (own >= 0 && (bare < 0 || m_tree.child(verb, {Deprel::Nsubj}) < 0))
        return antecedent(own);
    if (bare >= 0)
        return bare;
    if (word.deprel == Deprel::AclRelcl && word.head >= 0) {
        // "the deal (that) they signed": the gap is the object where the subject is another word
        const int subject = m_tree.child(verb, {Deprel::Nsubj});
        const bool other = subject >= 0 && antecedent(subject) == subject;
        return other && m_tree.child(verb, {Deprel::Ccomp, Deprel::Xcomp}) < 0 ? word.head : -1;
    }
    // "criticised and condemned Israel": joined verbs without a comma between share the last one's object
    for (const int c : m_tree.children(verb)) {
        if (m_reading.annotation.word(c).deprel == Deprel::Conj && c - verb <= 3 &&
            m_reading.annotation.word(c).upos == Upos::Verb && m_tree.child(c, {Deprel::Nsubj}) < 0)
            return m_tree.child(c, {Deprel::Obj});
    }
    return misplacedObject(verb);
}

int Clauses::indirect(int verb) const
{
    const int own = m_tree.child(verb, {Deprel::Iobj});
    return own >= 0 || bareObject(verb) < 0 ? own : receiver(verb);
}

bool Clauses::gives(int verb) const
{
    return isOneOf(m_reading.annotation.lemma(verb),
                   {u"give", u"sell", u"lend", u"grant", u"send", u"offer", u"hand", u"promise", u"pledge",
                    u"deny", u"refuse", u"award", u"pay", u"owe"});
}

/// "Sold Hungary four jets": the object of a verb of giving that may be the one who receives.
int Clauses::receiver(int verb) const
{
    const int own = m_tree.child(verb, {Deprel::Obj});
    if (!gives(verb))
        return -1;
    // "Offered Vietnam six boats", the name hung on the boats
    const int thing = own >= 0 ? own : bareObject(verb);
    const bool named = verb + 2 < int(m_reading.annotation.words.size()) && thing > verb + 2 &&
                       m_tree.head(verb + 1) == thing && isNamed(verb + 1) &&
                       m_reading.annotation.word(verb + 2).upos == Upos::Num;
    if (named)
        return verb + 1;
    if (own < 0)
        return -1;
    const bool second = std::ranges::any_of(m_tree.children(verb), [&](int c) {
        return c > own && m_reading.annotation.word(c).deprel == Deprel::Obj;
    }); // "handed the king an invitation"
    return m_reading.annotation.word(own).upos != Upos::Noun || (second && isNamed(own)) ? own : -1;
}

/// A noun after the verb that the parser took for a phrase though it has no preposition.
int Clauses::bareObject(int verb) const
{
    for (const int c : m_tree.children(verb)) {
        const auto &dependent = m_reading.annotation.word(c);
        const bool second = dependent.deprel == Deprel::Obj && c != m_tree.child(verb, {Deprel::Obj});
        if (c > verb && (dependent.deprel == Deprel::Obl || second) && isNominal(c) &&
            m_tree.child(c, {Deprel::Case, Deprel::Mark}) < 0 && c - verb <= nearby)
            return c;
        if (c == verb + 1 && dependent.deprel == Deprel::Advmod && isNamed(c))
            return c; // "thanked Italy", taken for an adverb
        // "thanked the United States", taken for a clause
        if (c > verb && dependent.upos == Upos::Propn && c - verb <= nearby &&
            (dependent.deprel == Deprel::Ccomp || dependent.deprel == Deprel::Xcomp) &&
            m_tree.child(c, {Deprel::Case, Deprel::Mark, Deprel::Cop, Deprel::Nsubj, Deprel::Aux}) < 0)
            return c;
    }
    return -1;
}

int Clauses::antecedent(int token) const
{
    if (!isRelative(m_reading.annotation.lemma(token)) ||
        m_reading.annotation.word(token).upos == Upos::Sconj)
        return token;
    int verb = m_tree.head(token);
    for (int steps = 0; verb >= 0 && steps < deepest; ++steps, verb = m_tree.head(verb)) {
        const Deprel relation = m_reading.annotation.word(verb).deprel;
        if (relation == Deprel::AclRelcl || (relation == Deprel::Acl && m_tree.head(verb) >= 0))
            return m_tree.head(verb);
        if (relation != Deprel::Conj && relation != Deprel::Xcomp && relation != Deprel::Ccomp)
            break;
    }
    // Where the tree does not say: the word before, or the one before the comma
    const int first = m_reading.annotation.document.sentences[size_t(m_tree.sentenceOf(token))].firstToken;
    for (int before = token - 1; before >= std::max(first, token - 2); --before) {
        if (isNominal(before))
            return before;
    }
    return token;
}

/// The last word of an actor's mention, whatever its part of speech.
bool Clauses::isNamed(int token) const
{
    return m_reading.actorAt[size_t(token)] >= 0;
}

bool Clauses::isNominal(int token) const
{
    const Upos kind = m_reading.annotation.word(token).upos;
    return kind == Upos::Noun || kind == Upos::Propn || kind == Upos::Pron;
}

bool Clauses::negated(int word) const
{
    return std::ranges::any_of(m_tree.children(word), [&](int c) {
        const auto &dependent = m_reading.annotation.word(c);
        if (dependent.deprel != Deprel::Advmod && dependent.deprel != Deprel::Det &&
            dependent.deprel != Deprel::Cc)
            return false;
        return isOneOf(dependent.lemma, {u"not", u"n't", u"never", u"no", u"neither", u"nor"});
    });
}

bool Clauses::infinitive(int verb) const
{
    return m_tree.child(verb, Deprel::Mark, u"to") >= 0;
}

} // namespace demarche::analysis
