#include "models/analysis/openings.h"

#include "models/analysis/oneof.h"
#include "models/language/tags.h"
#include "models/language/tree.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

namespace {

class OpeningMender
{
public:
    explicit OpeningMender(language::Annotation &annotation)
        : m_annotation(annotation)
        , m_tree(annotation)
    {
    }

    void run()
    {
        for (const auto &sentence : m_annotation.document.sentences) {
            if (sentence.endToken <= sentence.firstToken)
                continue;
            raiseVerb(sentence.firstToken);
            lowerSuspected(sentence.firstToken);
        }
    }

private:
    [[nodiscard]] language::Word &word(int t) { return m_annotation.words[size_t(t)]; }
    [[nodiscard]] const language::Word &word(int t) const { return m_annotation.words[size_t(t)]; }
    [[nodiscard]] bool isNominal(int t) const
    {
        return word(t).upos == Upos::Noun || word(t).upos == Upos::Propn;
    }
    /// A finite verb, or a past one that was read as a participle.
    [[nodiscard]] bool canHead(int t) const
    {
        const auto tag = language::xposName(word(t).xpos);
        const bool past = tag == "VBN"_L1 && m_tree.child(t, {Deprel::OblAgent, Deprel::AuxPass}) < 0;
        return word(t).upos == Upos::Verb && (past || tag == "VBD"_L1 || tag == "VBZ"_L1 || tag == "VBP"_L1);
    }

    /// "Also the envoy protested", all hung on the adverb: the verb heads the sentence.
    void raiseVerb(int adverb)
    {
        if (word(adverb).head >= 0 || word(adverb).upos != Upos::Adv)
            return;
        for (const int noun : m_tree.children(adverb)) {
            const int verb = isNominal(noun) ? m_tree.child(noun, {Deprel::Acl}) : -1;
            if (verb < noun || !canHead(verb) || m_tree.child(verb, {Deprel::Nsubj}) >= 0)
                continue;
            for (const int other : m_tree.children(adverb))
                word(other).head = verb;
            word(verb).head = -1;
            word(verb).deprel = Deprel::Root;
            word(noun).deprel = Deprel::Nsubj;
            word(adverb).head = verb;
            word(adverb).deprel = Deprel::Advmod;
            return;
        }
    }

    /// "Suspected rebels on Monday attacked", the suspicion read as a clause: it is the rebels' quality.
    void lowerSuspected(int participle)
    {
        const int verb = word(participle).head;
        if (verb < participle || word(participle).upos != Upos::Verb ||
            !isOneOf(m_annotation.form(participle), {u"Suspected", u"Alleged"}) ||
            m_tree.child(verb, {Deprel::Nsubj, Deprel::NsubjPass}) >= 0)
            return;
        for (const int noun : m_tree.children(participle)) {
            if (noun < participle || !isNominal(noun) || m_tree.range(noun).first != participle + 1)
                continue;
            word(noun).head = verb;
            word(noun).deprel = Deprel::Nsubj;
            word(participle).head = noun;
            word(participle).deprel = Deprel::Amod;
            word(participle).upos = Upos::Adj;
            return;
        }
    }

    language::Annotation &m_annotation;
    language::Tree m_tree; ///< of the trees as they were
};

} // namespace

void mendOpenings(language::Annotation &annotation)
{
    const bool any = std::ranges::any_of(annotation.document.sentences, [&](const auto &sentence) {
        const auto first = size_t(sentence.firstToken);
        return sentence.endToken > sentence.firstToken &&
               ((annotation.words[first].head < 0 && annotation.words[first].upos == Upos::Adv) ||
                isOneOf(annotation.form(int(first)), {u"Suspected", u"Alleged"}));
    });
    if (any) // most texts have none: no tree is built for them
        OpeningMender(annotation).run();
}

} // namespace demarche::analysis
