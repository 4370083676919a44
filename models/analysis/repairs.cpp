#include "models/analysis/repairs.h"

#include "models/analysis/baredays.h"
#include "models/analysis/joining.h"
#include "models/analysis/misreadings.h"
#include "models/analysis/modifiers.h"
#include "models/analysis/openings.h"
#include "models/analysis/repairwords.h"
#include "models/analysis/saidclauses.h"
#include "models/analysis/treemender.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

namespace {

constexpr int nearby = 10; ///< tokens between a verb and an object that the tree gave to another

class Repairer : private TreeMender
{
public:
    using TreeMender::TreeMender;

    void run()
    {
        for (const language::Name &name : m_annotation.names)
            readAsName(m_annotation, m_tree, name);
        for (int t = 0; t < wordCount(); ++t) {
            findVerb(t);
            answerCalled(t);
            joinAdjectives(t);
            readAsActing(m_annotation, m_tree, t);
            if (word(t).upos != Upos::Verb)
                continue;
            joinSubjects(t);
            freeSubject(t);
            lowerParticiple(t);
            callVisitor(t);
            readSaid(t);
            nameThing(t);
            turnPassive(t);
            leaveFor(t);
            turnSecondSubject(t);
            claimObject(t);
            raiseInfinitive(t);
        }
        for (const Edit &edit : m_edits) {
            hang(edit.token, edit.head, edit.relation);
        }
    }

private:
    struct Edit
    {
        int token;
        int head; ///< an ancestor of the token, so that no cycle can arise
        Deprel relation;
    };

    /// "It would free prisoners", "US allies launch raids": an auxiliary, or both subject and object.
    void findVerb(int t)
    {
        if ((word(t).upos != Upos::Adj && word(t).upos != Upos::Noun) ||
            m_tree.child(t, {Deprel::Cop}) >= 0 || isTag(t, "VBN"_L1) || isTag(t, "JJR"_L1))
            return;
        const int auxiliary = m_tree.child(t, {Deprel::Aux});
        const bool modal = auxiliary >= 0 && auxiliary < t && isTag(auxiliary, "MD"_L1);
        const int object = m_tree.child(t, {Deprel::Obj});
        const int subject = m_tree.child(t, {Deprel::Nsubj});
        const bool told = isTag(t, "NNS"_L1) && subject >= 0 && subject < t && t - subject <= 2 &&
                          word(subject).upos == Upos::Propn; // "UNICEF now calls on"
        if (!modal && !told && (object < t || subject < 0 || subject > t))
            return;
        word(t).upos = Upos::Verb;
        if (told)
            word(t).xpos = language::xposFrom(u"VBZ");
        for (const int c : m_tree.children(t)) {
            if (c > t && word(c).deprel == Deprel::Obl && object < 0 && c - t <= nearby &&
                m_tree.child(c, {Deprel::Case, Deprel::Mark}) < 0 && !isTime(word(c).lemma))
                word(c).deprel = Deprel::Obj;
        }
    }

    /// "Japan and Peru last month signed": the day is no subject. "Germany accepts", with the name read as an
    /// adjective.
    void freeSubject(int verb)
    {
        if (!isFinite(verb))
            return;
        const int own = m_tree.child(verb, {Deprel::Nsubj});
        if (own >= 0 && own < verb && isTime(word(own).lemma)) {
            for (const int c : m_tree.children(own)) {
                const bool name = word(c).upos == Upos::Propn && !isTime(word(c).lemma) &&
                                  m_tree.child(c, {Deprel::Case}) < 0;
                if (name && (word(c).deprel == Deprel::Compound || word(c).deprel == Deprel::Nmod ||
                             word(c).deprel == Deprel::Nsubj)) {
                    m_edits.push_back({own, verb, Deprel::OblUnmarked});
                    m_edits.push_back({c, verb, Deprel::Nsubj});
                    return;
                }
            }
            if (word(verb).deprel == Deprel::Conj) { // "denied it, and last year deported them"
                m_edits.push_back({own, verb, Deprel::OblUnmarked});
                return;
            }
        }
        if (own >= 0 || m_tree.child(verb, {Deprel::NsubjPass, Deprel::Csubj, Deprel::Expl}) >= 0)
            return;
        if (takeSubject(verb))
            return;
        for (const int c : m_tree.children(verb)) {
            const bool before =
                c < verb && verb - c <= 2 && isCapital(c) && m_tree.child(c, {Deprel::Case}) < 0;
            if (before && (word(c).deprel == Deprel::Amod || word(c).deprel == Deprel::Compound ||
                           word(c).deprel == Deprel::Nmod))
                m_edits.push_back({c, verb, Deprel::Nsubj});
        }
    }

