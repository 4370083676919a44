#include "models/corpus/stories/grouping.h"

#include <algorithm>

namespace demarche::corpus::stories {

std::size_t Groups::head(std::size_t at)
{
    while (m_head[at] != at)
        at = m_head[at] = m_head[m_head[at]];
    return at;
}

void Groups::join(std::size_t a, std::size_t b)
{
    const std::size_t x = head(a);
    const std::size_t y = head(b);
    m_head[std::max(x, y)] = std::min(x, y);
}

std::vector<std::size_t> grouped(std::span<const Signature> signatures)
{
    Groups groups;
    for (std::size_t b = 0; b < signatures.size(); ++b) {
        groups.add();
        for (std::size_t a = 0; a < b; ++a) {
            if (groups.head(a) != groups.head(b) && sameStory(signatures[a], signatures[b]))
                groups.join(a, b);
        }
    }
    std::vector<std::size_t> heads(signatures.size());
    for (std::size_t at = 0; at < heads.size(); ++at)
        heads[at] = groups.head(at);
    return heads;
}

} // namespace demarche::corpus::stories
