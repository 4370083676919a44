#include "models/language/nametagger.h"

#include "models/language/hash.h"
#include "models/language/occurrences.h"

#include <algorithm>
#include <limits>

namespace demarche::language {

namespace {
constexpr std::uint64_t TransitionTemplate = 699;
constexpr unsigned AllKinds = 0xff;

constexpr std::int32_t Certain = 1 << 20;
const std::uint8_t ProperNoun = xposFrom(u"NNP"), ProperNouns = xposFrom(u"NNPS");

} // namespace

bool mayBeNamed(const WorkSentence &s, int i)
{
    for (int k = i - 2; k <= i + 2; ++k) {
        const Case letters = s.lex(k).letters;
        if (letters == Case::Capitalised || letters == Case::Upper || letters == Case::Mixed ||
            s.xpos(k) == ProperNoun || s.xpos(k) == ProperNouns)
            return true;
    }
    return false;
}

NameScores unnamed()
{
    NameScores scores;
    scores.fill(-Certain);
    scores[OutsideName] = 0;
    return scores;
}

std::uint64_t transitionFeature(int previous)
{
    return feature(TransitionTemplate, std::uint64_t(previous));
}

void bestNames(std::span<const NameScores> emissions, const std::array<NameScores, NameClasses> &transitions,
               unsigned kinds, std::vector<std::uint8_t> &classes)
{
    constexpr std::int32_t Never = std::numeric_limits<std::int32_t>::min() / 2;
    const size_t n = emissions.size();
    classes.assign(n, OutsideName);
    if (n == 0)
        return;
    thread_local std::vector<std::array<std::uint8_t, NameClasses>> from;
    from.resize(n);
    NameScores now{};
    for (size_t i = 0; i < n; ++i) {
        NameScores next;
        for (int b = 0; b < NameClasses; ++b) {
            std::int32_t top = Never;
            int origin = 0;
            const bool given = b == OutsideName || (kinds >> unsigned(kindOf(b)) & 1u);
            for (int a = 0; given && a < (i ? NameClasses : 1); ++a) {
                if (mayFollow(a, b) && now[size_t(a)] > Never) {
                    const std::int32_t score = now[size_t(a)] + transitions[size_t(a)][size_t(b)];
                    if (score > top)
                        top = score, origin = a;
                }
            }
            next[size_t(b)] = top > Never ? std::max(top + emissions[i][size_t(b)], Never) : Never;
            from[i][size_t(b)] = std::uint8_t(origin);
        }
        // Only differences count: kept about 0, sums stay in range however long the sentence.
        const std::int32_t most = *std::ranges::max_element(next);
        for (size_t b = 0; b < NameClasses; ++b)
            now[b] = next[b] > Never ? std::max(next[b] - most, Never) : Never;
    }
    int at = OutsideName;
    for (int b = 0; b < NameClasses; ++b) {
        if (mayFollow(b, OutsideName) && now[size_t(b)] > now[size_t(at)])
            at = b;
    }
    for (size_t i = n; i-- > 0;) {
        classes[i] = std::uint8_t(at);
        at = from[i][size_t(at)];
    }
}

void collectNames(std::span<const std::uint8_t> classes, int firstToken, std::vector<Name> &names)
{
    int begin = 0;
    for (int i = 0; i < int(classes.size()); ++i) {
        const int cls = classes[size_t(i)];
        if (cls == OutsideName)
            continue;
        const NamePart part = partOf(cls);
        if (part == NamePart::Begin || part == NamePart::Unit)
            begin = i;
        if (part == NamePart::Last || part == NamePart::Unit)
            names.push_back({firstToken + begin, firstToken + i + 1, kindOf(cls)});
    }
}

Result<NameTagger> NameTagger::open(const ModelFile &file, const QString &where)
{
    auto weights = Weights::open(file.section("names"), where);
    if (!weights)
        return std::unexpected(weights.error());
    if (weights->classes() != NameClasses)
        return std::unexpected(
            Problem{where, QStringLiteral("the name tagger has other classes than this program")});
    const auto gazetteer = Gazetteer::open(file.section("gazetteer"), where);
    if (!gazetteer)
        return std::unexpected(gazetteer.error());
    NameTagger tagger;
    tagger.m_weights = *weights;
    tagger.m_gazetteer = *gazetteer;
    for (int a = 0; a < NameClasses; ++a) {
        const std::uint64_t f = transitionFeature(a);
        tagger.m_weights.score({&f, 1}, tagger.m_transitions[size_t(a)].data());
    }
    return tagger;
}

void NameTagger::scoreWords(std::span<const WorkSentence> sentences,
                            std::vector<std::vector<NameScores>> &emissions) const
{
    Occurrences occurrences;
    for (const WorkSentence &s : sentences)
        occurrences.add(s);
    std::vector<std::uint32_t> lists;
    FeatureList features;
    emissions.resize(sentences.size());
    for (size_t k = 0; k < sentences.size(); ++k) {
        const WorkSentence &s = sentences[k];
        emissions[k].assign(size_t(s.size()), NameScores{});
        m_gazetteer.mark(s, lists);
        for (int i = 0; i < s.size(); ++i) {
            NameScores &scores = emissions[k][size_t(i)];
            if (!mayBeNamed(s, i)) {
                scores = unnamed();
                continue;
            }
            nameFeatures(s, i, lists, features);
            m_weights.score(features.all(), scores.data());
            occurrences.features(s, i, features);
            m_weights.score(features.all(), scores.data());
        }
    }
}

bool NameTagger::scoreContext(const WorkSentence &s, std::span<const NameContext::Use> uses,
                              std::vector<NameScores> &emissions) const
{
    if (std::ranges::all_of(uses, &NameContext::Use::isEmpty))
        return false;
    FeatureList features;
    for (int i = 0; i < s.size(); ++i) {
        contextFeatures(s, i, uses, features);
        m_weights.score(features.all(), emissions[size_t(i)].data());
    }
    return true;
}

void NameTagger::classify(std::span<const WorkSentence> sentences,
                          std::vector<std::vector<std::uint8_t>> &classes) const
{
    std::vector<std::vector<NameScores>> emissions;
    scoreWords(sentences, emissions);
    NameContext context;
    classes.resize(sentences.size());
    for (size_t k = 0; k < sentences.size(); ++k) {
        bestNames(emissions[k], m_transitions, AllKinds, classes[k]);
        context.add(sentences[k], classes[k]);
    }
    std::vector<NameContext::Use> uses;
    for (size_t k = 0; k < sentences.size(); ++k) {
        context.uses(sentences[k], classes[k], uses);
        if (scoreContext(sentences[k], uses, emissions[k]))
            bestNames(emissions[k], m_transitions, AllKinds, classes[k]);
    }
}

} // namespace demarche::language
