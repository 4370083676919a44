#include "models/corpus/evidencerows.h"

#include <QtEndian>

#include <bit>

namespace demarche::corpus {

namespace {

template <typename T>
void put(char *&to, T value)
{
    qToLittleEndian(value, to);
    to += sizeof value;
}

template <typename T>
T take(const char *&from)
{
    const T value = qFromLittleEndian<T>(from);
    from += sizeof value;
    return value;
}

} // namespace

QByteArray packedEvidence(const std::vector<PackedEvidence> &pieces)
{
    QByteArray bytes(qsizetype(pieces.size()) * packedEvidenceSize, Qt::Uninitialized);
    char *to = bytes.data();
    for (const PackedEvidence &piece : pieces) {
        put(to, piece.country);
        put(to, piece.target);
        put(to, piece.finding);
        put(to, piece.kind);
        put(to, piece.day);
        put(to, std::bit_cast<std::uint32_t>(piece.value));
        put(to, std::bit_cast<std::uint32_t>(piece.weight));
    }
    return bytes;
}

void eachEvidence(const QByteArray &bytes, const std::function<void(const PackedEvidence &)> &each)
{
    const char *from = bytes.constData();
    for (qsizetype left = bytes.size(); left >= packedEvidenceSize; left -= packedEvidenceSize) {
        PackedEvidence piece;
        piece.country = take<std::uint32_t>(from);
        piece.target = take<std::uint32_t>(from);
        piece.finding = take<std::uint16_t>(from);
        piece.kind = take<std::uint8_t>(from);
        piece.day = take<std::int32_t>(from);
        piece.value = std::bit_cast<float>(take<std::uint32_t>(from));
        piece.weight = std::bit_cast<float>(take<std::uint32_t>(from));
        each(piece);
    }
}

} // namespace demarche::corpus
