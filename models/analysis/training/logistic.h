#pragma once

#include "models/analysis/attribution.h"

#include <cstdint>
#include <vector>

namespace demarche::analysis::training {

/// Logistic regression over binary hashed features, by stochastic gradients with a rate of its own for each
/// weight (AdaGrad; Duchi et al. 2011). The examples are kept in memory and visited in an order that is the
/// same on every machine.
class Logistic
{
public:
    void add(const Features &features, bool truth);
    [[nodiscard]] std::size_t size() const { return m_truths.size(); }
    /// The weights, AttributionModel::tableSize of them, averaged over the last epochs. `rate`: how far the
    /// first examples move them.
    [[nodiscard]] std::vector<float> train(int epochs, float rate) const;

private:
    std::vector<std::uint32_t> m_slots; ///< of all examples, one after the other
    std::vector<std::size_t> m_ends;
    std::vector<bool> m_truths;
};

} // namespace demarche::analysis::training
