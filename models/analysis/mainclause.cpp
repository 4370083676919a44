#include "models/analysis/mainclause.h"

#include <algorithm>
#include <array>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

namespace {

constexpr int deepest = 6; ///< embedding deeper than this is a parser's error

/// Words whose clause or infinitive is the news itself.
bool carries(const knowledge::Patterns &patterns, const QString &lemma)
{
    static const std::array classes{u"says"_s,    u"promises"_s, u"vows"_s,     u"refuses"_s,
                                    u"willing"_s, u"intends"_s,  u"threatens"_s};
    return std::ranges::any_of(classes,
                               [&](const QString &name) { return patterns.words(name).contains(lemma); });
}

} // namespace

bool isReported(const Reading &reading, const knowledge::Patterns &patterns, int verb)
{
    for (int step = 0; step < deepest; ++step) {
        const auto &word = reading.annotation.word(verb);
        if (word.head < 0 || word.deprel == Deprel::Parataxis)
            return true;
        const Upos above = reading.annotation.word(word.head).upos;
        const bool joined = word.deprel == Deprel::Conj;
        const bool told = (word.deprel == Deprel::Ccomp || word.deprel == Deprel::Xcomp) &&
                          carries(patterns, reading.annotation.lemma(word.head));
        if ((!joined && !told) || above == Upos::Noun || above == Upos::Propn)
            return false;
        verb = word.head;
    }
    return false;
}

} // namespace demarche::analysis
