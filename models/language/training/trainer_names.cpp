#include "models/language/nametagger.h"
#include "models/language/training/trainers.h"

using namespace Qt::StringLiterals;

namespace demarche::language::training {

namespace {

constexpr double Quantum = 0.5;
constexpr double Prune = 1.0;
constexpr int Folds = 3;
constexpr double ContextKept = 0.6; // the rest is read without context, as the first reading of an article is


class NameTrainer
{
public:
    void learn(const NameSentence &s, bool withContext);
    [[nodiscard]] QByteArray bytes() const
    {
        return Weights::write(NameClasses, m_learner.quantised(m_learner.fittingQuantum(Quantum), Prune));
    }

private:
    void correct(const NameSentence &s);

    Learner m_learner{NameClasses};
    std::vector<FeatureList> m_features, m_context;
    std::vector<NameScores> m_emissions;
    std::array<NameScores, NameClasses> m_transitions{};
    std::vector<std::uint8_t> m_guess;
};

void NameTrainer::learn(const NameSentence &s, bool withContext)
{
    const int n = s.work.size();
    m_features.resize(size_t(n));
    m_context.resize(size_t(n));
    m_emissions.assign(size_t(n), NameScores{});
    for (int i = 0; i < n; ++i) {
        const auto k = size_t(i);
        m_features[k].size = m_context[k].size = 0;
        if (!mayBeNamed(s.work, i)) {
            m_emissions[k] = unnamed();
            continue;
        }
        nameFeatures(s.work, i, s.lists, m_features[k]);
        if (withContext && !s.uses.empty())
            contextFeatures(s.work, i, s.uses, m_context[k]);
        m_learner.score(m_features[k].all(), m_emissions[k].data());
        m_learner.score(m_context[k].all(), m_emissions[k].data());
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
        m_learner.update(m_context[i].all(), gold, guess);
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

// A name in a place that is never looked at cannot be learnt; its sentence would be corrected in vain for ever.
bool isLearnable(const NameSentence &s)
{
    for (int i = 0; i < s.work.size(); ++i) {
        if (s.classes[size_t(i)] != OutsideName && !mayBeNamed(s.work, i))
            return false;
    }
    return true;
}

// All sentences that can be learnt from but those of a fold's documents.
std::vector<NameSentence *> without(std::vector<NameSentence> &sentences, int fold)
{
    std::vector<NameSentence *> order;
    for (NameSentence &s : sentences) {
        if (s.document % Folds != fold && isLearnable(s))
            order.push_back(&s);
    }
    return order;
}

QByteArray trained(std::vector<NameSentence *> order, int epochs)
{
    NameTrainer trainer;
    Random random(31);
    for (int epoch = 0; epoch < epochs; ++epoch) {
        random.shuffle(order);
        for (NameSentence *s : order)
            trainer.learn(*s, random.chance(ContextKept));
    }
    return trainer.bytes();
}

// Reads each document of a fold by a model that has not seen it, and notes what its sentences say of each
// other's words.
void readFold(std::vector<NameSentence> &sentences, const NameTagger &tagger, int fold)
{
    for (size_t begin = 0; begin < sentences.size();) {
        size_t end = begin;
        while (end < sentences.size() && sentences[end].document == sentences[begin].document)
            ++end;
        if (sentences[begin].document % Folds == fold) {
            NameContext context;
            std::vector<WorkSentence> works;
            std::vector<std::vector<std::uint8_t>> classes;
            for (size_t i = begin; i < end; ++i)
                works.push_back(sentences[i].work);
            tagger.classify(works, classes);
            for (size_t i = begin; i < end; ++i)
                context.add(works[i - begin], classes[i - begin]);
            for (size_t i = begin; i < end; ++i) {
                for (int k = 0; k < sentences[i].work.size(); ++k)
                    sentences[i].uses.push_back(context.use(works[i - begin], k, classes[i - begin]));
            }
        }
        begin = end;
    }
}

} // namespace

Result<QByteArray> trainNames(std::vector<NameSentence> &sentences, const QByteArray &gazetteer, int epochs,
                              const std::function<void(const QString &)> &report)
{
    const auto lists = Gazetteer::open(gazetteer, u"training"_s);
    if (!lists)
        return std::unexpected(lists.error());
    for (NameSentence &s : sentences)
        lists->mark(s.work, s.lists);
    std::vector<QByteArray> models;
    for (int fold = 0; fold < Folds; ++fold) {
        report(u"names: first reading %1 of %2"_s.arg(fold + 1).arg(Folds));
        models.push_back(
            ModelFile::write({{"gazetteer", gazetteer},
                              {"names", trained(without(sentences, fold), std::max(2, epochs / 3))}}));
    }
    for (int fold = 0; fold < Folds; ++fold) {
        const auto file = ModelFile::open(models[size_t(fold)], u"training"_s);
        const auto tagger = file ? NameTagger::open(*file, u"training"_s) : std::unexpected(file.error());
        if (!tagger)
            return std::unexpected(tagger.error());
        readFold(sentences, *tagger, fold);
    }
    report(u"names: %1 sentences, %2 epochs"_s.arg(sentences.size()).arg(epochs));
    return trained(without(sentences, -1), epochs);
}

} // namespace demarche::language::training
