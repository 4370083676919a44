#include "models/analysis/joining.h"

#include "models/analysis/repairwords.h"
#include "models/analysis/treemender.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

namespace {

class Joiner : private TreeMender
{
public:
    using TreeMender::TreeMender;

    void run()
    {
        for (int t = 0; t < wordCount(); ++t) {
            joinList(t);
            takeSubject(t);
            shareTitles(t);
        }
    }

private:
    /// The noun that ends right before a comma or "and", at the top of its own phrase; -1 for none.
    [[nodiscard]] int nounBefore(int end, int verb) const
    {
        const auto joins = [this](int t) {
            return word(t).upos == Upos::Punct || word(t).upos == Upos::Cconj;
        };
        int last = joins(end) ? end : end - 1; // the comma may stand in the phrase or before it
        if (!joins(last))
            return -1;
        while (last > verb && joins(last))
            --last;
        if (last <= verb || !isNominal(last))
            return -1;
        int top = last;
        while (word(top).head > verb && isNominal(word(top).head) &&
               (word(top).deprel == Deprel::Flat || word(top).deprel == Deprel::Appos ||
                word(top).deprel == Deprel::Compound || word(top).deprel == Deprel::Conj))
            top = word(top).head;
        return top;
    }

    /// "Deputy premier and foreign minister Ali Said spoke": one man with two titles, whose name stands for
    /// both.
    void shareTitles(int t)
    {
        const int name =
            word(t).head >= 0 && word(t).upos == Upos::Noun ? m_tree.child(t, {Deprel::Conj}) : -1;
        const bool bare = name >= 0 && word(name).upos == Upos::Propn && isOffice(word(t).lemma) &&
                          isTag(t, "NN"_L1) &&
                          m_tree.child(t, {Deprel::Det, Deprel::NmodPoss, Deprel::Case}) < 0;
        const int title = bare ? m_tree.range(name).first + 1 : name;
        if (!bare || title >= name || word(title - 1).upos != Upos::Cconj ||
            m_tree.child(name, {Deprel::Det, Deprel::NmodPoss}) >= 0 || m_tree.range(name).end > name + 3)
            return;
        hang(name, word(t).head, word(t).deprel);
        hang(t, name, Deprel::Nmod);
    }

    /// "Hosted guests including the king, Chad's premier and the mayor": a name joined to the verb goes with
    /// the one before it.
    void joinList(int t)
    {
        const int verb = word(t).head;
        const bool hung = word(t).deprel == Deprel::Conj && word(t).upos == Upos::Propn && verb >= 0 &&
                          verb < t && word(verb).upos == Upos::Verb;
        if (!hung || m_tree.child(t, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::Cop, Deprel::Case,
                                      Deprel::Aux, Deprel::Obj, Deprel::Mark}) >= 0)
            return;
        const int before = nounBefore(m_tree.range(t).first, verb);
        if (before >= 0 && !m_tree.dominates(t, before))
            word(t).head = before;
    }

    /// "After delegates from both sides ended the talks", with the delegates read as a phrase of their own.
    void takeSubject(int verb)
    {
        if (word(verb).upos != Upos::Verb || word(verb).deprel != Deprel::Advcl || !isFinite(verb) ||
            m_tree.child(verb, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::Csubj, Deprel::Expl, Deprel::Cc}) >=
                0)
            return;
        int last = verb - 1;
        while (last > 0 && (word(last).upos == Upos::Adv || word(last).upos == Upos::Aux ||
                            m_annotation.form(last) == u")"))
            --last;
        for (int noun = last; noun >= 0 && noun > verb - reach; noun = word(noun).head) {
            const int marker = m_tree.child(noun, {Deprel::Case});
            const bool opens = isNominal(noun) && marker >= 0 && marker < noun &&
                               isOneOf(word(marker).lemma, {u"after", u"before", u"since", u"until"});
            if (!opens || m_tree.dominates(noun, verb))
                continue;
            hang(noun, verb, Deprel::Nsubj);
            hang(marker, verb, Deprel::Mark);
            return;
        }
    }

    static constexpr int reach = 16; ///< tokens between a verb and its subject
};

} // namespace

void joinParted(language::Annotation &annotation)
{
    Joiner(annotation).run();
}

} // namespace demarche::analysis
