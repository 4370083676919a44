#include "models/language/tagger.h"
#include "models/language/training/trainers.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace demarche::language::training {

namespace {

constexpr double Quantum = 0.5;
constexpr double Prune = 1.25;
constexpr int KnownFrom = 25;        // times seen
constexpr double KnownShare = 0.998; // of its occurrences with that tag

void learnXpos(TreeSentence &s, Learner &learner)
{
    FeatureList features;
    for (int i = 0; i < s.size(); ++i) {
        std::int32_t scores[XposCount] = {};
        xposFeatures(s.work, i, features);
        learner.score(features.all(), scores);
        const int guess = best(scores, XposCount);
        learner.update(features.all(), s.xpos[size_t(i)], guess);
        learner.tick();
        s.work.xpos(i) = std::uint8_t(guess);
    }
}

// On the guessed Penn tags, for those are what it will stand on.
void learnUpos(TreeSentence &s, Learner &learner)
{
    FeatureList features;
    for (int i = 0; i < s.size(); ++i) {
        std::int32_t scores[UposCount] = {};
        uposFeatures(s.work, i, features);
        learner.score(features.all(), scores);
        const int guess = best(scores, UposCount);
        learner.update(features.all(), s.upos[size_t(i)], guess);
        learner.tick();
        s.work.upos(i) = std::uint8_t(guess);
    }
}

// Frequent words that have practically one tag. One letter alone, and what has digits, is left to the
// classifier.
QByteArray knownWords(const std::vector<TreeSentence *> &sentences)
{
    std::map<std::uint64_t, std::map<std::uint8_t, int>> words;
    for (const TreeSentence *s : sentences) {
        for (int i = 0; i < s->size(); ++i) {
            if (!s->work.lex(i).hasDigit)
                ++words[s->work.lex(i).form][s->xpos[size_t(i)]];
        }
    }
    std::vector<std::pair<std::uint64_t, std::uint32_t>> known;
    for (const auto &[form, tags] : words) {
        int total = 0, most = 0, tag = 0;
        for (auto [t, n] : tags) {
            total += n;
            if (n > most)
                most = n, tag = t;
        }
        if (total >= KnownFrom && most >= KnownShare * total)
            known.emplace_back(form, std::uint32_t(tag + 1));
    }
    return SmallMap::write(known, 10);
}

QByteArray impliedTags(const std::vector<TreeSentence *> &sentences)
{
    std::vector<std::array<int, UposCount>> counts(XposCount);
    for (const TreeSentence *s : sentences) {
        for (size_t i = 0; i < s->xpos.size(); ++i)
            ++counts[s->xpos[i]][s->upos[i]];
    }
    QByteArray implied;
    for (const auto &tags : counts) {
        const int total = std::accumulate(tags.begin(), tags.end(), 0);
        const auto top = std::ranges::max_element(tags);
        implied.append(
            char(total > 0 && *top >= KnownShare * total ? top - tags.begin() : WorkSentence::NoTag));
    }
    return implied;
}

} // namespace

TaggerTrainer::TaggerTrainer()
    : m_xpos(XposCount)
    , m_upos(UposCount)
{
}

void TaggerTrainer::train(const std::vector<TreeSentence *> &sentences, int epochs)
{
    m_known = knownWords(sentences);
    m_implied = impliedTags(sentences);
    std::vector<TreeSentence *> order = sentences;
    Random random(17);
    for (int epoch = 0; epoch < epochs; ++epoch) {
        random.shuffle(order);
        for (TreeSentence *s : order) {
            learnXpos(*s, m_xpos);
            learnUpos(*s, m_upos);
        }
    }
}

std::map<std::string, QByteArray> TaggerTrainer::sections() const
{
    return {{"xpos", Weights::write(XposCount, m_xpos.quantised(Quantum, Prune))},
            {"upos", Weights::write(UposCount, m_upos.quantised(Quantum, Prune))},
            {"known", m_known},
            {"implied", m_implied}};
}

} // namespace demarche::language::training
