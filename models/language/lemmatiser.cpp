#include "models/language/lemmatiser.h"

#include "models/language/hash.h"
#include "models/language/tags.h"

#include <algorithm>

namespace demarche::language {

namespace {

const auto NounProper = xposFrom(u"NNP");
const auto NounsProper = xposFrom(u"NNPS");

QChar plain(QChar c)
{
    return c.unicode() == 0x2019 || c.unicode() == 0x2018 ? u'\'' : c;
}

} // namespace

QString Lemmatiser::base(QStringView form, std::uint8_t xpos)
{
    QString text = form.toString();
    for (QChar &c : text)
        c = plain(c);
    return xpos == NounProper || xpos == NounsProper ? text : text.toLower();
}

std::uint64_t Lemmatiser::wordKey(QStringView base, std::uint8_t xpos)
{
    return feature(901, hash(base), xpos);
}

std::uint64_t Lemmatiser::endingKey(QStringView ending, std::uint8_t xpos)
{
    return feature(902, hash(ending), xpos, std::uint64_t(ending.size()));
}

std::uint32_t Lemmatiser::home(std::uint64_t key, std::uint32_t places)
{
    return std::uint32_t(((key >> 32) * places) >> 32);
}

Result<Lemmatiser> Lemmatiser::open(QByteArrayView bytes, const QString &where)
{
    const auto fail = [&] {
        return std::unexpected(Problem{where, QStringLiteral("lemma rules of a wrong form")});
    };
    Lemmatiser l;
    if (bytes.size() < 8)
        return fail();
    l.m_ruleCount = peek<std::uint32_t>(bytes.data());
    const qsizetype slotsAt = 4 + RuleSize * qsizetype(l.m_ruleCount);
    if (l.m_ruleCount > 65'000 || slotsAt + 4 > bytes.size())
        return fail();
    l.m_rules = bytes.data() + 4;
    l.m_slotCount = peek<std::uint32_t>(bytes.data() + slotsAt);
    l.m_slots = bytes.data() + slotsAt + 4;
    if (l.m_slotCount < 1 || slotsAt + 4 + SlotSize * qsizetype(l.m_slotCount) != bytes.size())
        return fail();
    bool room = false;
    for (std::uint32_t i = 0; i < l.m_slotCount; ++i) {
        const auto rule = peek<std::uint16_t>(l.m_slots + SlotSize * qsizetype(i) + 4);
        room |= rule == 0;
        if (rule > l.m_ruleCount)
            return fail();
    }
    for (std::uint32_t i = 0; i < l.m_ruleCount; ++i) {
        if (std::uint8_t(l.m_rules[RuleSize * qsizetype(i) + 1]) > RuleSize - 2)
            return fail();
    }
    return room ? Result<Lemmatiser>(l) : fail();
}

int Lemmatiser::rule(std::uint64_t key) const
{
    for (std::uint32_t i = home(key, m_slotCount);; i = i + 1 == m_slotCount ? 0 : i + 1) {
        const char *slot = m_slots + SlotSize * qsizetype(i);
        const auto rule = peek<std::uint16_t>(slot + 4);
        if (!rule)
            return -1;
        if (peek<std::uint32_t>(slot) == std::uint32_t(key))
            return rule - 1;
    }
}

QString Lemmatiser::lemma(QStringView form, std::uint8_t xpos) const
{
    QString text = base(form, xpos);
    int found = rule(wordKey(text, xpos));
    for (int n = int(std::min<qsizetype>(LongestEnding, text.size())); found < 0 && n >= 0; --n)
        found = rule(endingKey(QStringView(text).last(n), xpos));
    if (found < 0)
        return text;
    const char *edit = m_rules + RuleSize * qsizetype(found);
    const auto cut = qsizetype(std::uint8_t(edit[0]));
    if (cut > text.size() || (cut == text.size() && edit[1] == 0))
        return text;
    text.chop(cut);
    return edit[1] ? text + QString::fromUtf8(edit + 2, std::uint8_t(edit[1])) : text;
}

} // namespace demarche::language
