#pragma once

#include "models/text/span.h"

#include <QString>

#include <vector>

namespace demarche::text {

/// One token of Universal Dependencies tokenisation ("don't" is two: "do", "n't"; "Israel's" is "Israel",
/// "'s").
struct Token
{
    Span span;
    bool spaceAfter = true; ///< CoNLL-U SpaceAfter
};

/// One sentence or heading: a range of characters and the range of tokens [firstToken, endToken) in it.
struct Sentence
{
    Span span;
    int firstToken = 0;
    int endToken = 0;
    int paragraph = 0;    ///< index of the paragraph it stands in, from 0
    bool heading = false; ///< a line of its own without a final stop: title, cross-heading, slug

    [[nodiscard]] int size() const { return endToken - firstToken; }
};

/// An article's text cut into sentences and tokens. `text` is kept as given: spans index it.
struct Document
{
    QString text;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;

    [[nodiscard]] QStringView form(int token) const { return tokens[size_t(token)].span.of(text); }
};

/// Cuts raw news text. Pure; never fails; an empty text gives an empty document.
[[nodiscard]] Document segment(const QString &text);

} // namespace demarche::text
