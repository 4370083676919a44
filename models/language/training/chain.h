#pragma once

#include "models/language/nametagger.h"
#include "models/language/training/learner.h"

#include <unordered_map>

namespace demarche::language::training {

/// Numbers features in the order in which they are first met.
class FeatureIndex
{
public:
    [[nodiscard]] std::uint32_t number(std::uint64_t feature);
    [[nodiscard]] size_t size() const { return m_features.size(); }
    [[nodiscard]] std::uint64_t feature(size_t number) const { return m_features[number]; }

private:
    std::unordered_map<std::uint64_t, std::uint32_t> m_numbers;
    std::vector<std::uint64_t> m_features;
};

/// A sentence as the chain learns from it. Words that are never named have no features.
struct ChainExample
{
    using Features = std::vector<std::uint32_t>; ///< numbers of a FeatureIndex

    std::vector<Features> own;       ///< of each word in its sentence
    std::vector<Features> elsewhere; ///< of the other places of each word in its article
    std::vector<Features> context;   ///< of how those were named; empty where there was no first reading
    std::span<const std::uint8_t> classes;
    unsigned kinds = 0; ///< the NameKinds that its corpus marks, a bit each
};

/// What an example is seen with beside its own sentence.
struct ChainViews
{
    bool elsewhere = true, context = true;
};

/// A conditional random field over the classes of names (Lafferty, McCallum and Pereira 2001), learnt by
/// AdaGrad (Duchi, Hazan and Singer 2011). Features are dropped at random in training (Wager, Wang and Liang
/// 2013), so that what a word is called rests on all that speaks for it and not on having seen the word.
class Chain
{
public:
    explicit Chain(size_t features);

    /// Learns an example from what its words show by themselves and from `views` of the article beside.
    void learn(const ChainExample &example, ChainViews views, Random &random);
    /// Begins anew from nothing; what was kept of earlier runs stays in the average.
    void restart();
    /// Takes the present weights into the average.
    void keep();
    /// The average of all that was kept becomes the weights.
    void settle();
    /// Leaves the `cells` greatest weights; the others are 0 and stay so, whatever is learnt afterwards.
    void prune(size_t cells);
    /// The weights in 255 equal steps, with those of following a class as transitionFeature()s.
    [[nodiscard]] std::vector<WeightRow> rows(const FeatureIndex &index) const;

private:
    static constexpr size_t Width = 20; ///< NameClasses, filled up for vector instructions
    using Row = std::array<float, Width>;
    using Square = std::array<Row, NameClasses>;

    void activate(const ChainExample &example, ChainViews views, Random &random);
    void weigh(const ChainExample &example);
    void runForward();
    void runBackward();
    void correctWord(const ChainExample &example, size_t i);
    void correctTransition(const ChainExample &example, size_t i);
    void move(float &weight, float &square, float gradient) const;

    std::vector<Row> m_weights, m_squares, m_sum;
    Square m_transitions{}, m_transitionSquares{}, m_transitionSum{};
    int m_kept = 0;
    std::vector<std::array<bool, NameClasses>> m_fixed; ///< empty until prune()

    // Of the sentence at hand: features in use, likelihoods of the classes, and of the ways to and from each.
    std::vector<ChainExample::Features> m_active;
    std::vector<Row> m_here, m_before, m_after;
    Square m_follow{};
};

} // namespace demarche::language::training