    /// "In May the government launched": a subject that the parser gave to the noun before it.
    bool takeSubject(int verb)
    {
        int last = verb - 1;
        while (last >= 0 && (word(last).upos == Upos::Adv || word(last).upos == Upos::Aux))
            --last;
        for (int c = last; c >= 0; c = word(c).head) {
            if (c > last || m_tree.range(c).end != last + 1)
                return false;
            const int above = word(c).head;
            const bool given = word(c).deprel == Deprel::Nsubj && above >= 0 && above < c &&
                               word(above).upos != Upos::Verb && m_tree.child(above, {Deprel::Cop}) < 0;
            if (given && m_tree.dominates(verb, c)) {
                m_edits.push_back({c, verb, Deprel::Nsubj});
                return true;
            }
        }
        return false;
    }

    /// "Israeli and Egyptian officials", the first adjective read as a noun of its own: both belong to the
    /// noun.
    void joinAdjectives(int t)
    {
        const int end = wordCount();
        if (t + 3 >= end || word(t).upos != Upos::Adj || !isCapital(t) || word(t + 1).upos != Upos::Cconj ||
            word(t + 2).upos != Upos::Adj || !isCapital(t + 2) || word(t + 3).upos != Upos::Noun ||
            word(t + 2).head != t + 3)
            return;
        const int marker = m_tree.child(t, {Deprel::Case});
        int above = word(t).head;
        if (above >= 0 && !m_tree.dominates(above, t + 3))
            above = word(t + 3).head;
        if (marker < 0 || above < 0 || above >= t || !m_tree.dominates(above, t))
            return;
        m_edits.push_back({t + 3, above, Deprel::Obl});
        m_edits.push_back({t, t + 3, Deprel::Amod});
        m_edits.push_back({t + 2, t, Deprel::Conj});
        m_edits.push_back({marker, t + 3, Deprel::Case});
    }

    /// "Athens and Tirana signed", in headings "Athens, Tirana sign": two subjects with "and" or a comma
    /// between them are joined. "Russian President Vladimir Putin will meet": of two right beside each other
    /// the first belongs to the second.
    void joinSubjects(int verb)
    {
        constexpr int beside = 3;
        int first = -1;
        for (const int c : m_tree.children(verb)) {
            if (word(c).deprel != Deprel::Nsubj || c > verb)
                continue;
            const int before = m_tree.range(c).first - 1;
            const bool listed = first >= 0 && m_annotation.form(before) == u"," && before == first + 1 &&
                                word(first).upos == Upos::Propn && word(c).upos == Upos::Propn;
            const int joint = m_tree.child(c, {Deprel::Cc});
            const bool added = joint >= 0 && joint < c && joint > first && joint - first <= nearby;
            if (listed || (first >= 0 && (added || (before > first && word(before).upos == Upos::Cconj &&
                                                    before - first <= nearby)))) {
                m_edits.push_back({c, first, Deprel::Conj});
                return;
            }
            if (first >= 0 && c - first <= beside &&
                (word(c).upos == Upos::Propn || word(c).upos == Upos::Noun) &&
                m_tree.range(first).end == m_tree.range(c).first)
                m_edits.push_back({first, c, word(first).upos == Upos::Adj ? Deprel::Amod : Deprel::Nmod});
            first = c;
        }
    }

    /// "Algeria, fighting rebels, attacked": the subject before the comma is the main verb's.
    void lowerParticiple(int verb)
    {
        if (!isFinite(verb) || m_tree.child(verb, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::Csubj}) >= 0)
            return;
        for (const int c : m_tree.children(verb)) {
            const bool participle = isTag(c, "VBG"_L1) || isTag(c, "VBN"_L1);
            if (c > verb || !participle || word(c).deprel != Deprel::Advcl)
                continue;
            const int subject = m_tree.child(c, {Deprel::Nsubj, Deprel::NsubjPass});
            const bool parted = subject >= 0 && subject < c && subject + 1 < c &&
                                m_annotation.form(m_tree.range(subject).end - 1) == u",";
            if (parted) {
                m_edits.push_back({subject, verb, Deprel::Nsubj});
                return;
            }
        }
    }

    /// Headings: "Athens says Tirana fuelling unrest".
    void readSaid(int verb)
    {
        const int object = m_tree.child(verb, {Deprel::Obj});
        if (word(verb).lemma != u"say" || object < verb || word(object).upos != Upos::Propn)
            return;
        const int next = m_tree.range(object).end;
        if (next >= wordCount() || word(next).upos != Upos::Verb || !isTag(next, "VBG"_L1) ||
            word(next).head != verb)
            return;
        m_edits.push_back({object, next, Deprel::Nsubj});
        m_edits.push_back({next, verb, Deprel::Ccomp});
    }

