#pragma once

#include "models/language/lexeme.h"

#include <unordered_map>
#include <vector>

namespace demarche::language {

struct FeatureList;

/// Where an article writes a word with a capital letter, and what stands about it there: a surname alone is
/// easier read where "Mr" stands before it three lines below (context aggregation: Ratinov and Roth 2009).
/// Holds on to the sentences it was given, which must stay where they are.
class Occurrences
{
public:
    void clear() { m_places.clear(); }
    void add(const WorkSentence &sentence);
    /// What stands about the i-th word of a sentence in the other places where it occurs, the first few of
    /// them.
    void features(const WorkSentence &sentence, int i, FeatureList &out) const;

private:
    static constexpr size_t Most = 8; ///< places looked at

    struct Place
    {
        const WorkSentence *sentence;
        int word;
    };
    std::unordered_map<std::uint64_t, std::vector<Place>>
        m_places; ///< by form, at most one more than Most each
};

/// The word at the top of the name that a word seems to belong to: up along flat and compound.
[[nodiscard]] int topOfName(const WorkSentence &sentence, int i);

} // namespace demarche::language
