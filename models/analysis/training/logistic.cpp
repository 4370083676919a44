#include "models/analysis/training/logistic.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace demarche::analysis::training {

namespace {

constexpr int kept = 4;        ///< the weights after so many last epochs are averaged
constexpr float decay = 1e-6F; ///< of a weight at each visit, so that rare features stay small

/// Fisher and Yates's shuffle with a fixed generator: the standard library's differs between machines.
void shuffle(std::vector<std::size_t> &order, std::uint64_t &state)
{
    for (std::size_t i = order.size(); i > 1; --i) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        std::swap(order[i - 1], order[(state >> 33) % i]);
    }
}

} // namespace

void Logistic::add(const Features &features, bool truth)
{
    for (const std::uint64_t f : features)
        m_slots.push_back(std::uint32_t(AttributionModel::slot(f)));
    m_ends.push_back(m_slots.size());
    m_truths.push_back(truth);
}

std::vector<float> Logistic::train(int epochs, float rate) const
{
    std::vector<float> weights(AttributionModel::tableSize, 0);
    std::vector<float> squares(AttributionModel::tableSize, 1e-6F);
    std::vector<float> sum(AttributionModel::tableSize, 0); ///< of the weights after each epoch that is kept
    std::vector<std::size_t> order(size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::uint64_t state = 20240229;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        shuffle(order, state);
        for (const std::size_t example : order) {
            const std::size_t first = example == 0 ? 0 : m_ends[example - 1];
            float score = 0;
            for (std::size_t i = first; i < m_ends[example]; ++i)
                score += weights[m_slots[i]];
            const float slope = 1 / (1 + std::exp(-score)) - (m_truths[example] ? 1.0F : 0.0F);
            for (std::size_t i = first; i < m_ends[example]; ++i) {
                float &weight = weights[m_slots[i]];
                const float step = slope + decay * weight;
                squares[m_slots[i]] += step * step;
                weight -= rate * step / std::sqrt(squares[m_slots[i]]);
            }
        }
        for (std::size_t i = 0; epoch >= epochs - kept && i < sum.size(); ++i)
            sum[i] += weights[i] / float(std::min(kept, epochs));
    }
    return sum;
}

} // namespace demarche::analysis::training
