#pragma once

#include "models/language/weights.h"

#include <cstdint>
#include <span>
#include <vector>

namespace demarche::language::training {

/// An averaged perceptron over hashed features whose rows hold only the classes ever touched.
/// Averaging keeps, beside each weight, the sum of its changes times when they came (Daumé 2006).
class Learner
{
public:
    explicit Learner(int classes);

    [[nodiscard]] int classes() const { return m_classes; }
    /// Adds to `scores` (classes() values) the present weights of the features.
    void score(std::span<const std::uint64_t> features, std::int32_t *scores) const;
    /// One example has been seen: time for the averages moves on.
    void tick() { ++m_time; }
    /// Rewards the right class and punishes the guessed one.
    void update(std::span<const std::uint64_t> features, int right, int guessed);

    /// Moves one weight.
    void change(std::uint64_t feature, int cls, int delta);

    /// The step by which the greatest averaged weight still fits into eight bits, at least `least`: clipping hurts a
    /// classifier more than coarse steps do.
    [[nodiscard]] double fittingQuantum(double least) const;
    /// Averaged weights in steps of `quantum`, without those below `prune` (both in units of one update).
    [[nodiscard]] std::vector<WeightRow> quantised(double quantum, double prune) const;

private:
    struct Slot
    {
        std::uint64_t feature = 0; ///< 0: free
        std::uint32_t first = 0;
        std::uint16_t count = 0;
        std::uint16_t room = 0;
    };
    struct Cell
    {
        std::int32_t cls = 0;
        std::int32_t weight = 0;
        std::int64_t timed = 0;
    };

    [[nodiscard]] double average(const Cell &cell) const;
    Slot &slot(std::uint64_t feature);
    Cell &cell(Slot &slot, int cls);
    void grow();

    int m_classes;
    std::int64_t m_time = 1;
    size_t m_used = 0;
    std::vector<Slot> m_slots;
    std::vector<Cell> m_cells;
};

/// The `count` rows with the greatest weights, in their order.
[[nodiscard]] std::vector<WeightRow> heaviest(std::vector<WeightRow> rows, size_t count);

/// Splitmix64: the same numbers on every machine, which std::shuffle and its distributions do not promise.
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed)
    {
    }
    std::uint64_t next();
    /// Uniform in [0, bound).
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }
    bool chance(double p) { return double(next() >> 11) * 0x1p-53 < p; }
    template <typename T>
    void shuffle(std::vector<T> &v)
    {
        for (size_t i = v.size(); i > 1; --i)
            std::swap(v[i - 1], v[below(i)]);
    }

private:
    std::uint64_t m_state;
};

} // namespace demarche::language::training
