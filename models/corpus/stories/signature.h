#pragma once

#include "models/text/result.h"

#include <QByteArray>
#include <QStringView>

#include <array>
#include <cstdint>
#include <vector>

/// Which articles tell one story in nearly the same words. README.md explains the figures.
namespace demarche::corpus::stories {

inline constexpr int shingleWords = 4; ///< words of a shingle
inline constexpr int keyCount = 16;    ///< hashes kept whole: what the store looks articles up by
inline constexpr int restCount = 112;  ///< hashes of which one byte is kept, to estimate from
inline constexpr int hashCount = keyCount + restCount;
inline constexpr int fewestKeys = 2;         ///< keys that two copies share at least
inline constexpr int fewestShingles = 16;    ///< texts with fewer are never taken for copies
/// Of the shorter one's shingles, how many stand in the longer one at least: the first figure from longText
/// shingles on, rising to the second at shortText, for what papers add to all their articles weighs more there.
inline constexpr double leastContained = 0.5;
inline constexpr double leastContainedShort = 0.65;
inline constexpr int longText = 160;
inline constexpr int shortText = 60;
inline constexpr double leastAlike = 0.2;    ///< of all shingles of both, in both

/// An article's words as 128 minima of hash functions over its shingles (MinHash; Broder 1997), most of them
/// cut to a byte (Li and König 2010).
struct Signature
{
    std::array<std::uint32_t, keyCount> keys{};
    std::array<std::uint8_t, restCount> rest{};
    std::uint32_t shingles = 0; ///< different ones; 0 for a text without words

    /// Whether there are words enough to know a copy by.
    [[nodiscard]] bool tells() const { return shingles >= std::uint32_t(fewestShingles); }
    [[nodiscard]] bool operator==(const Signature &) const = default;
};

[[nodiscard]] Signature signatureOf(QStringView text);

/// 180 bytes, little-endian.
[[nodiscard]] QByteArray packed(const Signature &);
/// A Problem for bytes of another length.
[[nodiscard]] Result<Signature> unpackedSignature(const QByteArray &bytes);

/// How much of two texts is the same, estimated from their signatures.
struct Likeness
{
    double alike = 0;     ///< shared shingles among all of both (Jaccard)
    double contained = 0; ///< shared shingles among those of the shorter
};
[[nodiscard]] Likeness likeness(const Signature &, const Signature &);

/// How many keys two signatures share.
[[nodiscard]] int sharedKeys(const Signature &, const Signature &);

/// Whether two articles are copies of one story. Symmetric; depends on nothing but the two.
[[nodiscard]] bool sameStory(const Signature &, const Signature &);

} // namespace demarche::corpus::stories
