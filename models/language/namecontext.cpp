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

void NameContext::uses(const WorkSentence &s, std::span<const std::uint8_t> classes,
                       std::vector<Use> &uses) const
{
    const auto asks = [](const Lexeme &word) {
        return word.letters != Case::Lower && word.letters != Case::Symbols && word.letters != Case::Digits;
    };
    Words own; // counted once: a sentence may be of any length
    for (int i = 0; i < s.size(); ++i) {
        if (asks(s.lex(i)) && m_words.contains(s.lex(i).form))
            own.try_emplace(s.lex(i).form);
    }
    for (int i = 0; i < s.size(); ++i) {
        if (const auto at = own.find(s.lex(i).form); at != own.end())
            count(at->second, s.lex(i), classes[size_t(i)], i == 0 || s.shouting);
    }
    uses.assign(size_t(s.size()), {});
    for (int i = 0; i < s.size(); ++i) {
        if (const auto at = own.find(s.lex(i).form); at != own.end() && asks(s.lex(i)))
            uses[size_t(i)] = use(m_words.find(at->first)->second, at->second);
    }
}

NameContext::Use NameContext::use(const Counts &all, const Counts &own)
{
    Use use;
    std::uint32_t total = 0, top = 0;
    for (size_t kind = 0; kind < std::size(all.kinds); ++kind) {
        const std::uint32_t n = all.kinds[kind] - own.kinds[kind];
        total += n;
        if (n > top) {
            top = n;
            use.kind = std::uint8_t(kind);
        }
    }
    for (size_t part = 0; part < std::size(all.parts); ++part)
        use.parts |= std::uint8_t((all.parts[part] > own.parts[part]) << part);
    use.strength = std::uint8_t(total == 0 ? 0 : top == 1 ? 1 : top == total ? 3 : 2);
    use.small = all.small > own.small;
    return use;
}

} // namespace demarche::language
