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

bool isInfinitive(const Reading &reading, int verb)
{
    return reading.annotation.word(verb).deprel == Deprel::Advcl &&
           reading.tree.child(verb, Deprel::Mark, u"to") >= 0;
}

/// "Stormed a post, killing ten": a participle without subject or conjunction tells what came of it.
bool isResult(const Reading &reading, const knowledge::Patterns &patterns, int verb)
{
    const int above = reading.tree.head(verb); // "…, officials said, killing ten": none of theirs
    return above >= 0 && !patterns.words(u"says"_s).contains(reading.annotation.lemma(above)) &&
           reading.annotation.word(verb).deprel == Deprel::Advcl && reading.tree.head(verb) < verb &&
           language::xposName(reading.annotation.word(verb).xpos) == QLatin1StringView("VBG") &&
           reading.tree.child(verb, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::Mark, Deprel::Case}) < 0;
}

} // namespace

bool isReported(const Reading &reading, const knowledge::Patterns &patterns, int verb, bool withResults)
{
    for (int step = 0; step < deepest; ++step) {
        const auto &word = reading.annotation.word(verb);
        if (word.head < 0 || word.deprel == Deprel::Parataxis)
            return true;
        const Upos above = reading.annotation.word(word.head).upos;
        const bool joined = word.deprel == Deprel::Conj || (withResults && isResult(reading, patterns, verb));
        const bool told = (word.deprel == Deprel::Ccomp || word.deprel == Deprel::Xcomp ||
                           isInfinitive(reading, verb)) && // "agreed on Monday to lift"
                          carries(patterns, reading.annotation.lemma(word.head));
        if ((!joined && !told) || above == Upos::Noun || above == Upos::Propn)
            return false;
        verb = word.head;
    }
    return false;
}

} // namespace demarche::analysis
