#pragma once

#include "models/corpus/stories/signature.h"

#include <span>
#include <vector>

namespace demarche::corpus::stories {

/// Disjoint sets of places 0, 1, 2 …, each named by its first member.
class Groups
{
public:
    /// One more place, alone.
    void add() { m_head.push_back(m_head.size()); }
    [[nodiscard]] std::size_t head(std::size_t at);
    void join(std::size_t a, std::size_t b);
    [[nodiscard]] std::size_t size() const { return m_head.size(); }

private:
    std::vector<std::size_t> m_head;
};

/// Groups articles into stories: two are of one story where a chain of copies leads from one to the other.
/// For each the place of the first of its story, its own where it stands alone. The order in which they come
/// changes no group. Meant for the members of a story: compares each with each.
[[nodiscard]] std::vector<std::size_t> grouped(std::span<const Signature> signatures);

} // namespace demarche::corpus::stories
