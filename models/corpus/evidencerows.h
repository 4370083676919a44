#pragma once

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <vector>

/// An article's evidence as one blob of fixed rows, so that a million pieces are loaded in one scan.
namespace demarche::corpus {

/// A piece of evidence whose names are ids.
struct PackedEvidence
{
    std::uint32_t country = 0;
    std::uint32_t target = 0;
    std::uint16_t finding = 0;
    std::uint8_t kind = 0;
    std::int32_t day = 0; ///< Julian; 0 unknown
    float value = 0;
    float weight = 0;
};

inline constexpr qsizetype packedEvidenceSize = 23;

/// Rows of packedEvidenceSize bytes, little-endian.
[[nodiscard]] QByteArray packedEvidence(const std::vector<PackedEvidence> &pieces);

/// Calls for each whole row; what does not fill a row is left out.
void eachEvidence(const QByteArray &bytes, const std::function<void(const PackedEvidence &)> &each);

} // namespace demarche::corpus
