#pragma once

#include "models/language/gazetteer.h"
#include "models/language/namecontext.h"
#include "models/language/tagger.h"

namespace demarche::language {

/// The classes of the name tagger: outside, and BILOU (Ratinov and Roth 2009) of the four kinds.
enum class NamePart : std::uint8_t { Begin, Inside, Last, Unit };
constexpr int NameClasses = 17;
constexpr int OutsideName = 0;
[[nodiscard]] constexpr int nameClass(NameKind kind, NamePart part)
{
    return 1 + 4 * (int(kind) - 1) + int(part);
}
[[nodiscard]] constexpr NameKind kindOf(int cls)
{
    return cls == 0 ? NameKind::None : NameKind((cls - 1) / 4 + 1);
}
[[nodiscard]] constexpr NamePart partOf(int cls)
{
    return NamePart((cls - 1) % 4);
}
/// May `b` follow `a`? Before the first and after the last word counts as outside.
[[nodiscard]] constexpr bool mayFollow(int a, int b)
{
    const bool open = a != OutsideName && (partOf(a) == NamePart::Begin || partOf(a) == NamePart::Inside);
    const bool goesOn = b != OutsideName && (partOf(b) == NamePart::Inside || partOf(b) == NamePart::Last);
    return open == goesOn && (!open || kindOf(a) == kindOf(b));
}

using NameScores = std::array<std::int32_t, NameClasses>;

/// False for a word far from any capital letter and any proper noun: it is no part of a name, and is not
/// looked at further.
[[nodiscard]] bool mayBeNamed(const WorkSentence &sentence, int i);
/// The scores of such a word.
[[nodiscard]] NameScores unnamed();

/// What the name tagger looks at in the sentence, but for the neighbouring class. `lists` is the gazetteer's
/// marks.
void nameFeatures(const WorkSentence &sentence, int i, std::span<const std::uint32_t> lists,
                  FeatureList &out);
/// What the rest of the article adds; no feature where it says nothing of the word and its neighbours.
void contextFeatures(const WorkSentence &sentence, int i, std::span<const NameContext::Use> uses,
                     FeatureList &out);
/// The single feature whose weights are those of following class `previous`.
[[nodiscard]] std::uint64_t transitionFeature(int previous);

/// The best well-formed sequence of classes. `kinds`: a bit for each NameKind that may be given.
void bestNames(std::span<const NameScores> emissions, const std::array<NameScores, NameClasses> &transitions,
               unsigned kinds, std::vector<std::uint8_t> &classes);

/// Names of people, organisations, places and others, by a linear chain over hashed features. An article is
/// read twice: the second time with what the first found in its other sentences.
class NameTagger
{
public:
    [[nodiscard]] static Result<NameTagger> open(const ModelFile &file, const QString &where);

    /// Classes of the words of an article's tagged sentences.
    void classify(std::span<const WorkSentence> sentences,
                  std::vector<std::vector<std::uint8_t>> &classes) const;

private:
    void scoreWords(std::span<const WorkSentence> sentences,
                    std::vector<std::vector<NameScores>> &emissions) const;
    /// Adds what the article's first reading says; false where it says nothing.
    [[nodiscard]] bool scoreContext(const WorkSentence &sentence, std::span<const NameContext::Use> uses,
                                    std::vector<NameScores> &emissions) const;

    Weights m_weights;
    Gazetteer m_gazetteer;
    std::array<NameScores, NameClasses> m_transitions{};
};

/// Turns a well-formed sequence of classes into names.
void collectNames(std::span<const std::uint8_t> classes, int firstToken, std::vector<Name> &names);

} // namespace demarche::language
