#include "models/analysis/openings.h"

#include "models/analysis/oneof.h"
#include "models/analysis/treemender.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

namespace {

class OpeningMender : private TreeMender
{
public:
    using TreeMender::TreeMender;

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
    /// A finite verb, or a past one that was read as a participle.
    [[nodiscard]] bool canHead(int t) const
    {
        const bool past = isTag(t, "VBN"_L1) && m_tree.child(t, {Deprel::OblAgent, Deprel::AuxPass}) < 0;
        return word(t).upos == Upos::Verb && (past || isFinite(t));
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
            hang(verb, -1, Deprel::Root);
            word(noun).deprel = Deprel::Nsubj;
            hang(adverb, verb, Deprel::Advmod);
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
            hang(noun, verb, Deprel::Nsubj);
            hang(participle, noun, Deprel::Amod);
            word(participle).upos = Upos::Adj;
            return;
        }
    }
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
