#pragma once

#include "models/language/modelfile.h"

#include <cstdint>
#include <span>
#include <utility>

namespace demarche::language {

/// A map from hashes to small numbers, read in place. It keeps 16 bits of each hash: one absent key in about
/// five thousand is taken for a present one, which a statistical model can bear.
///
///     u32 places  places × u32: value in the low 19 bits (0: free), tag in the others
class SmallMap
{
public:
    [[nodiscard]] static Result<SmallMap> open(QByteArrayView bytes, const QString &where);
    static constexpr std::uint32_t Largest = 0x7ffff;

    /// Keys must differ; values lie in [1, Largest]. `percentFull` below 100.
    [[nodiscard]] static QByteArray write(std::span<const std::pair<std::uint64_t, std::uint32_t>> entries,
                                          int percentFull);

    /// 0 where the key is absent, as it always is in a map that was not opened.
    [[nodiscard]] std::uint32_t value(std::uint64_t key) const;

private:
    const char *m_places = nullptr;
    std::uint32_t m_count = 0;
};

} // namespace demarche::language
