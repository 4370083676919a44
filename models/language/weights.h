#pragma once

#include "models/language/modelfile.h"

#include <cstdint>
#include <span>
#include <vector>

namespace demarche::language {

/// One feature's weights for some classes, as training leaves them.
struct WeightRow
{
    std::uint64_t feature = 0;
    std::vector<std::pair<std::uint8_t, std::int8_t>> cells; ///< class, weight; never empty
};

/// Weights of a linear classifier over many classes, read in place. A feature is looked up in a bucket by 16
/// bits of its hash, so that an unknown feature is taken for a known one about once in 13,000 times.
///
///     u32 classes  u32 buckets  u32 offset[buckets + 1]  entries: u16 tag  u8 count  count × { u8 class, i8
///     weight }
class Weights
{
public:
    Weights() = default;
    /// Checks every offset and count once, so that scoring needs no bounds checks.
    [[nodiscard]] static Result<Weights> open(QByteArrayView bytes, const QString &where);
    [[nodiscard]] static QByteArray write(int classes, std::vector<WeightRow> rows);

    [[nodiscard]] int classes() const { return m_classes; }
    /// Adds each feature's weights to `scores`, which holds classes() values.
    void score(std::span<const std::uint64_t> features, std::int32_t *scores) const;

private:
    const char *m_offsets = nullptr;
    const char *m_entries = nullptr;
    std::uint32_t m_buckets = 0;
    int m_classes = 0;
};

/// Weights of a classifier over exactly three classes: cache lines of twelve features, each 16 bits of hash
/// and three weights.
///
///     u32 lines  lines × { u16 tag[12], i8 weight[12][3], u8 pad[4] }   an absent feature has three zeros
class TripleWeights
{
public:
    [[nodiscard]] static Result<TripleWeights> open(QByteArrayView bytes, const QString &where);
    [[nodiscard]] static QByteArray write(const std::vector<WeightRow> &rows);

    void score(std::span<const std::uint64_t> features, std::int32_t *scores) const;

private:
    const char *m_lines = nullptr;
    std::uint32_t m_count = 0;
};

} // namespace demarche::language
