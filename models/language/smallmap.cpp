#include "models/language/smallmap.h"

#include <vector>

namespace demarche::language {

namespace {

constexpr qsizetype PlaceSize = 5;

std::uint32_t homeOf(std::uint64_t key, std::uint32_t count)
{
    return std::uint32_t(((key >> 32) * count) >> 32);
}

std::uint32_t valueAt(const char *place)
{
    return peek<std::uint16_t>(place + 2) | std::uint32_t(std::uint8_t(place[4])) << 16;
}

} // namespace

Result<SmallMap> SmallMap::open(QByteArrayView bytes, const QString &where)
{
    const auto fail = [&] { return std::unexpected(Problem{where, QStringLiteral("a word table of a wrong form")}); };
    SmallMap map;
    map.m_count = bytes.size() < 4 ? 0 : peek<std::uint32_t>(bytes.data());
    if (map.m_count < 1 || bytes.size() != 4 + PlaceSize * qsizetype(map.m_count))
        return fail();
    map.m_places = bytes.data() + 4;
    for (std::uint32_t i = 0; i < map.m_count; ++i) {
        if (valueAt(map.m_places + PlaceSize * qsizetype(i)) == 0)
            return map; // a search ends at a free place, so there must be one
    }
    return fail();
}

std::uint32_t SmallMap::value(std::uint64_t key) const
{
    if (m_count == 0)
        return 0;
    const auto tag = std::uint16_t(key);
    for (std::uint32_t i = homeOf(key, m_count);; i = i + 1 == m_count ? 0 : i + 1) {
        const char *place = m_places + PlaceSize * qsizetype(i);
        const std::uint32_t value = valueAt(place);
        if (!value || peek<std::uint16_t>(place) == tag)
            return value;
    }
}

QByteArray SmallMap::write(std::span<const std::pair<std::uint64_t, std::uint32_t>> entries)
{
    const auto count = std::uint32_t(entries.size() + entries.size() / 4 + 1);
    std::vector<std::pair<std::uint16_t, std::uint32_t>> places(count);
    for (auto [key, value] : entries) {
        std::uint32_t i = homeOf(key, count);
        while (places[i].second)
            i = i + 1 == count ? 0 : i + 1;
        places[i] = {std::uint16_t(key), value};
    }
    QByteArray bytes;
    append(bytes, count);
    for (auto [tag, value] : places) {
        append(bytes, tag);
        append(bytes, std::uint16_t(value));
        append(bytes, std::uint8_t(value >> 16));
    }
    return bytes;
}

} // namespace demarche::language
