#pragma once

#include <QDate>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <cstdint>
#include <optional>
#include <vector>

namespace demarche::corpus {

/// One node of what was searched for.
struct SearchNode
{
    enum class Kind : std::uint8_t {
        Words,    ///< a word or phrase, in `field`
        Language, ///< `words` is a code: the article is in it
        Country,  ///< `words` is an ISO alpha-3 code: an actor of that state figures in the article
        Before,   ///< published before `day`
        After,    ///< published after `day`
        And,      ///< of `parts`; two or more
        Or,       ///< of `parts`; two or more
        Not       ///< of the one part
    };
    enum class Field : std::uint8_t { Any, Title, Text, Speaker, Publisher };

    Kind kind = Kind::Words;
    Field field = Field::Any;
    QString words;       ///< well-formed, holds at least one letter or digit
    bool prefix = false; ///< the last word goes on
    QDate day;
    std::vector<SearchNode> parts;
};

/// What a person typed, understood. Whatever was typed has a meaning; where that may not be the one that was
/// meant, a note says so.
///
///     recall envoy         both words (AND is allowed too)     "recall of its envoy"  the phrase
///     recall OR expel      either; closer than AND             recall*                words that begin so
///     -visit, NOT visit    not this one                        (a OR b) -(c d)        groups
///     title: text: speaker: (who is quoted) from: (publisher, also publisher:) a word, phrase or group there
///     language:fr language:French
///     country:CHL country:Chile      its actors figure         before:2024-03-05 after:2023-10 after:2022
///
/// Case, accents, hyphens and apostrophes do not matter. Operators are capitals; small "or" is a word.
struct SearchQuery
{
    std::optional<SearchNode> root; ///< none: nothing to look for, which admits everything
    QStringList notes;              ///< one line each for a person

    [[nodiscard]] bool isEmpty() const { return !root; }
};

[[nodiscard]] SearchQuery searchQuery(QStringView typed);

/// True for scripts that put no spaces between words, whose words are looked for as they stand in the text.
[[nodiscard]] bool hasUnspacedScript(QStringView words);

} // namespace demarche::corpus
