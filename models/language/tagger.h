#pragma once

#include "models/language/lexeme.h"
#include "models/language/weights.h"

#include <array>

namespace demarche::language {

/// Room for one decision's features.
struct FeatureList
{
    static constexpr int Room = 192;

    std::uint64_t at[Room];
    int size = 0;

    void add(std::uint64_t f) { at[size++] = f; }
    [[nodiscard]] std::span<const std::uint64_t> all() const { return {at, size_t(size)}; }
};

/// What the Penn tagger looks at: words around, and the tags already given to the left.
void xposFeatures(const WorkSentence &sentence, int i, FeatureList &out);
/// What the universal tagger looks at: words, and Penn tags on both sides.
void uposFeatures(const WorkSentence &sentence, int i, FeatureList &out);

/// Penn tags greedily from left to right, then universal tags from words and Penn tags. Frequent words with one tag, and
/// Penn tags that imply their universal tag, are looked up.
class Tagger
{
public:
    [[nodiscard]] static Result<Tagger> open(const ModelFile &file, const QString &where);

    /// Fills xpos and upos of every word.
    void tag(WorkSentence &sentence) const;

private:
    Weights m_xpos, m_upos;
    SmallMap m_known;                              ///< frequent words that have one Penn tag: the tag + 1
    std::array<std::uint8_t, XposCount> m_implied; ///< the one universal tag of a Penn tag; NoTag where it has several
};

/// The best class; the lower one where two are equal.
[[nodiscard]] int best(const std::int32_t *scores, int classes);

} // namespace demarche::language
