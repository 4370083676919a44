#pragma once

#include "models/language/parsestate.h"
#include "models/language/tagger.h"

namespace demarche::language {

/// What the choice of the next move looks at (after Zhang and Nivre 2011, with clusters).
void moveFeatures(const WorkSentence &sentence, const ParseState &state, FeatureList &out);
/// What the choice of a label looks at when `dependent`, complete with its subtree, is joined to `head`.
void labelFeatures(const WorkSentence &sentence, const ParseState &state, int head, int dependent,
                   FeatureList &out);

/// The arc-hybrid parser: greedy, one move at a time, labels by a classifier of their own.
class Parser
{
public:
    [[nodiscard]] static Result<Parser> open(const ModelFile &file, const QString &where);

    /// Gives a tagged sentence its heads and labels: one root, no cycle, whatever the weights say.
    void parse(WorkSentence &sentence) const;

private:
    [[nodiscard]] Move nextMove(const WorkSentence &sentence, const ParseState &state, FeatureList &features) const;

    TripleWeights m_moves;
    Weights m_labels;
};

/// The legal move with the highest score.
[[nodiscard]] Move bestMove(const std::int32_t *scores, const ParseState &state);
/// The best label but Root, which only the artificial root gives.
[[nodiscard]] Deprel bestLabel(const std::int32_t *scores);

} // namespace demarche::language
