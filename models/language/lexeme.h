#pragma once

#include "models/language/clusters.h"
#include "models/language/tags.h"

#include <QStringView>

#include <array>
#include <cstdint>
#include <vector>

namespace demarche::language {

/// How a word is written.
enum class Case : std::uint8_t { Lower, Capitalised, Upper, Mixed, Digits, Symbols };

/// What the classifiers see of a word, worked out once: everything is a number, so features are mere
/// arithmetic.
struct Lexeme
{
    static constexpr int Prefixes = 4; ///< the first 1 … 4 characters
    static constexpr int Suffixes = 5; ///< the last 1 … 5

    std::uint64_t form = 0; ///< formHash of the word
    std::uint64_t prefix[Prefixes] = {};
    std::uint64_t suffix[Suffixes] = {};
    std::uint64_t shape = 0; ///< hash of "Xx", "XX.", "00,0" …: runs cut to two
    Clusters::Set cluster;
    Case letters = Case::Lower;
    std::uint8_t length = 0; ///< at most 255
    bool hasDigit = false;
    bool hasHyphen = false;
};

[[nodiscard]] Lexeme lexeme(QStringView form, const Clusters &clusters);

/// A sentence under work: lexemes and tags with three sentinels at either side, so that features need no
/// bounds.
class WorkSentence
{
public:
    static constexpr int Pad = 3;
    static constexpr std::uint8_t NoTag = 255;

    void resize(int size);
    [[nodiscard]] int size() const { return m_size; }

    /// `i` in [-Pad, size + Pad)
    [[nodiscard]] Lexeme &lex(int i) { return m_lexemes[size_t(i + Pad)]; }
    [[nodiscard]] const Lexeme &lex(int i) const { return m_lexemes[size_t(i + Pad)]; }
    [[nodiscard]] std::uint8_t &xpos(int i) { return m_xpos[size_t(i + Pad)]; }
    [[nodiscard]] std::uint8_t xpos(int i) const { return m_xpos[size_t(i + Pad)]; }
    [[nodiscard]] std::uint8_t &upos(int i) { return m_upos[size_t(i + Pad)]; }
    [[nodiscard]] std::uint8_t upos(int i) const { return m_upos[size_t(i + Pad)]; }

    /// The word's head within the sentence, its size() for the root, and the relation to it; `i` in [0,
    /// size).
    [[nodiscard]] int &head(int i) { return m_heads[size_t(i)]; }
    [[nodiscard]] int head(int i) const { return m_heads[size_t(i)]; }
    [[nodiscard]] Deprel &label(int i) { return m_labels[size_t(i)]; }
    [[nodiscard]] Deprel label(int i) const { return m_labels[size_t(i)]; }

    /// Which kinds of words stand strictly between two: 1 verb, 2 punctuation, 4 conjunction, 8 subordinator
    /// or auxiliary.
    [[nodiscard]] unsigned between(int a, int b) const;
    /// Prepares between(), once the universal tags stand.
    void countTags();

    /// No word of it has a small letter: case tells nothing.
    bool shouting = false;
    /// Sets `shouting` once the lexemes stand.
    void findShouting();

private:
    int m_size = 0;
    std::vector<Lexeme> m_lexemes;
    std::vector<std::uint8_t> m_xpos, m_upos;
    std::vector<int> m_heads;
    std::vector<Deprel> m_labels;
    std::vector<std::array<int, 4>> m_before; ///< of each kind, how many stand before a word
};

} // namespace demarche::language
