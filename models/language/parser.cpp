#include "models/language/parser.h"

#include <algorithm>

namespace demarche::language {

Move bestMove(const std::int32_t *scores, const ParseState &state)
{
    int best = -1;
    for (int m = 0; m < MoveCount; ++m) {
        if (state.legal(Move(m)) && (best < 0 || scores[m] > scores[best]))
            best = m;
    }
    return Move(best);
}

Deprel bestLabel(const std::int32_t *scores)
{
    return Deprel(std::max_element(scores + 1, scores + DeprelCount) - scores);
}

Result<Parser> Parser::open(const ModelFile &file, const QString &where)
{
    auto moves = TripleWeights::open(file.section("moves"), where);
    if (!moves)
        return std::unexpected(moves.error());
    auto labels = Weights::open(file.section("labels"), where);
    if (!labels)
        return std::unexpected(labels.error());
    if (labels->classes() != DeprelCount)
        return std::unexpected(
            Problem{where, QStringLiteral("the parser has other labels than this program")});
    Parser parser;
    parser.m_moves = *moves;
    parser.m_labels = *labels;
    return parser;
}

Move Parser::nextMove(const WorkSentence &sentence, const ParseState &state, FeatureList &features) const
{
    if (const auto forced = state.forced())
        return *forced;
    std::int32_t scores[MoveCount] = {};
    moveFeatures(sentence, state, features);
    m_moves.score(features.all(), scores);
    return bestMove(scores, state);
}

void Parser::parse(WorkSentence &sentence) const
{
    thread_local ParseState state;
    FeatureList features;
    state.reset(sentence.size());
    sentence.countTags();
    while (!state.done()) {
        const Move move = nextMove(sentence, state, features);
        Deprel label = Deprel::Root;
        if (move != Move::Shift && state.headOf(move) != state.words()) {
            std::int32_t labelScores[DeprelCount] = {};
            labelFeatures(sentence, state, state.headOf(move), state.dependentOf(), features);
            m_labels.score(features.all(), labelScores);
            label = bestLabel(labelScores);
        }
        state.apply(move, label);
    }
    for (int i = 0; i < sentence.size(); ++i) {
        sentence.head(i) = state.node(i).head;
        sentence.label(i) = state.node(i).label;
    }
}

} // namespace demarche::language
