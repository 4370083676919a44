#pragma once

#include <QStringView>

#include <cstdint>

namespace demarche::language {

/// The hash behind every feature: fixed for good, for the shipped weights are stored under it.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t x)
{
    x ^= x >> 29;
    x *= 0xbf58476d1ce4e5b9u;
    return x ^ (x >> 32);
}

/// A feature of template `t` over up to four values (any of them may itself be a hash).
[[nodiscard]] constexpr std::uint64_t feature(std::uint64_t t, std::uint64_t a, std::uint64_t b = 0,
                                              std::uint64_t c = 0, std::uint64_t d = 0)
{
    return mix((t + 1) * 0x9e3779b97f4a7c15u + (a + 1) * 0xc2b2ae3d27d4eb4fu + (b + 1) * 0x165667b19e3779f9u +
               (c + 1) * 0xd6e8feb86659fd93u + (d + 1) * 0xa0761d6478bd642fu);
}

/// Takes one UTF-16 code unit into a running hash.
[[nodiscard]] constexpr std::uint64_t step(std::uint64_t h, char16_t c)
{
    return (h ^ c) * 0x9ddfea08eb382d69u ^ (h >> 31);
}

[[nodiscard]] inline std::uint64_t hash(QStringView s)
{
    std::uint64_t h = 0x51ed270b8d5f3a17u;
    for (QChar c : s)
        h = step(h, c.unicode());
    return mix(h);
}

} // namespace demarche::language
