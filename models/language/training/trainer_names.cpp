#include "models/language/nametagger.h"
#include "models/language/training/trainers.h"

namespace demarche::language::training {

namespace {

constexpr double Quantum = 0.5;
constexpr double Prune = 1.5;

class NameTrainer
{
public:
    void learn(const NameSentence &s);
    [[nodiscard]] QByteArray bytes() const
    {
        return Weights::write(NameClasses, m_learner.quantised(Quantum, Prune));
    }

private:
    void correct(const NameSentence &s);

    Learner m_learner{NameClasses};
    std::vector<FeatureList> m_features;
    std::vector<NameScores> m_emissions;
    std::array<NameScores, NameClasses> m_transitions{};
    std::vector<std::uint8_t> m_guess;
};

void NameTrainer::learn(const NameSentence &s)
{
    const int n = s.work.size();
    m_features.resize(size_t(n));
    m_emissions.assign(size_t(n), NameScores{});
    for (int i = 0; i < n; ++i) {
        nameFeatures(s.work, i, m_features[size_t(i)]);
        m_learner.score(m_features[size_t(i)].all(), m_emissions[size_t(i)].data());
    }
    bestNames(m_emissions, m_transitions, s.kinds, m_guess);
    if (m_guess != s.classes)
        correct(s);
    m_learner.tick();
}

void NameTrainer::correct(const NameSentence &s)
{
    int goldBefore = OutsideName, guessBefore = OutsideName;
    for (size_t i = 0; i < m_guess.size(); ++i) {
        const int gold = s.classes[i], guess = m_guess[i];
        m_learner.update(m_features[i].all(), gold, guess);
        if (gold != guess || goldBefore != guessBefore) {
            m_learner.change(transitionFeature(goldBefore), gold, 1);
            m_learner.change(transitionFeature(guessBefore), guess, -1);
        }
        goldBefore = gold;
        guessBefore = guess;
    }
    for (int a = 0; a < NameClasses; ++a) {
        const std::uint64_t f = transitionFeature(a);
        m_transitions[size_t(a)] = {};
        m_learner.score({&f, 1}, m_transitions[size_t(a)].data());
    }
}

} // namespace

QByteArray trainNames(const std::vector<NameSentence *> &sentences, int epochs)
{
    NameTrainer trainer;
    std::vector<NameSentence *> order = sentences;
    Random random(31);
    for (int epoch = 0; epoch < epochs; ++epoch) {
        random.shuffle(order);
        for (NameSentence *s : order)
            trainer.learn(*s);
    }
    return trainer.bytes();
}

} // namespace demarche::language::training
