#include "models/analysis/attribution.h"

#include "models/language/hash.h"

#include <algorithm>

namespace demarche::analysis {

using language::Deprel;
using language::feature;
using language::NameKind;
using language::Upos;

namespace {

/// Numbers of the feature templates. Weights are stored under them: a new one goes to the end.
enum Template : std::uint64_t {
    CLemma,
    CLemmaRel,
    CUposXpos,
    CRel,
    CHeadLemma,
    CHeadUpos,
    CChild,
    CChildLemma,
    CSubject,
    CSubjectLemma,
    CCase,
    CMark,
    CAuxiliary,
    CTable,
    CNext,
    CPrevious,
    CQuoted,
    CNegated,
    CPassive,
    CObject,
    CXcompLemma,
    CTableChild,
    CStart,
    CTableSubject,
    RPath = 64,
    RPathCue,
    RPathTable,
    RPathXpos,
    RCandidate,
    RPathUpos,
    RPathLemma,
    RPathName,
    RMark,
    RMarkCue,
    RDistance,
    RPassive,
    RQuoted,
    RSide,
    RCandidateXpos,
    RPathRelLeft,
    RChild,
    RPunct
};

std::uint64_t code(Deprel r)
{
    return std::uint64_t(r);
}

std::uint64_t code(Upos u)
{
    return std::uint64_t(u);
}

bool isFunction(Deprel r)
{
    switch (r) {
    case Deprel::Punct:
    case Deprel::Aux:
    case Deprel::AuxPass:
    case Deprel::Cop:
    case Deprel::Cc:
    case Deprel::CcPreconj:
    case Deprel::Det:
    case Deprel::Case:
    case Deprel::Mark:
        return true;
    default:
        return false;
    }
}

std::uint64_t table(const CueWord &word)
{
    return std::uint64_t(word.kind) * 2 + (word.direct ? 1 : 0);
}

bool isPassive(const CueContext &c, int token)
{
    return c.tree.child(token, {Deprel::AuxPass, Deprel::NsubjPass}) >= 0;
}

/// The form's hash where it is punctuation or a function word, else its class: what stands beside a cue.
std::uint64_t neighbour(const CueContext &c, int token)
{
    if (token < 0 || token >= int(c.lemmas.size()))
        return 0;
    const Upos upos = c.word(token).upos;
    const bool open = upos == Upos::Noun || upos == Upos::Propn || upos == Upos::Verb || upos == Upos::Adj ||
                      upos == Upos::Num || upos == Upos::Adv;
    return open ? code(upos) + 1 : c.lemmas[size_t(token)];
}

void childFeatures(const CueContext &c, int token, Features &into)
{
    const std::uint64_t lemma = c.lemmas[size_t(token)];
    const std::uint64_t kind = table(c.cues[size_t(token)]);
    for (const int child : c.tree.children(token)) {
        const auto &word = c.word(child);
        const std::uint64_t relation = code(word.deprel);
        const std::uint64_t side = child < token;
        into.push_back(feature(CChild, relation, side));
        into.push_back(feature(CChildLemma, relation, lemma));
        into.push_back(feature(CTableChild, relation, kind, side));
        switch (word.deprel) {
        case Deprel::Nsubj:
        case Deprel::NsubjPass:
            into.push_back(
                feature(CSubject, code(word.upos), std::uint64_t(c.names[size_t(child)]), relation));
            into.push_back(feature(CSubjectLemma, c.lemmas[size_t(child)]));
            into.push_back(
                feature(CTableSubject, kind, code(word.upos), std::uint64_t(c.names[size_t(child)])));
            break;
        case Deprel::Aux:
        case Deprel::AuxPass:
            into.push_back(feature(CAuxiliary, c.lemmas[size_t(child)]));
            break;
        case Deprel::Advmod:
            into.push_back(feature(CNegated, c.lemmas[size_t(child)]));
            break;
        case Deprel::Obj:
            into.push_back(feature(CObject, code(word.upos), c.lemmas[size_t(child)]));
            break;
        case Deprel::Xcomp:
            into.push_back(feature(CXcompLemma, c.lemmas[size_t(child)]));
            break;
        case Deprel::Mark:
        case Deprel::Case:
            into.push_back(feature(CMark, c.lemmas[size_t(child)], lemma));
            break;
        default:
            break;
        }
        const int marker = c.tree.child(child, {Deprel::Case, Deprel::Mark});
        if (marker >= 0) {
            into.push_back(feature(CCase, relation, c.lemmas[size_t(marker)], lemma));
            into.push_back(feature(CCase, relation, c.lemmas[size_t(marker)]));
        }
    }
}

} // namespace

CueContext::CueContext(const language::Tree &t, const std::vector<int> &quoted, const CueWords &table)
    : tree(t)
    , quotedAt(quoted)
    , words(table)
{
    const language::Annotation &annotation = t.annotation();
    const size_t count = annotation.words.size();
    lemmas.resize(count);
    cues.resize(count);
    names.assign(count, NameKind::None);
    for (size_t i = 0; i < count; ++i) {
        const QString &lemma = annotation.words[i].lemma;
        lemmas[i] = language::hash(lemma);
        switch (annotation.words[i].upos) {
        case Upos::Verb: {
            cues[i] = words.verb(lemma);
            if (cues[i].kind == CueWord::Kind::None)
                cues[i] = words.other(lemma);
            break;
        }
        case Upos::Noun:
            cues[i] = words.noun(lemma);
            break;
        case Upos::Adv:
        case Upos::Adp:
            cues[i] = words.other(lemma);
            break;
        default:
            break;
        }
    }
    for (const language::Name &name : annotation.names)
        std::fill(names.begin() + name.firstToken, names.begin() + name.endToken, name.kind);
}

bool mayBeCue(const CueContext &c, int token)
{
    switch (c.word(token).upos) {
    case Upos::Verb:
    case Upos::Noun:
        return true;
    case Upos::Adj:
    case Upos::Adv:
        return !isFunction(c.word(token).deprel);
    default:
        return c.cues[size_t(token)].kind != CueWord::Kind::None;
    }
}

void cueFeatures(const CueContext &c, int token, Features &into)
{
    into.clear();
    const language::Word &word = c.word(token);
    const std::uint64_t lemma = c.lemmas[size_t(token)];
    const std::uint64_t relation = code(word.deprel);
    into.push_back(feature(CLemma, lemma, code(word.upos)));
    into.push_back(feature(CLemmaRel, lemma, relation));
    into.push_back(feature(CUposXpos, code(word.upos), word.xpos));
    into.push_back(feature(CUposXpos, lemma, word.xpos));
    into.push_back(feature(CRel, relation, code(word.upos)));
    into.push_back(feature(CTable, table(c.cues[size_t(token)]), relation));
    into.push_back(feature(CTable, table(c.cues[size_t(token)]), 99, word.xpos));
    if (word.head >= 0) {
        into.push_back(feature(CHeadLemma, c.lemmas[size_t(word.head)], relation));
        into.push_back(feature(CHeadUpos, code(c.word(word.head).upos), relation, code(word.upos)));
        into.push_back(feature(CHeadUpos, table(c.cues[size_t(word.head)]), relation, 77));
    }
    childFeatures(c, token, into);
    into.push_back(feature(CNext, neighbour(c, token + 1)));
    into.push_back(feature(CNext, neighbour(c, token + 1), lemma));
    into.push_back(feature(CPrevious, neighbour(c, token - 1)));
    into.push_back(feature(CPrevious, neighbour(c, token - 1), lemma));
    into.push_back(feature(CQuoted, c.quotedAt[size_t(token)] >= 0));
    if (isPassive(c, token))
        into.push_back(feature(CPassive, lemma));
}

std::vector<Candidate> candidates(const CueContext &c, int cue)
{
    std::vector<Candidate> all;
    const auto add = [&](int token, int first, int end, std::uint64_t path) {
        if (first < end)
            all.push_back({token, first, end, path});
    };
    const auto below = [&](int parent, int except, std::uint64_t path) {
        for (const int child : c.tree.children(parent)) {
            if (child == except || isFunction(c.word(child).deprel))
                continue;
            const auto range = c.tree.range(child);
            add(child, range.first, range.end, feature(path, code(c.word(child).deprel), 1));
        }
    };
    below(cue, -1, 0);
    std::uint64_t path = 0;
    int from = cue;
    for (int steps = 0; steps < 3; ++steps) {
        const int up = c.tree.head(from);
        if (up < 0)
            break;
        path = feature(path, code(c.word(from).deprel), 2);
        // An ancestor stands for its clause on the longer side of the branch that holds the cue.
        const auto whole = c.tree.range(up);
        const auto branch = c.tree.range(from);
        if (branch.first - whole.first >= whole.end - branch.end)
            add(up, whole.first, branch.first, path);
        else
            add(up, branch.end, whole.end, path);
        below(up, from, path);
        from = up;
    }
    return all;
}

void roleFeatures(const CueContext &c, int cue, const Candidate &candidate, Features &into)
{
    into.clear();
    const int token = candidate.token;
    const language::Word &word = c.word(token);
    const std::uint64_t path = candidate.path;
    const std::uint64_t cueLemma = c.lemmas[size_t(cue)];
    const std::uint64_t kind = table(c.cues[size_t(cue)]);
    const std::uint64_t before = candidate.firstToken < cue;
    into.push_back(feature(RPath, path));
    into.push_back(feature(RPathCue, path, cueLemma));
    into.push_back(feature(RPathTable, path, kind, code(word.upos)));
    into.push_back(feature(RPathXpos, path, c.word(cue).xpos));
    into.push_back(feature(RCandidate, code(word.deprel), code(word.upos), before));
    into.push_back(feature(RPathUpos, path, code(word.upos), before));
    into.push_back(feature(RPathLemma, path, c.lemmas[size_t(token)]));
    into.push_back(feature(RPathName, path, std::uint64_t(c.names[size_t(token)]), code(word.upos)));
    into.push_back(feature(RCandidateXpos, word.xpos, path));
    into.push_back(feature(RSide, before, path, cueLemma));
    const int marker = c.tree.child(token, {Deprel::Mark, Deprel::Case});
    const std::uint64_t mark = marker < 0 ? 0 : c.lemmas[size_t(marker)];
    into.push_back(feature(RMark, path, mark));
    into.push_back(feature(RMarkCue, mark, cueLemma));
    into.push_back(feature(RMarkCue, mark, kind, 7));
    const int length = std::min(candidate.endToken - candidate.firstToken, 12);
    into.push_back(feature(RDistance, path, std::uint64_t(length)));
    into.push_back(feature(RDistance, code(word.deprel), std::uint64_t(length), before));
    into.push_back(feature(RPassive, path, isPassive(c, cue)));
    into.push_back(
        feature(RPunct, path, neighbour(c, candidate.endToken), neighbour(c, candidate.firstToken - 1)));
    if (c.quotedAt[size_t(candidate.firstToken)] >= 0 || c.quotedAt[size_t(token)] >= 0)
        into.push_back(feature(RQuoted, path, code(word.deprel)));
    // What else hangs from the cue tells what is left for this one to be.
    for (const int child : c.tree.children(cue)) {
        const Deprel relation = c.word(child).deprel;
        if (child != token && !isFunction(relation))
            into.push_back(feature(RChild, path, code(relation)));
    }
}

} // namespace demarche::analysis
