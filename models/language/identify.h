#pragma once

#include "models/text/result.h"

#include <QByteArray>
#include <QStringView>

#include <array>
#include <unordered_map>
#include <vector>

namespace demarche::language {

/// Which language a text is written in.
struct Identification
{
    QString code; ///< ISO 639-1, 639-3 where that has none ("en", "ckb"); empty: not known
    double confidence =
        0; ///< [0, 1]; a sure reading is above 0.9, a text too short or mixed to tell below 0.5
};

/// Tells languages apart by their script, the letters that not all languages of a script share, and their
/// common little words, all from resources/language/languages.tsv. Names and foreign words in a text cost
/// confidence only.
class LanguageTable
{
public:
    [[nodiscard]] static Result<LanguageTable> parse(const QByteArray &bytes, const QString &where);
    /// The table built into the program.
    [[nodiscard]] static const LanguageTable &shipped();

    /// Looks at the text's beginning only (2,000 UTF-16 units): some tens of microseconds.
    [[nodiscard]] Identification identify(QStringView text) const;
    /// The language's English name ("French"); the code itself where the table has not got it.
    [[nodiscard]] QString name(const QString &code) const;
    /// Every code once, in the table's order.
    [[nodiscard]] QStringList codes() const;

private:
    static constexpr size_t Most = 128; ///< rows
    using Votes = std::array<float, Most>;
    struct Language
    {
        QString code, name;
        int script = 0; ///< a QChar::Script
        bool hasWords = false;
    };
    /// Who has a letter or a word: rows of the table.
    using Owners = std::vector<std::uint8_t>;

    [[nodiscard]] std::vector<size_t> rowsOf(int script) const;
    [[nodiscard]] Identification among(const std::vector<size_t> &rows, QStringView text, int script) const;
    void countLetters(QStringView word, Votes &votes) const;

    std::vector<Language> m_languages;
    std::unordered_map<char16_t, Owners> m_letters;
    std::unordered_map<std::uint64_t, Owners> m_words;
};

/// What the shipped table says of a text.
[[nodiscard]] Identification identify(QStringView text);

} // namespace demarche::language
