#include "models/language/clusters.h"

#include "models/language/hash.h"

#include <QChar>

#include <vector>

namespace demarche::language {

char16_t normal(char16_t c)
{
    if (c < 0x80) {
        if (c >= u'A' && c <= u'Z')
            return char16_t(c + 32);
        return c >= u'0' && c <= u'9' ? u'0' : c == u'`' ? u'\'' : c;
    }
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x00b4:
        return u'\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x00ab:
    case 0x00bb:
        return u'"';
    case 0x2010:
    case 0x2011:
        return u'-';
    case 0x2013:
    case 0x2015:
        return 0x2014;
    default:
        return QChar::isSurrogate(c) ? c : char16_t(QChar::toLower(char32_t(c)));
    }
}

std::uint64_t formHash(QStringView form)
{
    std::uint64_t h = 0x51ed270b8d5f3a17u;
    for (QChar c : form)
        h = step(h, normal(c.unicode()));
    return mix(h);
}

namespace {
std::uint32_t homeOf(std::uint64_t hash, std::uint32_t count)
{
    return std::uint32_t(((hash >> 32) * count) >> 32);
}
} // namespace

Result<Clusters> Clusters::open(QByteArrayView bytes, const QString &where)
{
    Clusters c;
    c.m_count = bytes.size() < 4 ? 0 : peek<std::uint32_t>(bytes.data());
    if (c.m_count < 1 || bytes.size() != 4 + 4 * qsizetype(c.m_count))
        return std::unexpected(Problem{where, QStringLiteral("word clusters of a wrong form")});
    c.m_slots = bytes.data() + 4;
    bool room = false; // a search ends at a free slot, so there must be one
    for (std::uint32_t i = 0; i < c.m_count && !room; ++i)
        room = peek<std::uint16_t>(c.m_slots + 4 * qsizetype(i) + 2) == 0;
    if (!room)
        return std::unexpected(Problem{where, QStringLiteral("word clusters of a wrong form")});
    return c;
}

Clusters::Pair Clusters::of(std::uint64_t formHash) const
{
    if (m_count == 0)
        return {};
    const auto tag = std::uint16_t(formHash);
    for (std::uint32_t i = homeOf(formHash, m_count);; i = i + 1 == m_count ? 0 : i + 1) {
        const char *slot = m_slots + 4 * qsizetype(i);
        const auto value = peek<std::uint16_t>(slot + 2);
        if (!value)
            return {};
        if (peek<std::uint16_t>(slot) == tag) {
            const int pair = value - 1;
            return {std::uint16_t(1 + pair / Coarse), std::uint16_t(1 + pair % Coarse)};
        }
    }
}

QByteArray Clusters::write(std::span<const std::pair<std::uint64_t, std::uint16_t>> words)
{
    const auto count = std::uint32_t(words.size() + words.size() / 2 + 1);
    std::vector<std::pair<std::uint16_t, std::uint16_t>> places(count);
    for (auto [hash, value] : words) {
        std::uint32_t i = homeOf(hash, count);
        while (places[i].second)
            i = i + 1 == count ? 0 : i + 1;
        places[i] = {std::uint16_t(hash), value};
    }
    QByteArray bytes;
    append(bytes, count);
    for (auto [tag, value] : places) {
        append(bytes, tag);
        append(bytes, value);
    }
    return bytes;
}

} // namespace demarche::language
