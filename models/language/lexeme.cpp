#include "models/language/lexeme.h"

#include "models/language/hash.h"

#include <algorithm>

namespace demarche::language {

namespace {

char16_t shapeOf(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x80) {
        if (u >= u'a' && u <= u'z')
            return u'x';
        if (u >= u'A' && u <= u'Z')
            return u'X';
        return u >= u'0' && u <= u'9' ? u'0' : u;
    }
    if (c.isUpper())
        return u'X';
    if (c.isLetter())
        return u'x';
    return c.isDigit() ? u'0' : normal(u);
}

Case caseOf(int upper, int lower, int digits, bool first, qsizetype length)
{
    if (upper == 0 && lower == 0)
        return digits ? Case::Digits : Case::Symbols;
    if (upper == 0)
        return Case::Lower;
    if (lower == 0)
        return length == 1 ? Case::Capitalised : Case::Upper;
    return first && upper == 1 ? Case::Capitalised : Case::Mixed;
}

} // namespace

Lexeme lexeme(QStringView form, const Clusters &clusters)
{
    Lexeme x;
    x.length = std::uint8_t(std::min<qsizetype>(form.size(), 255));
    std::uint64_t whole = 0x51ed270b8d5f3a17u, shape = 7;
    int upper = 0, lower = 0, digits = 0, run = 0;
    char16_t last = 0;
    for (qsizetype i = 0; i < form.size(); ++i) {
        const char16_t n = normal(form[i].unicode());
        whole = step(whole, n);
        if (i < Lexeme::Prefixes)
            x.prefix[i] = mix(whole + 1);
        const char16_t s = shapeOf(form[i]);
        upper += s == u'X';
        lower += s == u'x';
        digits += s == u'0';
        x.hasHyphen |= n == u'-';
        run = s == last ? run + 1 : 1;
        last = s;
        if (run <= 2)
            shape = step(shape, s);
    }
    std::uint64_t tail = 0x2545f4914f6cdd1du;
    for (qsizetype i = 0; i < Lexeme::Suffixes && i < form.size(); ++i) {
        tail = step(tail, normal(form[form.size() - 1 - i].unicode()));
        x.suffix[i] = mix(tail);
    }
    x.form = mix(whole);
    x.shape = mix(shape);
    x.hasDigit = digits > 0;
    x.letters = caseOf(upper, lower, digits, !form.isEmpty() && shapeOf(form[0]) == u'X', form.size());
    x.cluster = clusters.of(x.form);
    return x;
}

void WorkSentence::resize(int size)
{
    m_size = size;
    const auto padded = size_t(size + 2 * Pad);
    m_lexemes.resize(padded);
    m_xpos.assign(padded, NoTag);
    m_upos.assign(padded, NoTag);
    m_heads.assign(size_t(size), size);
    m_labels.assign(size_t(size), Deprel::Dep);
    for (int i = 0; i < Pad; ++i) {
        m_lexemes[size_t(i)] = Lexeme{};
        m_lexemes[size_t(i)].form = 1;
        m_lexemes[padded - 1 - size_t(i)] = Lexeme{};
        m_lexemes[padded - 1 - size_t(i)].form = 2;
    }
}

void WorkSentence::countTags()
{
    m_before.resize(size_t(m_size) + 1);
    std::array<int, 4> counts{};
    for (int i = 0; i < m_size; ++i) {
        m_before[size_t(i)] = counts;
        const auto u = Upos(upos(i));
        counts[0] += u == Upos::Verb;
        counts[1] += u == Upos::Punct;
        counts[2] += u == Upos::Cconj;
        counts[3] += u == Upos::Sconj || u == Upos::Aux;
    }
    m_before[size_t(m_size)] = counts;
}

unsigned WorkSentence::between(int a, int b) const
{
    unsigned set = 0;
    b = std::min(b, m_size);
    if (a + 1 >= b)
        return set;
    const auto &before = m_before[size_t(a) + 1], &after = m_before[size_t(b)];
    for (unsigned kind = 0; kind < before.size(); ++kind)
        set |= unsigned(after[kind] > before[kind]) << kind;
    return set;
}

void WorkSentence::findShouting()
{
    int upper = 0;
    shouting = false;
    for (int i = 0; i < m_size; ++i) {
        const Lexeme &x = lex(i);
        if (x.letters == Case::Lower || x.letters == Case::Mixed ||
            (x.letters == Case::Capitalised && x.length > 1))
            return;
        upper += x.letters == Case::Upper;
    }
    shouting = upper > 1;
}

} // namespace demarche::language
