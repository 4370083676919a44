#pragma once

#include "models/language/annotation.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace demarche::language {

/// The three moves of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011).
enum class Move : std::uint8_t {
    Shift, ///< the next word goes onto the stack
    Left,  ///< the next word becomes head of the stack's top, which leaves
    Right, ///< the second on the stack becomes head of the top, which leaves
};
constexpr int MoveCount = 3;

/// A sentence half parsed. Words are 0 … n-1; the artificial root is n and stands last in the buffer
/// (Ballesteros and Nivre 2013). Only moves that keep one root a sentence are legal.
class ParseState
{
public:
    static constexpr int None = -1;

    struct Node
    {
        int head = None;
        Deprel label = Deprel::Dep;
        int left = None, left2 = None;                 ///< leftmost child, and the next one inwards
        int right = None, right2 = None;               ///< rightmost child, and the next one inwards
        std::uint8_t lefts = 0, rights = 0;            ///< counts of children, at most 255
        std::uint64_t leftLabels = 0, rightLabels = 0; ///< sets of the children's labels, a bit each
    };

    void reset(int words);

    [[nodiscard]] int words() const { return m_words; }
    [[nodiscard]] bool done() const { return m_next == m_words && m_stack.empty(); }
    /// The i-th of the stack from its top, None below its bottom.
    [[nodiscard]] int stack(int i) const;
    [[nodiscard]] int stackSize() const { return int(m_stack.size()); }
    /// The i-th of the buffer; the artificial root is the last, then None.
    [[nodiscard]] int buffer(int i) const { return m_next + i <= m_words ? m_next + i : None; }
    [[nodiscard]] const Node &node(int i) const { return m_nodes[size_t(i)]; }

    [[nodiscard]] bool legal(Move move) const;
    /// The only legal move, where there is but one: no classifier need be asked.
    [[nodiscard]] std::optional<Move> forced() const;
    /// The head and the dependent that an arc move would join.
    [[nodiscard]] int headOf(Move move) const { return move == Move::Left ? buffer(0) : stack(1); }
    [[nodiscard]] int dependentOf() const { return stack(0); }
    /// `label` is ignored by Shift.
    void apply(Move move, Deprel label);

private:
    int m_words = 0;
    int m_next = 0;
    std::vector<int> m_stack;
    std::vector<Node> m_nodes;
};

} // namespace demarche::language
