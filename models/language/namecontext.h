#pragma once

#include "models/language/lexeme.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace demarche::language {

/// What the rest of an article says of a word: how it is named, and whether it also stands unnamed. A surname
/// alone is a person because the full name stood above (one sense a discourse: Gale, Church and Yarowsky
/// 1992).
class NameContext
{
public:
    /// How the other sentences use the word.
    struct Use
    {
        std::uint8_t kind = 0;     ///< the commonest NameKind, 0: never named
        std::uint8_t strength = 0; ///< 0 unseen, 1 once, 2 more often, 3 more often and always that kind
        std::uint8_t parts = 0;    ///< as which parts of names (a bit for begin, inside, last, unit)
        bool small = false;        ///< it also stands in small letters

        [[nodiscard]] bool isEmpty() const { return !kind && !strength && !small; }
    };

    void clear();
    /// Counts a sentence with the classes that a first reading gave it.
    void add(const WorkSentence &sentence, std::span<const std::uint8_t> classes);
    /// What all sentences but this one, which was counted with `classes`, say of each of its words.
    void uses(const WorkSentence &sentence, std::span<const std::uint8_t> classes,
              std::vector<Use> &uses) const;

private:
    struct Counts
    {
        std::uint32_t kinds[5] = {}; ///< by NameKind; None: capitalised but unnamed
        std::uint32_t parts[4] = {};
        std::uint32_t small = 0;
    };
    using Words = std::unordered_map<std::uint64_t, Counts>;

    static void count(Counts &counts, const Lexeme &word, int cls, bool first);
    [[nodiscard]] static Use use(const Counts &all, const Counts &own);

    Words m_words;
};

} // namespace demarche::language
