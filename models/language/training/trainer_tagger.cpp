#include "models/language/tagger.h"
#include "models/language/training/trainers.h"

namespace demarche::language::training {

namespace {

constexpr double Quantum = 0.5;
constexpr double Prune = 1.0;

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

} // namespace

TaggerTrainer::TaggerTrainer()
    : m_xpos(XposCount)
    , m_upos(UposCount)
{
}

void TaggerTrainer::train(const std::vector<TreeSentence *> &sentences, int epochs)
{
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
            {"upos", Weights::write(UposCount, m_upos.quantised(Quantum, Prune))}};
}

} // namespace demarche::language::training