    /// "Lifted its arms embargo", the last noun read as a verb.
    void nameThing(int verb)
    {
        const int thing = verb - 1;
        const int above = word(verb).head;
        if (word(verb).deprel != Deprel::Xcomp || !(isTag(verb, "VB"_L1) || isTag(verb, "VBP"_L1)) ||
            above < 0 || thing < 0 || word(thing).upos != Upos::Noun || word(thing).head != above ||
            word(thing).deprel != Deprel::Obj || m_tree.child(verb, {Deprel::Mark, Deprel::Obj}) >= 0 ||
            m_tree.child(thing, {Deprel::NmodPoss, Deprel::Amod}) < 0 ||
            isOneOf(word(above).lemma,
                    {u"make", u"let", u"help", u"see", u"have", u"hear", u"watch", u"feel"}))
            return;
        word(verb).upos = Upos::Noun;
        m_edits.push_back({verb, above, Deprel::Obj});
        m_edits.push_back({thing, verb, Deprel::Compound});
    }

    /// "With visiting President X", "by invading Omani troops"; not "by invading Oman".
    [[nodiscard]] bool isVisitor(int marker, int verb, int object) const
    {
        const bool bare = word(verb + 1).upos != Upos::Det && m_tree.range(object).first == verb + 1;
        const QString &lemma = word(verb).lemma;
        if (lemma == u"visit")
            return bare && m_annotation.form(marker) == u"with";
        return bare && isSomebody(object) && word(object).upos == Upos::Noun &&
               isOneOf(lemma, {u"invade", u"attack", u"retreat", u"advance", u"oppose", u"rule", u"rival",
                               u"occupy", u"withdraw", u"mediate", u"warring", u"govern"});
    }

    /// "A meeting with visiting President X": the visitor is met, not visited.
    void callVisitor(int verb)
    {
        const int object = m_tree.child(verb, {Deprel::Obj});
        const int marker = m_tree.child(verb, {Deprel::Mark, Deprel::Case});
        const bool neighbour = word(verb).lemma == u"neighbour" || word(verb).lemma == u"neighbor";
        if (neighbour && isTag(verb, "VBG"_L1) && object == verb + 1 && word(verb).head >= 0) {
            m_edits.push_back({object, word(verb).head, Deprel::Obj}); // "accused neighbouring Oman of"
            m_edits.push_back({verb, object, Deprel::Amod});
            return;
        }
        const bool visits = isTag(verb, "VBG"_L1) && word(verb).head >= 0 &&
                            (word(verb).deprel == Deprel::Advcl || word(verb).deprel == Deprel::Acl);
        if (!visits || object < verb || marker != verb - 1 || !isVisitor(marker, verb, object))
            return;
        m_edits.push_back({object, word(verb).head, Deprel::Obl});
        m_edits.push_back({marker, object, Deprel::Case});
        m_edits.push_back({verb, object, Deprel::Amod});
    }

    /// "X condemned the attack", the attack read as a second subject.
    void turnSecondSubject(int verb)
    {
        if (m_tree.child(verb, {Deprel::Obj, Deprel::Ccomp, Deprel::Xcomp, Deprel::AuxPass}) >= 0)
            return;
        int before = -1;
        for (const int c : m_tree.children(verb)) {
            if (word(c).deprel != Deprel::Nsubj)
                continue;
            if (c < verb)
                before = c;
            else if (before >= 0 && c - verb <= nearby && word(c).upos == Upos::Noun &&
                     word(verb).lemma != u"say")
                m_edits.push_back({c, verb, Deprel::Obj});
        }
    }

    /// "Will not lift the ban until the EU provides", "arrested a man suspected of": the noun right after the
    /// verb was made the subject of the clause behind it.
    void claimObject(int verb)
    {
        if (m_tree.child(verb, {Deprel::Obj, Deprel::Iobj, Deprel::NsubjPass, Deprel::AuxPass}) >= 0)
            return;
        for (const int c : m_tree.children(verb)) {
            const bool clause = word(c).deprel == Deprel::Ccomp || word(c).deprel == Deprel::Advcl;
            if (c < verb || !clause || word(c).upos != Upos::Verb)
                continue;
            const int noun = m_tree.child(c, {Deprel::Nsubj, Deprel::NsubjPass});
            if (noun < verb || noun > c || noun - verb > nearby || !follows(verb, noun))
                continue;
            const bool participle = isTag(c, "VBN"_L1) || isTag(c, "VBG"_L1) ||
                                    (isTag(c, "VBD"_L1) && c + 1 < wordCount() &&
                                     word(c + 1).upos == Upos::Sconj); // "a man suspected of having"
            const bool reduced =
                participle && m_tree.child(c, {Deprel::Aux, Deprel::AuxPass, Deprel::Mark}) < 0;
            if (!reduced && !isParted(noun, c))
                continue;
            m_edits.push_back({noun, verb, Deprel::Obj});
            if (reduced)
                word(c).deprel = Deprel::Advcl;
            return;
        }
    }

