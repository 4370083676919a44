#pragma once

#include "models/analysis/cuewords.h"
#include "models/language/tree.h"
#include "models/text/result.h"

#include <QByteArray>

#include <array>
#include <vector>

namespace demarche::analysis {

/// One sentence's clause that lays words or thoughts to somebody: "Bonn [source] denies [cue] that …
/// [content]".
struct Attribution
{
    int cue = -1;       ///< token of the word that attributes
    int source = -1;    ///< token that heads whoever is said to speak; -1 where the clause names nobody
    int firstToken = 0; ///< content: tokens [firstToken, endToken)
    int endToken = 0;
    double certainty = 0; ///< 0 … 1, how sure the model is of the cue

    [[nodiscard]] bool contains(int token) const { return token >= firstToken && token < endToken; }
};

/// One article's trees as the features see them: with what is costly to ask twice.
class CueContext
{
public:
    CueContext(const language::Tree &tree, const std::vector<int> &quotedAt, const CueWords &words);

    const language::Tree &tree;
    const std::vector<int> &quotedAt;
    const CueWords &words;
    std::vector<std::uint64_t> lemmas;     ///< hash of each token's lemma
    std::vector<language::NameKind> names; ///< the name that each token is part of
    std::vector<CueWord> cues;             ///< each token's row in the table of cue words

    [[nodiscard]] const language::Word &word(int token) const { return tree.annotation().word(token); }
    [[nodiscard]] QStringView form(int token) const { return tree.annotation().form(token); }
};

/// A place in the tree near a cue that may be its source or part of its content.
struct Candidate
{
    int token = -1;
    int firstToken = 0; ///< the tokens that it covers, without the cue's own branch
    int endToken = 0;
    std::uint64_t path = 0; ///< hash of the relations from the cue to here
};

using Features = std::vector<std::uint64_t>;

/// Whether a token's class lets it be a cue at all.
[[nodiscard]] bool mayBeCue(const CueContext &, int token);
void cueFeatures(const CueContext &, int token, Features &into);
[[nodiscard]] std::vector<Candidate> candidates(const CueContext &, int cue);
void roleFeatures(const CueContext &, int cue, const Candidate &, Features &into);

/// No cue farther from a quoted stretch than so many tokens is asked whether the stretch is its own: a bound for texts
/// that are one endless sentence.
inline constexpr int speechReach = 150;

/// A stretch between quotation marks as tokens; those of a reading are never empty.
struct QuotedTokens
{
    int firstToken = 0;
    int endToken = 0;
};

void stretchFeatures(const CueContext &, const std::vector<Attribution> &, QuotedTokens, Features &into);

/// The attribution, not itself quoted, that a quoted stretch belongs to by its sentence's tree: the innermost
/// one whose content holds its first or last word; -1 for none. Index into `all`.
[[nodiscard]] int attributionOf(const CueContext &, const std::vector<Attribution> &all,
                                QuotedTokens stretch);

/// A linear model over hashed features: is this word a cue, is this place its source, its content; and are
/// these words between quotation marks somebody's, rather than a title or an ironic term. Trained by
/// `demarche train quotes`; read in place.
///
///     "DMAT" u32 version  f32 scale[4]  { i8 cue, i8 source, i8 content, i8 spoken }[tableSize]
class AttributionModel
{
public:
    static constexpr std::uint32_t version = 1;
    static constexpr double leastCertain = 0.1; ///< attributions below it are of no use to anybody
    static constexpr std::size_t tableSize = std::size_t(1) << 17;

    enum Output : std::size_t { Cue, Source, Content, Spoken, OutputCount };
    using Table = std::array<std::vector<float>, OutputCount>; ///< weights as training holds them

    [[nodiscard]] static Result<AttributionModel> open(QByteArray bytes, const QString &where);
    /// The shipped model, read once for the process.
    [[nodiscard]] static const Result<AttributionModel> &shipped();
    [[nodiscard]] static QByteArray write(const Table &weights);
    [[nodiscard]] static std::size_t slot(std::uint64_t feature) { return (feature >> 20) % tableSize; }

    /// All attributions of an article at least as certain as `least`, by their cue's place; they may lie
    /// inside one another.
    [[nodiscard]] std::vector<Attribution> find(const CueContext &, double least) const;
    /// What one word attributes to whom, be it a likely cue or not; the content may be empty.
    [[nodiscard]] Attribution read(const CueContext &, int cue) const;

    [[nodiscard]] double probability(Output, const Features &) const;

private:
    QByteArray m_bytes;
    std::array<float, OutputCount> m_scales{};
};

} // namespace demarche::analysis
