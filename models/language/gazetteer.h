#pragma once

#include "models/language/lexeme.h"

#include <span>

namespace demarche::language {

/// Lists of names known beforehand. What the name tagger sees of them is a set of bits for each word: of
/// which lists an entry covers it, and whether the word begins, continues, ends or is that entry.
///
///     u32 slots  slots × { u32 tag, u8 lists }   an entry's bit 7: longer entries begin with it
class Gazetteer
{
public:
    enum List : std::uint8_t { Given, Family, Place, People, Organisation };
    static constexpr int ListCount = 5;
    static constexpr std::uint8_t Longer = 0x80;
    static constexpr int LongestEntry = 6; ///< words
    static constexpr int SlotSize = 5;

    [[nodiscard]] static Result<Gazetteer> open(QByteArrayView bytes, const QString &where);
    /// `entries`: key of the whole entry or of its beginning, and its bits.
    [[nodiscard]] static QByteArray write(std::span<const std::pair<std::uint64_t, std::uint8_t>> entries);
    /// The key of a sequence of words grows word by word from 0.
    [[nodiscard]] static std::uint64_t extend(std::uint64_t key, std::uint64_t formHash);

    /// For each word the lists that cover it: bit 4 × list + part (begin, inside, last, unit as in BILOU).
    void mark(const WorkSentence &sentence, std::vector<std::uint32_t> &bits) const;

private:
    [[nodiscard]] std::uint8_t listsOf(std::uint64_t key) const;

    const char *m_places = nullptr;
    std::uint32_t m_count = 0;
};

} // namespace demarche::language
