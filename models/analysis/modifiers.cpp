#include "models/analysis/modifiers.h"

#include "models/analysis/oneof.h"
#include "models/analysis/treemender.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

namespace {

class Lowerer : private TreeMender
{
public:
    using TreeMender::TreeMender;

    void run()
    {
        for (int t = 0; t < wordCount(); ++t) {
            lowerCompound(t);
            countAmount(t);
            lowerDemonym(t);
            sharePossessor(t);
            shareThing(t);
            hangDuring(t);
        }
    }

private:
    /// The second part of a word with a hyphen, a participle: "long-standing", "Omani-brokered".
    [[nodiscard]] bool isCompoundParticiple(int t) const
    {
        const auto &tokens = m_annotation.document.tokens;
        if (t < 2 || word(t).upos != Upos::Verb || m_annotation.form(t - 1) != u"-" ||
            tokens[size_t(t - 2)].span.end != tokens[size_t(t - 1)].span.begin ||
            tokens[size_t(t - 1)].span.end != tokens[size_t(t)].span.begin)
            return false;
        return isTag(t, "VBG"_L1) || isTag(t, "VBN"_L1) || isTag(t, "VBD"_L1);
    }

    /// The noun that follows right behind, without a preposition, and was read as the participle's own; -1
    /// for none.
    [[nodiscard]] int nounBehind(int participle) const
    {
        for (const int c : m_tree.children(participle)) {
            const bool argument = word(c).deprel == Deprel::Obj || word(c).deprel == Deprel::Obl ||
                                  word(c).deprel == Deprel::OblUnmarked;
            if (isNominal(c) && argument && m_tree.range(c).first == participle + 1)
                return c;
        }
        return -1;
    }

    /// "Lifted long-standing sanctions": the sanctions are the verb's object, the participle their quality.
    void lowerCompound(int t)
    {
        const int verb = word(t).head;
        if (!isCompoundParticiple(t) || verb < 0 || verb > t || word(verb).upos != Upos::Verb ||
            m_tree.child(verb, {Deprel::Obj}) >= 0 ||
            m_tree.child(t, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::Aux, Deprel::AuxPass, Deprel::Case,
                             Deprel::Mark}) >= 0)
            return;
        const int noun = nounBehind(t);
        if (noun < 0)
            return;
        for (const int c : m_tree.children(t)) {
            if (c > noun) // "on Friday"
                word(c).head = verb;
        }
        hang(noun, verb, Deprel::Obj);
        hang(t, noun, Deprel::Amod);
        word(t).upos = Upos::Adj;
    }

    /// "Gave around 40 dollars", "freed at least 19 sailors", read as a phrase that tells where or by whom.
    void countAmount(int t)
    {
        const int verb = word(t).head;
        const bool phrase = word(t).deprel == Deprel::Obl || word(t).deprel == Deprel::OblAgent;
        const bool amount =
            word(t).upos == Upos::Sym || word(t).upos == Upos::Num || m_tree.child(t, {Deprel::Nummod}) >= 0;
        if (verb < 0 || !phrase || !amount || word(verb).upos != Upos::Verb ||
            m_tree.child(verb, {Deprel::Obj, Deprel::NsubjPass, Deprel::AuxPass}) >= 0)
            return;
        const int marker = m_tree.range(t).first;
        if (marker != verb + 1 || marker >= t || !isApproximate(marker))
            return;
        word(t).deprel = Deprel::Obj;
        if (word(marker).head == t) {
            word(marker).deprel = Deprel::Advmod;
            word(marker).upos = Upos::Adv;
        }
    }

    /// "Around", "at least".
    [[nodiscard]] bool isApproximate(int t) const
    {
        return isOneOf(word(t).lemma, {u"around", u"about", u"over", u"under", u"near", u"nearly"}) ||
               isOneOf(m_annotation.form(t + 1), {u"least", u"most"});
    }

    /// "Called Ethiopian President X": the adjective is no predicate, the name behind it the object.
    void lowerDemonym(int t)
    {
        const int verb = word(t).head;
        const bool predicate = word(t).deprel == Deprel::Xcomp || word(t).deprel == Deprel::Ccomp;
        if (word(t).upos != Upos::Adj || verb < 0 || verb != t - 1 || !predicate ||
            word(verb).upos != Upos::Verb || !isCapital(t) || m_tree.child(verb, {Deprel::Obj}) >= 0)
            return;
        const int name = m_tree.child(t, {Deprel::Appos});
        if (name < t || word(name).upos != Upos::Propn)
            return;
        hang(name, verb, Deprel::Obj);
        hang(t, name, Deprel::Amod);
    }

    /// "Peru and Chile's foreign ministers": both are owners.
    void sharePossessor(int t)
    {
        const int noun = word(t).head;
        const bool read = word(t).deprel == Deprel::Nsubj || word(t).deprel == Deprel::Compound;
        if (!read || noun < t || word(noun).upos != Upos::Noun ||
            m_tree.child(noun, {Deprel::Cop, Deprel::Obj, Deprel::Aux}) >= 0)
            return;
        const bool owns = std::ranges::any_of(m_tree.children(t), [&](int c) {
            return c < noun && word(c).deprel == Deprel::Conj && m_tree.child(c, Deprel::Case, u"'s") >= 0;
        });
        if (owns)
            word(t).deprel = Deprel::NmodPoss;
    }

    /// "Welcomed Peru and Chile's pact", the first name read as welcomed itself: the pact is both states'.
    void shareThing(int t)
    {
        const int verb = word(t).head;
        if (word(t).upos != Upos::Propn || word(t).deprel != Deprel::Obj || verb < 0)
            return;
        for (const int thing : m_tree.children(verb)) {
            const int owner = thing > t ? m_tree.child(thing, {Deprel::NmodPoss}) : -1;
            const int joint = owner < 0 ? -1 : m_tree.child(thing, {Deprel::Cc});
            if (joint != t + 1 || word(thing).deprel != Deprel::Conj || word(thing).upos != Upos::Noun ||
                word(owner).upos != Upos::Propn || m_tree.range(owner).first != joint + 1)
                continue;
            word(thing).deprel = Deprel::Obj;
            hang(t, thing, Deprel::NmodPoss);
            hang(owner, t, Deprel::Conj);
            return;
        }
    }

    /// "Affirmed the need for efforts during a meeting": what happens at a meeting is what the verb tells.
    void hangDuring(int t)
    {
        const bool phrase = word(t).deprel == Deprel::Nmod && word(t).upos == Upos::Noun &&
                            m_tree.child(t, Deprel::Case, u"during") >= 0;
        int above = phrase ? word(t).head : -1;
        while (above >= 0 && word(above).upos != Upos::Verb)
            above = word(above).head;
        if (above < 0 || above > t)
            return;
        hang(t, above, Deprel::Obl);
    }
};

} // namespace

void lowerModifiers(language::Annotation &annotation)
{
    Lowerer(annotation).run();
}

} // namespace demarche::analysis
