#pragma once

#include "models/language/modelfile.h"

#include <cstdint>
#include <span>
#include <utility>

namespace demarche::language {

/// Hash of a word as features and clusters see it: lower case, digits made 0, quotation marks and dashes made
/// plain.
[[nodiscard]] std::uint64_t formHash(QStringView form);
/// One character of that normal form.
[[nodiscard]] char16_t normal(char16_t c);

/// Which clusters a word belongs to, read in place: open addressing over slots of { u16 tag, u16 value }.
/// Without a table every word is unknown.
class Clusters
{
public:
    static constexpr int Fine = 512;
    static constexpr int Coarse = 64;

    struct Pair
    {
        std::uint16_t fine = 0;   ///< 1 … 512; 0: the word is unknown
        std::uint16_t coarse = 0; ///< 1 … 64; 0 likewise
    };

    [[nodiscard]] static Result<Clusters> open(QByteArrayView bytes, const QString &where);
    [[nodiscard]] static QByteArray write(std::span<const std::pair<std::uint64_t, std::uint16_t>> words);
    /// The stored value; `fine` and `coarse` count from 0.
    [[nodiscard]] static std::uint16_t value(int fine, int coarse)
    {
        return std::uint16_t(1 + fine * Coarse + coarse);
    }

    [[nodiscard]] Pair of(std::uint64_t formHash) const;

private:
    const char *m_slots = nullptr;
    std::uint32_t m_count = 0;
};

} // namespace demarche::language
