#pragma once

#include "models/language/modelfile.h"

#include <QString>

#include <cstdint>

namespace demarche::language {

/// The lemma of a word and its Penn tag, by an edit of its ending: that of the word itself where it is an
/// exception, else of its longest known ending. Read in place.
///
///     u32 rules  rules × { u8 cut, u8 size, 14 bytes UTF-8 }  u32 slots  slots × { u32 tag, u16 rule + 1 }
class Lemmatiser
{
public:
    static constexpr int LongestEnding = 6;
    static constexpr int RuleSize = 16;
    static constexpr int SlotSize = 6;

    [[nodiscard]] static Result<Lemmatiser> open(QByteArrayView bytes, const QString &where);

    [[nodiscard]] QString lemma(QStringView form, std::uint8_t xpos) const;

    /// The text that edits are made on: lower case, but proper nouns keep theirs.
    [[nodiscard]] static QString base(QStringView form, std::uint8_t xpos);
    /// Under which key a whole word, or an ending (length 0: the tag alone), is stored.
    [[nodiscard]] static std::uint64_t wordKey(QStringView base, std::uint8_t xpos);
    [[nodiscard]] static std::uint64_t endingKey(QStringView ending, std::uint8_t xpos);
    [[nodiscard]] static std::uint32_t home(std::uint64_t key, std::uint32_t places);

private:
    [[nodiscard]] int rule(std::uint64_t key) const; ///< -1: none

    const char *m_rules = nullptr;
    const char *m_slots = nullptr;
    std::uint32_t m_ruleCount = 0, m_slotCount = 0;
};

} // namespace demarche::language
