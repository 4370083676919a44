#include "models/analysis/baredays.h"

#include "models/analysis/dates.h"
#include "models/analysis/treemender.h"

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

namespace {

class DayFreer : private TreeMender
{
public:
    using TreeMender::TreeMender;

    void run()
    {
        for (int t = 1; t < wordCount(); ++t) {
            const bool bare = word(t).upos == Upos::Propn && isWeekdayName(m_annotation.lemma(t)) &&
                              m_tree.child(t, {Deprel::Case}) < 0 && isNominal(t - 1) &&
                              m_tree.sentenceOf(t) == m_tree.sentenceOf(t - 1);
            if (bare && !freeSubject(t))
                freeObject(t);
        }
    }

private:
    /// The top of the phrase that ends before a day.
    [[nodiscard]] int phraseBefore(int day) const
    {
        int top = day - 1;
        while (word(top).head >= 0 && word(top).head < top && isNominal(word(top).head))
            top = word(top).head;
        return top;
    }

    /// "Japan Thursday protested".
    bool freeSubject(int day)
    {
        const int verb = day + 1;
        if (verb >= wordCount() || word(verb).upos != Upos::Verb || !isFinite(verb))
            return false;
        const int subject = m_tree.child(verb, {Deprel::Nsubj, Deprel::NsubjPass});
        const int noun = phraseBefore(day);
        if ((subject >= 0 && subject != day) || m_tree.child(noun, {Deprel::Case}) >= 0 ||
            m_tree.dominates(noun, verb))
            return false;
        hang(noun, verb, Deprel::Nsubj);
        hang(day, verb, Deprel::OblUnmarked);
        return true;
    }

    /// "Summoned the envoy Monday".
    void freeObject(int day)
    {
        const int verb = word(day).head;
        if (verb < 0 || verb > day || word(verb).upos != Upos::Verb || m_tree.child(verb, {Deprel::Obj}) >= 0)
            return;
        const int noun = phraseBefore(day);
        if (word(noun).head != day || m_tree.child(noun, {Deprel::Case}) >= 0)
            return;
        hang(noun, verb, Deprel::Obj);
        word(day).deprel = Deprel::OblUnmarked;
    }
};

} // namespace

void freeBareDays(language::Annotation &annotation)
{
    const auto &words = annotation.words;
    for (size_t t = 1; t < words.size(); ++t) { // most texts name no such day: no tree is built for them
        if (words[t].upos == Upos::Propn && words[t - 1].upos != Upos::Adp && isWeekdayName(words[t].lemma)) {
            DayFreer(annotation).run();
            return;
        }
    }
}

} // namespace demarche::analysis
