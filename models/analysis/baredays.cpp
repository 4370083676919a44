#include "models/analysis/baredays.h"

#include "models/analysis/dates.h"
#include "models/language/tags.h"
#include "models/language/tree.h"

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

namespace {

class DayFreer
{
public:
    explicit DayFreer(language::Annotation &annotation)
        : m_annotation(annotation)
        , m_tree(annotation)
    {
    }

    void run()
    {
        for (int t = 1; t < int(m_annotation.words.size()); ++t) {
            const bool bare = word(t).upos == Upos::Propn && isWeekdayName(m_annotation.lemma(t)) &&
                              m_tree.child(t, {Deprel::Case}) < 0 && isNominal(t - 1) &&
                              m_tree.sentenceOf(t) == m_tree.sentenceOf(t - 1);
            if (bare && !freeSubject(t))
                freeObject(t);
        }
    }

private:
    [[nodiscard]] language::Word &word(int t) { return m_annotation.words[size_t(t)]; }
    [[nodiscard]] const language::Word &word(int t) const { return m_annotation.words[size_t(t)]; }
    [[nodiscard]] bool isNominal(int t) const
    {
        return word(t).upos == Upos::Noun || word(t).upos == Upos::Propn;
    }
    [[nodiscard]] bool isFinite(int t) const
    {
        const auto tag = language::xposName(word(t).xpos);
        return word(t).upos == Upos::Verb && (tag == "VBD"_L1 || tag == "VBZ"_L1 || tag == "VBP"_L1);
    }

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
        if (verb >= int(m_annotation.words.size()) || !isFinite(verb))
            return false;
        const int subject = m_tree.child(verb, {Deprel::Nsubj, Deprel::NsubjPass});
        const int noun = phraseBefore(day);
        if ((subject >= 0 && subject != day) || m_tree.child(noun, {Deprel::Case}) >= 0 ||
            m_tree.dominates(noun, verb))
            return false;
        word(noun).head = verb;
        word(noun).deprel = Deprel::Nsubj;
        word(day).head = verb;
        word(day).deprel = Deprel::OblUnmarked;
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
        word(noun).head = verb;
        word(noun).deprel = Deprel::Obj;
        word(day).deprel = Deprel::OblUnmarked;
    }

    language::Annotation &m_annotation;
    language::Tree m_tree; ///< of the trees as they were
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