    /// "Argentina, home of many, has been in talks": news addresses nobody.
    void answerCalled(int predicate)
    {
        const int called = m_tree.child(predicate, {Deprel::Vocative});
        const bool names = called >= 0 && called < predicate && word(called).upos == Upos::Propn;
        const bool finite =
            m_tree.child(predicate, {Deprel::Aux, Deprel::Cop, Deprel::AuxPass}) >= 0 || isFinite(predicate);
        if (names && finite && m_tree.child(predicate, {Deprel::Nsubj, Deprel::NsubjPass}) < 0)
            word(called).deprel = Deprel::Nsubj;
    }

    /// A subject beside a passive's auxiliary suffers; one beside "has" and an object acts.
    void turnPassive(int verb)
    {
        const int subject = m_tree.child(verb, {Deprel::Nsubj});
        const int auxiliary = m_tree.child(verb, {Deprel::AuxPass});
        if (subject >= 0 && subject < auxiliary && isTag(verb, "VBN"_L1))
            word(subject).deprel = Deprel::NsubjPass;
        const int suffers = m_tree.child(verb, {Deprel::NsubjPass});
        const bool active = auxiliary < 0 && m_tree.child(verb, Deprel::Aux, u"have") >= 0 &&
                            m_tree.child(verb, {Deprel::Obj}) >= 0;
        if (suffers >= 0 && active) // "has held a meeting"
            word(suffers).deprel = Deprel::Nsubj;
    }

    /// "Will leave for Bolivia to attend": the place is the journey's end, not the one who attends.
    void leaveFor(int verb)
    {
        if (!isOneOf(word(verb).lemma, {u"leave", u"depart", u"head", u"fly", u"go"}))
            return;
        for (const int c : m_tree.children(verb)) {
            const int marker = m_tree.child(c, Deprel::Mark, u"for");
            const int place = m_tree.child(c, {Deprel::Nsubj});
            if (c > verb && marker > verb && place > marker && word(place).upos == Upos::Propn) {
                m_edits.push_back({place, verb, Deprel::Obl});
                m_edits.push_back({marker, place, Deprel::Case});
                return;
            }
        }
    }

    /// Only the noun's own words before it stand between it and the verb.
    [[nodiscard]] bool follows(int verb, int noun) const { return m_tree.range(noun).first == verb + 1; }

    /// A conjunction of time, cause or condition stands between the noun and the clause.
    [[nodiscard]] bool isParted(int noun, int clause) const
    {
        for (int t = noun + 1; t < clause; ++t) {
            if (isOneOf(m_annotation.form(t), {u"until", u"because", u"after", u"before", u"if", u"unless",
                                               u"when", u"while", u"although", u"since", u"as"}) &&
                word(t).upos != Upos::Noun)
                return true;
        }
        return false;
    }

    /// "Asked the envoy to leave", "agreed with Cuba to free": the infinitive belongs to the verb.
    void raiseInfinitive(int verb)
    {
        if (!takesInfinitive(word(verb).lemma) || m_tree.child(verb, {Deprel::Xcomp, Deprel::Ccomp}) >= 0)
            return;
        for (const int c : m_tree.children(verb)) {
            const bool argument = word(c).deprel == Deprel::Obj || word(c).deprel == Deprel::Obl;
            if (c < verb || !argument || !isSomebody(c))
                continue;
            for (const int inner : m_tree.children(c)) {
                if (word(inner).deprel == Deprel::Acl && m_tree.child(inner, Deprel::Mark, u"to") >= 0) {
                    m_edits.push_back({inner, verb, Deprel::Xcomp});
                    return;
                }
            }
        }
    }

    /// A name, a pronoun, or a noun that can act: not "a plan to", "its decision to".
    [[nodiscard]] bool isSomebody(int t) const
    {
        return word(t).upos == Upos::Propn || word(t).upos == Upos::Pron || canAct(word(t).lemma);
    }

    std::vector<Edit> m_edits;
};

} // namespace

void repair(language::Annotation &annotation)
{
    repairSaidClauses(annotation);
    Repairer(annotation).run();
    joinParted(annotation);
    lowerModifiers(annotation);
    freeBareDays(annotation);
    mendOpenings(annotation);
}

} // namespace demarche::analysis
