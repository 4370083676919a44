#pragma once

#include <QStringView>

#include <cstdint>
#include <vector>

namespace demarche::corpus::stories {

/// The words of an article as hashes, in its order, so that papers' own habits do not show: case, accents,
/// quotation marks, apostrophes, hyphens and punctuation gone, British and American spelling folded together
/// ("organised", "centre", "colour", "travelled", "per cent"), boilerplate lines left out.
[[nodiscard]] std::vector<std::uint64_t> storyWords(QStringView text);

} // namespace demarche::corpus::stories
