#pragma once

#include <QStringView>

#include <algorithm>
#include <initializer_list>

namespace demarche::analysis {

/// Whether a word is one of a few; longer lists are sets.
[[nodiscard]] inline bool isOneOf(QStringView word, std::initializer_list<QStringView> words)
{
    return std::ranges::find(words, word) != words.end();
}

} // namespace demarche::analysis
