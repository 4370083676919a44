#include "models/corpus/stories/candidates.h"

#include <algorithm>

namespace demarche::corpus::stories {

void Candidates::take(std::size_t key, std::span<const Posting> postings)
{
    const std::span<const Posting> listed = postings.first(std::min<std::size_t>(postings.size(), mostListed));
    std::vector<qint64> stories;
    for (const Posting &posting : listed)
        stories.push_back(posting.story);
    std::ranges::sort(stories);
    const auto doubles = std::ranges::unique(stories);
    if (doubles.begin() - stories.begin() >= tooManyStories) {
        m_common.set(key);
        return;
    }
    for (const Posting &posting : listed)
        ++m_shared[posting.article];
}

std::vector<qint64> Candidates::articles() const
{
    std::vector<qint64> all;
    for (const auto &[article, keys] : m_shared.asKeyValueRange()) {
        if (keys >= fewestKeys)
            all.push_back(article);
    }
    std::ranges::sort(all);
    return all;
}

bool Candidates::isCopy(const Signature &other) const
{
    int common = 0;
    for (std::size_t key = 0; key < keyCount; ++key)
        common += m_common[key] && m_signature.keys[key] == other.keys[key];
    return common * oneInCommon <= sharedKeys(m_signature, other) && sameStory(m_signature, other);
}

} // namespace demarche::corpus::stories
