#include "models/analysis/saidclauses.h"

#include "models/analysis/oneof.h"
#include "models/analysis/treemender.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

namespace {

class Mender : private TreeMender
{
public:
    using TreeMender::TreeMender;

    void run()
    {
        for (int t = 0; t < wordCount(); ++t) {
            raisePredicate(t);
            countPeople(t);
            if (word(t).upos == Upos::Verb && m_tree.child(t, {Deprel::AuxPass}) < 0 &&
                word(t).deprel != Deprel::Acl) {
                freeHearers(t);
                takeClause(t);
                openClause(t);
                returnSubject(t);
                resumeSubject(t);
                partClauses(t);
            }
        }
    }

private:
    [[nodiscard]] bool says(int t) const
    {
        return t >= 0 &&
               isOneOf(word(t).lemma, {u"acknowledge", u"add", u"admit", u"announce", u"believe", u"claim",
                                       u"confirm", u"declare", u"deny", u"estimate", u"insist", u"note",
                                       u"report", u"say", u"state", u"stress", u"tell", u"think", u"warn"});
    }

    /// "Said the envoy was still in Oslo": a place or thing with a subject and copula of its own is what is
    /// said.
    void raisePredicate(int t)
    {
        const int above = word(t).head;
        const bool phrase =
            word(t).deprel == Deprel::Obl || word(t).deprel == Deprel::Obj || word(t).deprel == Deprel::Nmod;
        const int subject = phrase ? m_tree.child(t, {Deprel::Nsubj}) : -1;
        const int copula = phrase ? m_tree.child(t, {Deprel::Cop}) : -1;
        if (subject > above && copula > subject && copula < t && says(above))
            word(t).deprel = Deprel::Ccomp;
    }

    /// "Told reporters the group had fled": who hears it is no part of the name of whom it is told.
    void freeHearers(int verb)
    {
        const int hearers = verb + 1;
        const bool hears = word(verb).lemma == u"tell" && hearers + 1 < wordCount() &&
                           isTag(hearers, "NNS"_L1) && word(hearers + 1).upos == Upos::Det;
        const int noun = hears ? word(hearers).head : -1;
        const bool taken = noun > hearers + 1 && word(hearers + 1).head == noun;
        if (taken && (word(hearers).deprel == Deprel::Compound || word(hearers).deprel == Deprel::Nmod ||
                      word(hearers).deprel == Deprel::NmodUnmarked))
            hang(hearers, verb, Deprel::Obj);
        for (const int c : hears ? m_tree.children(hearers) : std::span<const int>()) {
            if (c > hearers && m_tree.range(c).first == hearers + 1 && word(c).deprel == Deprel::Obj)
                hang(c, verb, Deprel::Obj);
        }
    }

    /// "Told reporters the group had fled", "said the rebels burned a bus": a clause with a subject of its
    /// own, joined by no word and no comma, is what is said.
    void takeClause(int verb)
    {
        if (!says(verb) || m_tree.child(verb, {Deprel::Ccomp, Deprel::Xcomp}) >= 0)
            return;
        for (const int c : m_tree.children(verb)) {
            const bool joined = c > verb && word(c).upos == Upos::Verb &&
                                (word(c).deprel == Deprel::Conj || word(c).deprel == Deprel::Parataxis);
            const int subject = joined ? m_tree.child(c, {Deprel::Nsubj, Deprel::NsubjPass}) : -1;
            if (subject < verb || subject > c || m_tree.child(c, {Deprel::Cc}) >= 0)
                continue;
            const int begin = m_tree.range(subject).first;
            bool parted = false;
            for (int t = verb + 1; t < begin && !parted; ++t)
                parted = word(t).upos == Upos::Punct || word(t).upos == Upos::Cconj;
            if (!parted) {
                word(c).deprel = Deprel::Ccomp;
                return;
            }
        }
    }

    /// "Said the rebels set fire to it": nobody says a person, so the participle behind him is a finite verb.
    void openClause(int verb)
    {
        if (word(verb).lemma != u"say" || m_tree.child(verb, {Deprel::Ccomp}) >= 0)
            return;
        const int noun = m_tree.child(verb, {Deprel::Obj});
        const int clause = noun > verb ? m_tree.child(noun, {Deprel::Acl}) : -1;
        if (clause != noun + 1 || !(isTag(clause, "VBN"_L1) || isTag(clause, "VBD"_L1)) ||
            m_tree.child(clause, Deprel::Case, u"by") >= 0)
            return;
        const auto acts = [&](int c) { // "set two buses ablaze"; not "the truce signed in May"
            return c > clause && (word(c).deprel == Deprel::Obj ||
                                  (word(c).deprel == Deprel::Obl && m_tree.child(c, {Deprel::Case}) < 0 &&
                                   word(c).upos == Upos::Noun));
        };
        if (std::ranges::none_of(m_tree.children(clause), acts))
            return;
        word(clause).xpos = language::xposFrom(u"VBD");
        hang(clause, verb, Deprel::Ccomp);
        hang(noun, clause, Deprel::Nsubj);
        for (const int c : m_tree.children(verb)) {
            if (c > clause && word(c).deprel == Deprel::Conj && word(c).upos == Upos::Verb &&
                m_tree.child(c, {Deprel::Nsubj, Deprel::NsubjPass}) < 0)
                word(c).head = clause;
        }
    }

