#include "models/language/evaluation/scores.h"

#include "models/language/tags.h"

namespace demarche::language::evaluation {

namespace {

QLatin1StringView universal(Deprel d)
{
    const QLatin1StringView full = name(d);
    const qsizetype colon = full.indexOf(QLatin1Char(':'));
    return colon < 0 ? full : full.left(colon);
}

} // namespace

SyntaxScore scoreSyntax(const Annotator &annotator, const std::vector<ConlluSentence> &gold)
{
    const Annotation found = annotator.annotate(documentOf(gold));
    SyntaxScore score;
    for (size_t s = 0; s < gold.size(); ++s) {
        const int first = found.document.sentences[s].firstToken;
        for (size_t i = 0; i < gold[s].tokens.size(); ++i) {
            const ConlluToken &right = gold[s].tokens[i];
            const Word &word = found.words[size_t(first) + i];
            const bool head = (word.head < 0 ? 0 : word.head - first + 1) == right.head;
            ++score.tokens;
            score.upos += word.upos == right.upos;
            score.xpos += word.xpos == right.xpos;
            score.lemmas += word.lemma == right.lemma;
            score.heads += head;
            score.arcs += head && universal(word.deprel) == universal(right.deprel);
        }
    }
    return score;
}

} // namespace demarche::language::evaluation
