#include "models/language/namecontext.h"

#include "models/language/nametagger.h"

#include <algorithm>

namespace demarche::language {

void NameContext::clear()
{
    m_words.clear();
}

void NameContext::count(Counts &c, const Lexeme &word, int cls, bool first)
{
    if (cls != OutsideName) {
        ++c.kinds[size_t(kindOf(cls))];
        ++c.parts[size_t(partOf(cls))];
    } else if (word.letters == Case::Lower) {
        ++c.small;
    } else if (!first) {
        ++c.kinds[0];
    }
}

void NameContext::add(const WorkSentence &s, std::span<const std::uint8_t> classes)
{
    for (int i = 0; i < s.size(); ++i) {
        const Lexeme &word = s.lex(i);
        // Words in small letters matter only where they are seen as names too; those are few.
        if (word.letters == Case::Symbols || word.letters == Case::Digits ||
            (word.letters == Case::Lower && classes[size_t(i)] == OutsideName &&
             !m_words.contains(word.form)))
            continue;
        count(m_words[word.form], word, classes[size_t(i)], i == 0 || s.shouting);
    }
}

NameContext::Use NameContext::use(const WorkSentence &s, int i, std::span<const std::uint8_t> classes) const
{
    const Lexeme &word = s.lex(i);
    if (word.letters == Case::Lower || word.letters == Case::Symbols || word.letters == Case::Digits)
        return {};
    const auto found = m_words.find(word.form);
    if (found == m_words.end())
        return {};
    Counts c = found->second;
    Counts own;
    for (int k = 0; k < s.size(); ++k) {
        if (s.lex(k).form == word.form)
            count(own, s.lex(k), classes[size_t(k)], k == 0 || s.shouting);
    }
    Use use;
    int total = 0, top = 0;
    for (size_t kind = 0; kind < std::size(c.kinds); ++kind) {
        const int n = c.kinds[kind] - own.kinds[kind];
        total += n;
        if (n > top) {
            top = n;
            use.kind = std::uint8_t(kind);
        }
    }
    for (size_t part = 0; part < std::size(c.parts); ++part)
        use.parts |= std::uint8_t((c.parts[part] > own.parts[part]) << part);
    use.strength = std::uint8_t(total == 0 ? 0 : top == 1 ? 1 : top == total ? 3 : 2);
    use.small = c.small > own.small;
    return use;
}

} // namespace demarche::language