    /// "Said Talbott, who leaves on Tuesday, would meet": a verb without a subject behind a noun with a
    /// relative clause.
    void resumeSubject(int verb)
    {
        if (!says(verb) || m_tree.child(verb, {Deprel::Ccomp}) >= 0)
            return;
        int noun = -1;
        for (const int c : m_tree.children(verb)) {
            const bool argument = word(c).deprel == Deprel::Nsubj || word(c).deprel == Deprel::Obj ||
                                  word(c).deprel == Deprel::Iobj;
            if (c > verb && argument && m_tree.child(c, {Deprel::AclRelcl}) > c)
                noun = c;
            const int auxiliary = m_tree.child(c, {Deprel::Aux, Deprel::AuxPass, Deprel::Cop});
            const int begin = auxiliary >= 0 ? auxiliary : c;
            const bool clause = noun >= 0 && c > noun && word(c).upos == Upos::Verb &&
                                (word(c).deprel == Deprel::Parataxis || word(c).deprel == Deprel::Conj) &&
                                m_annotation.form(begin - 1) == u"," &&
                                (isTag(begin, "MD"_L1) || isTag(begin, "VBD"_L1) || isTag(begin, "VBZ"_L1)) &&
                                m_tree.child(c, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::Cc}) < 0;
            if (!clause)
                continue;
            hang(c, verb, Deprel::Ccomp);
            hang(noun, c, m_tree.child(c, {Deprel::AuxPass}) >= 0 ? Deprel::NsubjPass : Deprel::Nsubj);
            return;
        }
    }

    /// "Told reporters the group, which is small, had fled": what stands in the relative clause's place is
    /// said of the noun before it.
    void returnSubject(int verb)
    {
        if (!says(verb))
            return;
        for (const int relative : m_tree.children(verb)) {
            const int pronoun = word(relative).deprel == Deprel::Ccomp
                                    ? m_tree.child(relative, {Deprel::Nsubj, Deprel::NsubjPass})
                                    : -1;
            const bool relates = pronoun > verb && (isTag(pronoun, "WDT"_L1) || isTag(pronoun, "WP"_L1));
            const int noun = relates ? nounBefore(pronoun, verb) : -1;
            const int clause = noun >= 0 ? resumed(relative) : -1;
            if (clause < 0)
                continue;
            hang(clause, verb, Deprel::Ccomp);
            hang(noun, clause, Deprel::Nsubj);
            hang(relative, noun, Deprel::AclRelcl);
            return;
        }
    }

    /// The noun that a comma parts from a relative pronoun and that the tree gave to the verb; -1 for none.
    [[nodiscard]] int nounBefore(int pronoun, int verb) const
    {
        const int comma = pronoun - 1;
        if (comma <= verb + 1 || m_annotation.form(comma) != u",")
            return -1;
        int noun = comma - 1;
        while (word(noun).head > verb && word(noun).head < comma)
            noun = word(noun).head;
        const bool argument = word(noun).deprel == Deprel::Obj || word(noun).deprel == Deprel::Iobj ||
                              word(noun).deprel == Deprel::Nsubj;
        return word(noun).head == verb && argument && noun > verb ? noun : -1;
    }

    /// The finite verb joined to a relative clause by a comma alone, without a subject of its own; -1 for
    /// none.
    [[nodiscard]] int resumed(int relative) const
    {
        for (const int c : m_tree.children(relative)) {
            const int auxiliary = m_tree.child(c, {Deprel::Aux, Deprel::AuxPass});
            const int begin = auxiliary >= 0 ? auxiliary : c;
            const bool finite = isFinite(begin) || isTag(begin, "MD"_L1);
            if (c > relative && word(c).deprel == Deprel::Conj && word(c).upos == Upos::Verb && finite &&
                m_annotation.form(begin - 1) == u"," &&
                m_tree.child(c, {Deprel::Cc, Deprel::Nsubj, Deprel::NsubjPass}) < 0)
                return c;
        }
        return -1;
    }

    /// "Some 300 Chinese were killed": an adjective of a people right before an auxiliary is the subject.
    void countPeople(int t)
    {
        const int verb = word(t).head;
        const bool people = word(t).upos == Upos::Adj && word(t).deprel == Deprel::Amod && verb > t + 1 &&
                            word(verb).upos == Upos::Verb && isCapital(t);
        const int passive = people ? m_tree.child(verb, {Deprel::AuxPass}) : -1;
        const int auxiliary = passive >= 0 || !people ? passive : m_tree.child(verb, {Deprel::Aux});
        if (auxiliary != t + 1 || m_tree.child(verb, {Deprel::Nsubj, Deprel::NsubjPass}) >= 0)
            return;
        word(t).upos = Upos::Noun;
        word(t).deprel = passive >= 0 ? Deprel::NsubjPass : Deprel::Nsubj;
        const int count = t - 1;
        const int above = word(verb).head;
        if (count > above && word(count).upos == Upos::Num && word(count).head == above)
            hang(count, t, Deprel::Nummod);
        if (above >= 0 && above < t && says(above) && word(verb).deprel == Deprel::Parataxis)
            word(verb).deprel = Deprel::Ccomp;
    }

    /// "The pilots surrendered and police said": the first of two subjects is that of the finite verb hung on
    /// it.
    void partClauses(int verb)
    {
        int first = -1;
        for (const int second : m_tree.children(verb)) {
            if (second > verb || word(second).deprel != Deprel::Nsubj)
                continue;
            const int own = first >= 0 ? m_tree.child(first, {Deprel::Acl}) : -1;
            if (own > first && own < second && isTag(own, "VBD"_L1) &&
                joins(m_tree.range(second).first - 1) &&
                m_tree.range(first).end >= m_tree.range(second).first - 1) {
                hang(own, word(verb).head, word(verb).deprel);
                hang(first, own, Deprel::Nsubj);
                hang(verb, own, Deprel::Conj);
                return;
            }
            first = second;
        }
    }
    [[nodiscard]] bool joins(int t) const { return t >= 0 && word(t).upos == Upos::Cconj; }
};

} // namespace

void repairSaidClauses(language::Annotation &annotation)
{
    Mender(annotation).run();
}

} // namespace demarche::analysis
