#include "models/analysis/attribution.h"

#include "models/language/hash.h"

#include <algorithm>

namespace demarche::analysis {

using language::feature;
using language::Upos;

namespace {

/// Numbers of the feature templates. Weights are stored under them: a new one goes to the end.
enum Template : std::uint64_t {
    SLength = 128,
    SCapitals,
    SVerb,
    SBefore,
    SAfter,
    SBeforeLemma,
    SAfterLemma,
    SHead,
    SHeadLemma,
    SInside,
    SInsideLength,
    SDirectCue,
    SMark,
    SOnlyWord,
    SFirst,
    SBeforeTwo,
    SSentence,
    SLengthCapitals,
    SStartsEnds
};

std::uint64_t bucket(int words)
{
    return std::uint64_t(words < 6 ? words : words < 8 ? 6 : words < 12 ? 7 : 8);
}

bool isWord(const CueContext &c, int token)
{
    return c.word(token).upos != Upos::Punct && c.word(token).upos != Upos::Sym;
}

/// The character beside the stretch, past its mark and blanks, as a class: letters and digits are one.
std::uint64_t beside(QStringView text, qsizetype at, int step)
{
    int marks = 0;
    for (; at >= 0 && at < text.size(); at += step) {
        const QChar c = text[at];
        if (c == u'\n')
            return 1;
        if (QStringView(u"\"“”‘’'`«»").contains(c) && marks < 2)
            ++marks;
        else if (!c.isSpace())
            return c.isLetterOrNumber() ? 2 : c.unicode();
    }
    return 1;
}

/// How many words of a stretch are written large, of how many long ones: 0 none, 1 some, 2 all.
std::uint64_t capitals(const CueContext &c, QuotedTokens stretch)
{
    int large = 0;
    int all = 0;
    for (int t = stretch.firstToken; t < stretch.endToken; ++t) {
        if (isWord(c, t) && c.form(t).size() > 3) {
            ++all;
            large += c.form(t).front().isUpper();
        }
    }
    return large == 0 ? 0 : large < all ? 1 : 2;
}

/// The stretch's topmost token.
int headOf(const CueContext &c, QuotedTokens stretch)
{
    for (int t = stretch.firstToken; t < stretch.endToken; ++t) {
        const int head = c.tree.head(t);
        if (isWord(c, t) && (head < stretch.firstToken || head >= stretch.endToken))
            return t;
    }
    return stretch.firstToken;
}

int nextWord(const CueContext &c, int token, int step)
{
    const int count = int(c.lemmas.size());
    while (token >= 0 && token < count && !isWord(c, token))
        token += step;
    return token >= 0 && token < count ? token : -1;
}

/// Whether a word that goes with direct speech stands outside the marks in the stretch's first or last
/// sentence.
bool hasDirectCue(const CueContext &c, QuotedTokens stretch)
{
    const auto &sentences = c.tree.annotation().document.sentences;
    for (const int end : {stretch.firstToken, stretch.endToken - 1}) {
        const auto &sentence = sentences[size_t(c.tree.sentenceOf(end))];
        const int last = std::min(sentence.endToken, end + speechReach);
        for (int t = std::max(sentence.firstToken, end - speechReach); t < last; ++t) {
            if (c.quotedAt[size_t(t)] < 0 && c.cues[size_t(t)].direct)
                return true;
        }
    }
    return false;
}

} // namespace

int attributionOf(const CueContext &c, const std::vector<Attribution> &all, QuotedTokens stretch)
{
    // A word that goes with direct speech before any other, then the innermost.
    const auto rank = [&](const Attribution &a) {
        const bool direct = c.cues[size_t(a.cue)].direct && c.word(a.cue).upos != Upos::Noun;
        return std::pair(!direct, a.endToken - a.firstToken);
    };
    int best = -1;
    const auto near = std::ranges::lower_bound(all, stretch.firstToken - speechReach, {}, &Attribution::cue);
    for (auto i = int(near - all.begin()); i < int(all.size()); ++i) {
        const Attribution &a = all[size_t(i)];
        if (a.cue > stretch.endToken + speechReach)
            break;
        const bool holds = a.contains(stretch.firstToken) || a.contains(stretch.endToken - 1);
        if (c.quotedAt[size_t(a.cue)] < 0 && holds && (best < 0 || rank(a) < rank(all[size_t(best)])))
            best = i;
    }
    return best;
}

void stretchFeatures(const CueContext &c, const std::vector<Attribution> &attributions, QuotedTokens stretch,
                     Features &into)
{
    into.clear();
    const text::Document &document = c.tree.annotation().document;
    const auto tokens =
        std::span(c.tree.annotation().words)
            .subspan(size_t(stretch.firstToken), size_t(stretch.endToken - stretch.firstToken));
    int words = 0;
    for (int t = stretch.firstToken; t < stretch.endToken; ++t)
        words += isWord(c, t);
    const std::uint64_t length = bucket(words);
    const std::uint64_t large = capitals(c, stretch);
    const std::uint64_t upper = c.form(stretch.firstToken).front().isUpper();
    const std::uint64_t verb = std::ranges::any_of(
        tokens, [](const language::Word &w) { return w.upos == Upos::Verb || w.upos == Upos::Aux; });
    const qsizetype begin = document.tokens[size_t(stretch.firstToken)].span.begin;
    const qsizetype end = document.tokens[size_t(stretch.endToken) - 1].span.end;
    const std::uint64_t before = beside(document.text, begin - 1, -1);
    const std::uint64_t after = beside(document.text, end, 1);
    const QChar last = document.text[end - 1];
    into.push_back(feature(SLength, length));
    into.push_back(feature(SCapitals, large, upper));
    into.push_back(feature(SLengthCapitals, length, large, upper));
    into.push_back(feature(SVerb, verb, length));
    into.push_back(feature(SBefore, before));
    into.push_back(feature(SAfter, after, last.isLetterOrNumber() ? 0 : last.unicode()));
    into.push_back(feature(SStartsEnds, before, after, upper, length));
    into.push_back(feature(SMark, begin > 0 ? document.text[begin - 1].unicode() : 0));
    const int previous = nextWord(c, stretch.firstToken - 1, -1);
    const int next = nextWord(c, stretch.endToken, 1);
    into.push_back(feature(SBeforeLemma, previous < 0 || before == 1 ? 0 : c.lemmas[size_t(previous)]));
    if (previous > 0 && before != 1)
        into.push_back(feature(SBeforeTwo, c.lemmas[size_t(previous)], c.lemmas[size_t(previous) - 1]));
    into.push_back(feature(SAfterLemma, next < 0 || after == 1 ? 0 : c.lemmas[size_t(next)]));
    const int head = headOf(c, stretch);
    into.push_back(
        feature(SHead, std::uint64_t(c.word(head).deprel), std::uint64_t(c.word(head).upos), length));
    if (c.tree.head(head) >= 0)
        into.push_back(feature(SHeadLemma, c.lemmas[size_t(c.tree.head(head))]));
    if (words == 1)
        into.push_back(feature(SOnlyWord, c.lemmas[size_t(head)], std::uint64_t(c.word(head).upos)));
    into.push_back(feature(SFirst, c.lemmas[size_t(stretch.firstToken)]));
    const int inside = attributionOf(c, attributions, stretch);
    const double certainty = inside < 0 ? 0 : attributions[size_t(inside)].certainty;
    const auto sure = std::uint64_t(certainty * 4);
    into.push_back(feature(SInside, sure, inside >= 0));
    into.push_back(feature(SInsideLength, sure, length, large));
    const std::uint64_t cue = hasDirectCue(c, stretch);
    into.push_back(feature(SDirectCue, cue, length, sure));
    into.push_back(feature(SSentence, document.sentences[size_t(c.tree.sentenceOf(head))].heading, length));
}

} // namespace demarche::analysis
