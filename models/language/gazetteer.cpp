#include "models/language/gazetteer.h"

#include "models/language/hash.h"

#include <algorithm>

namespace demarche::language {

namespace {

std::uint32_t homeOf(std::uint64_t key, std::uint32_t count)
{
    return std::uint32_t(((key >> 32) * count) >> 32);
}

// Only words that a name may begin or end with: a list entry in small letters is a common word.
bool mayBeName(const Lexeme &x)
{
    return x.letters == Case::Capitalised || x.letters == Case::Upper || x.letters == Case::Mixed;
}

} // namespace

std::uint64_t Gazetteer::extend(std::uint64_t key, std::uint64_t formHash)
{
    return feature(950, key, formHash);
}

Result<Gazetteer> Gazetteer::open(QByteArrayView bytes, const QString &where)
{
    const auto fail = [&] {
        return std::unexpected(Problem{where, QStringLiteral("a gazetteer of a wrong form")});
    };
    Gazetteer g;
    g.m_count = bytes.size() < 4 ? 0 : peek<std::uint32_t>(bytes.data());
    if (g.m_count < 1 || bytes.size() != 4 + SlotSize * qsizetype(g.m_count))
        return fail();
    g.m_places = bytes.data() + 4;
    for (std::uint32_t i = 0; i < g.m_count; ++i) {
        if (g.m_places[SlotSize * qsizetype(i) + 4] == 0)
            return g; // a search ends at a free slot, so there must be one
    }
    return fail();
}

std::uint8_t Gazetteer::listsOf(std::uint64_t key) const
{
    for (std::uint32_t i = homeOf(key, m_count);; i = i + 1 == m_count ? 0 : i + 1) {
        const char *place = m_places + SlotSize * qsizetype(i);
        const auto lists = std::uint8_t(place[4]);
        if (!lists || peek<std::uint32_t>(place) == std::uint32_t(key))
            return lists;
    }
}

void Gazetteer::mark(const WorkSentence &s, std::vector<std::uint32_t> &bits) const
{
    const int n = s.size();
    bits.assign(size_t(n), 0);
    if (m_count == 0)
        return;
    for (int i = 0; i < n; ++i) {
        if (!mayBeName(s.lex(i)))
            continue;
        std::uint64_t key = 0;
        int reach[ListCount] = {}; // the longest entry of each list from here
        for (int k = i; k < n && k < i + LongestEntry; ++k) {
            key = extend(key, s.lex(k).form);
            const std::uint8_t lists = listsOf(key);
            for (int list = 0; list < ListCount; ++list) {
                if (lists >> list & 1)
                    reach[list] = k + 1 - i;
            }
            if (!(lists & Longer))
                break;
        }
        for (int list = 0; list < ListCount; ++list) {
            for (int k = 0; k < reach[list]; ++k) {
                const int part = reach[list] == 1 ? 3 : k == 0 ? 0 : k + 1 == reach[list] ? 2 : 1;
                bits[size_t(i + k)] |= 1u << unsigned(4 * list + part);
            }
        }
    }
}

QByteArray Gazetteer::write(std::span<const std::pair<std::uint64_t, std::uint8_t>> entries)
{
    const auto count = std::uint32_t(entries.size() + entries.size() / 3 + 1);
    std::vector<std::pair<std::uint32_t, std::uint8_t>> places(count);
    for (auto [key, lists] : entries) {
        std::uint32_t i = homeOf(key, count);
        while (places[i].second)
            i = i + 1 == count ? 0 : i + 1;
        places[i] = {std::uint32_t(key), lists};
    }
    QByteArray bytes;
    append(bytes, count);
    for (auto [tag, lists] : places) {
        append(bytes, tag);
        append(bytes, lists);
    }
    return bytes;
}

} // namespace demarche::language
