#pragma once

#include "models/language/smallmap.h"

#include <QStringView>

#include <cstdint>

namespace demarche::language {

/// Hash of a word as features and clusters see it: lower case, digits made 0, quotation marks and dashes made
/// plain.
[[nodiscard]] std::uint64_t formHash(QStringView form);
/// One character of that normal form.
[[nodiscard]] char16_t normal(char16_t c);

/// Which clusters a word belongs to. Without a table every word is unknown.
class Clusters
{
public:
    static constexpr int Fine = 512;
    static constexpr int Coarse = 64;
    static constexpr int Leaves = 8; ///< into which each fine cluster is parted

    struct Set
    {
        std::uint16_t fine = 0;   ///< 1 … 512; 0: the word is unknown
        std::uint16_t coarse = 0; ///< 1 … 64; 0 likewise
        std::uint16_t leaf = 0;   ///< 1 … 4096; 0 likewise
    };

    [[nodiscard]] static Result<Clusters> open(QByteArrayView bytes, const QString &where);
    /// The number stored for a word; `fine`, `coarse` and `leaf` (within the fine cluster) count from 0.
    [[nodiscard]] static std::uint32_t value(int fine, int coarse, int leaf)
    {
        return std::uint32_t(1 + (fine * Coarse + coarse) * Leaves + leaf);
    }

    [[nodiscard]] Set of(std::uint64_t formHash) const;

private:
    SmallMap m_words;
};

} // namespace demarche::language
