#include "models/language/clusters.h"

#include "models/language/hash.h"

#include <QChar>

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

Result<Clusters> Clusters::open(QByteArrayView bytes, const QString &where)
{
    const auto words = SmallMap::open(bytes, where);
    if (!words)
        return std::unexpected(words.error());
    Clusters clusters;
    clusters.m_words = *words;
    return clusters;
}

Clusters::Set Clusters::of(std::uint64_t formHash) const
{
    const auto value = int(m_words.value(formHash)) - 1;
    if (value < 0)
        return {};
    const int leaf = value % Leaves, coarse = value / Leaves % Coarse, fine = value / Leaves / Coarse;
    return {std::uint16_t(1 + fine), std::uint16_t(1 + coarse), std::uint16_t(1 + fine * Leaves + leaf)};
}

} // namespace demarche::language
