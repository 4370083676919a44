#include "models/language/parser.h"
#include "models/language/training/trainers.h"

#include <array>

using namespace Qt::StringLiterals;

namespace demarche::language::training {

namespace {

constexpr double Exploration = 0.9;
constexpr double Quantum = 0.5;
constexpr double MovePrune = 1.0;
constexpr double LabelPrune = 1.0;
constexpr size_t MoveRows = 700'000; // what the size of the shipped file allows
constexpr int Impossible = 1 << 20;

/// How many gold arcs each move puts out of reach for good (Goldberg and Nivre 2013).
std::array<int, MoveCount> costs(const ParseState &state, const std::vector<int> &heads)
{
    std::array<int, MoveCount> cost{};
    const int s0 = state.stack(0), s1 = state.stack(1), b0 = state.buffer(0), n = state.words();
    const auto headOf = [&](int word) { return heads[size_t(word)]; };
    if (s0 != ParseState::None) {
        int dependentsAhead = 0;
        for (int j = b0; j < n; ++j)
            dependentsAhead += headOf(j) == s0;
        const int head = headOf(s0);
        cost[size_t(Move::Left)] = dependentsAhead + (head > b0 || (s1 != ParseState::None && head == s1));
        cost[size_t(Move::Right)] = dependentsAhead + (head >= b0);
    }
    if (b0 < n) {
        int lost = 0;
        for (int k = 0; k < state.stackSize(); ++k) {
            lost += headOf(state.stack(k)) == b0;
            lost += k > 0 && headOf(b0) == state.stack(k);
        }
        cost[size_t(Move::Shift)] = lost;
    }
    for (int m = 0; m < MoveCount; ++m) {
        if (!state.legal(Move(m)))
            cost[size_t(m)] = Impossible;
    }
    return cost;
}

class ParserTrainer
{
public:
    explicit ParserTrainer()
        : m_moves(MoveCount)
        , m_labels(DeprelCount)
    {
    }

    void learn(TreeSentence &s, bool explore);
    [[nodiscard]] std::map<std::string, QByteArray> sections() const
    {
        return {{"moves", TripleWeights::write(heaviest(m_moves.quantised(Quantum, MovePrune), MoveRows))},
                {"labels", Weights::write(DeprelCount, m_labels.quantised(Quantum, LabelPrune))}};
    }

private:
    Move learnMove(const TreeSentence &s, bool explore);
    Deprel learnLabel(const TreeSentence &s, Move move, bool explore);

    Learner m_moves, m_labels;
    ParseState m_state;
    FeatureList m_features;
    Random m_random{29};
};

Move ParserTrainer::learnMove(const TreeSentence &s, bool explore)
{
    if (const auto forced = m_state.forced())
        return *forced;
    std::int32_t scores[MoveCount] = {};
    moveFeatures(s.work, m_state, m_features);
    m_moves.score(m_features.all(), scores);
    const Move guess = bestMove(scores, m_state);
    const auto cost = costs(m_state, s.heads);
    int right = 0;
    for (int m = 1; m < MoveCount; ++m) {
        if (cost[size_t(m)] < cost[size_t(right)] ||
            (cost[size_t(m)] == cost[size_t(right)] && scores[m] > scores[right]))
            right = m;
    }
    if (cost[size_t(guess)] > cost[size_t(right)])
        m_moves.update(m_features.all(), right, int(guess));
    m_moves.tick();
    return explore && m_random.chance(Exploration) ? guess : Move(right);
}

Deprel ParserTrainer::learnLabel(const TreeSentence &s, Move move, bool explore)
{
    const int head = m_state.headOf(move), dependent = m_state.dependentOf();
    if (head == m_state.words())
        return Deprel::Root;
    std::int32_t scores[DeprelCount] = {};
    labelFeatures(s.work, m_state, head, dependent, m_features);
    m_labels.score(m_features.all(), scores);
    const Deprel guess = bestLabel(scores);
    const Deprel gold = s.labels[size_t(dependent)];
    if (s.heads[size_t(dependent)] != head || gold == Deprel::Root)
        return guess;
    m_labels.update(m_features.all(), int(gold), int(guess));
    m_labels.tick();
    return explore ? guess : gold;
}

void ParserTrainer::learn(TreeSentence &s, bool explore)
{
    m_state.reset(s.size());
    s.work.countTags();
    while (!m_state.done()) {
        const Move move = learnMove(s, explore);
        const Deprel label = move == Move::Shift ? Deprel::Dep : learnLabel(s, move, explore);
        m_state.apply(move, label);
    }
}

} // namespace

std::map<std::string, QByteArray> trainParser(const std::vector<TreeSentence *> &sentences, int epochs,
                                              const std::function<void(const QString &)> &report)
{
    ParserTrainer trainer;
    std::vector<TreeSentence *> order = sentences;
    Random random(23);
    for (int epoch = 0; epoch < epochs; ++epoch) {
        random.shuffle(order);
        for (TreeSentence *s : order)
            trainer.learn(*s, epoch > 0);
        report(u"parser: epoch %1 of %2"_s.arg(epoch + 1).arg(epochs));
    }
    return trainer.sections();
}

} // namespace demarche::language::training
