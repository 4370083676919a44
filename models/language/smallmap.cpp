#include "models/language/smallmap.h"

#include <vector>

namespace demarche::language {

namespace {

constexpr qsizetype PlaceSize = 4;
constexpr unsigned ValueBits = 19;

std::uint32_t homeOf(std::uint64_t key, std::uint32_t count)
{
    return std::uint32_t(((key >> 32) * count) >> 32);
}

std::uint32_t tagOf(std::uint64_t key)
{
    return std::uint32_t(key) << ValueBits;
}

std::uint32_t placeAt(const char *places, std::uint32_t i)
{
    return peek<std::uint32_t>(places + PlaceSize * qsizetype(i));
}

} // namespace

Result<SmallMap> SmallMap::open(QByteArrayView bytes, const QString &where)
{
    const auto fail = [&] {
        return std::unexpected(Problem{where, QStringLiteral("a word table of a wrong form")});
    };
    SmallMap map;
    map.m_count = bytes.size() < 4 ? 0 : peek<std::uint32_t>(bytes.data());
    if (map.m_count < 1 || bytes.size() != 4 + PlaceSize * qsizetype(map.m_count))
        return fail();
    map.m_places = bytes.data() + 4;
    for (std::uint32_t i = 0; i < map.m_count; ++i) {
        if ((placeAt(map.m_places, i) & Largest) == 0)
            return map; // a search ends at a free place, so there must be one
    }
    return fail();
}

std::uint32_t SmallMap::value(std::uint64_t key) const
{
    if (m_count == 0)
        return 0;
    for (std::uint32_t i = homeOf(key, m_count);; i = i + 1 == m_count ? 0 : i + 1) {
        const std::uint32_t place = placeAt(m_places, i), value = place & Largest;
        if (!value || (place & ~Largest) == tagOf(key))
            return value;
    }
}

QByteArray SmallMap::write(std::span<const std::pair<std::uint64_t, std::uint32_t>> entries, int percentFull)
{
    const auto count = std::uint32_t(entries.size() * 100 / size_t(percentFull) + 1);
    std::vector<std::uint32_t> places(count);
    for (auto [key, value] : entries) {
        std::uint32_t i = homeOf(key, count);
        while (places[i])
            i = i + 1 == count ? 0 : i + 1;
        places[i] = tagOf(key) | value;
    }
    QByteArray bytes;
    append(bytes, count);
    for (std::uint32_t place : places)
        append(bytes, place);
    return bytes;
}

} // namespace demarche::language
