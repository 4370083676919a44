#include "models/corpus/stories/signature.h"

#include "models/corpus/stories/storywords.h"
#include "models/language/hash.h"

#include <QtEndian>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace demarche::corpus::stories {

namespace {

constexpr qsizetype packedSize = keyCount * 4 + restCount + 4;

/// Odd multipliers of the hash functions, fixed for good: stored signatures were made with them.
constexpr std::array<std::uint64_t, hashCount> multipliers()
{
    std::array<std::uint64_t, hashCount> all{};
    std::uint64_t state = 0x64656d6172636865U; // splitmix64
    for (std::uint64_t &one : all) {
        state += 0x9e3779b97f4a7c15U;
        std::uint64_t z = state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        one = (z ^ (z >> 31U)) | 1U;
    }
    return all;
}

/// The different shingles, each as a hash of its words.
std::vector<std::uint64_t> shinglesOf(const std::vector<std::uint64_t> &words)
{
    std::vector<std::uint64_t> shingles;
    for (std::size_t first = 0; first + shingleWords <= words.size(); ++first) {
        std::uint64_t h = 0;
        for (std::size_t i = 0; i < shingleWords; ++i)
            h = language::mix((h ^ words[first + i]) * 0x9e3779b97f4a7c15U);
        shingles.push_back(h);
    }
    std::ranges::sort(shingles);
    const auto doubles = std::ranges::unique(shingles);
    shingles.erase(doubles.begin(), doubles.end());
    return shingles;
}

/// What of the shorter text must stand in the longer.
double containedBar(std::uint32_t shingles)
{
    const double brevity = std::clamp((longText - double(shingles)) / (longText - shortText), 0.0, 1.0);
    return leastContained + brevity * (leastContainedShort - leastContained);
}

} // namespace

Signature signatureOf(QStringView text)
{
    static constexpr auto functions = multipliers();
    const std::vector<std::uint64_t> shingles = shinglesOf(storyWords(text));
    Signature signature;
    signature.shingles = std::uint32_t(shingles.size());
    if (shingles.empty())
        return signature;
    for (std::size_t i = 0; i < hashCount; ++i) {
        std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
        for (const std::uint64_t shingle : shingles)
            least = std::min(least, shingle * functions[i]);
        // The high bits made it the least: what is kept is mixed anew, and its own for each function.
        const std::uint64_t kept = language::mix(least ^ functions[i]);
        if (i < keyCount)
            signature.keys[i] = std::uint32_t(kept);
        else
            signature.rest[i - keyCount] = std::uint8_t(kept);
    }
    return signature;
}

QByteArray packed(const Signature &signature)
{
    QByteArray bytes(packedSize, Qt::Uninitialized);
    char *to = bytes.data();
    for (const std::uint32_t key : signature.keys) {
        qToLittleEndian(key, to);
        to += sizeof key;
    }
    to = std::ranges::copy(signature.rest, to).out;
    qToLittleEndian(signature.shingles, to);
    return bytes;
}

Result<Signature> unpackedSignature(const QByteArray &bytes)
{
    if (bytes.size() != packedSize)
        return std::unexpected(Problem{{}, u"holds no signature"_s});
    Signature signature;
    const char *from = bytes.constData();
    for (std::uint32_t &key : signature.keys) {
        key = qFromLittleEndian<std::uint32_t>(from);
        from += sizeof key;
    }
    std::copy_n(from, restCount, signature.rest.begin());
    signature.shingles = qFromLittleEndian<std::uint32_t>(from + restCount);
    return signature;
}

int sharedKeys(const Signature &a, const Signature &b)
{
    int shared = 0;
    for (std::size_t i = 0; i < keyCount; ++i)
        shared += a.keys[i] == b.keys[i];
    return shared;
}

Likeness likeness(const Signature &a, const Signature &b)
{
    if (a.shingles == 0 || b.shingles == 0)
        return {};
    int bytes = 0;
    for (std::size_t i = 0; i < restCount; ++i)
        bytes += a.rest[i] == b.rest[i];
    // One byte in 256 agrees by chance.
    const double byChance = double(restCount - bytes) / 255.0;
    const double agree = double(sharedKeys(a, b)) + std::max(0.0, double(bytes) - byChance);
    const double alike = agree / hashCount;
    const double both = alike / (1 + alike) * double(a.shingles + b.shingles);
    return {alike, std::min(1.0, both / double(std::min(a.shingles, b.shingles)))};
}

bool sameStory(const Signature &a, const Signature &b)
{
    if (!a.tells() || !b.tells() || sharedKeys(a, b) < fewestKeys)
        return false;
    const Likeness like = likeness(a, b);
    return like.alike >= leastAlike && like.contained >= containedBar(std::min(a.shingles, b.shingles));
}

} // namespace demarche::corpus::stories
