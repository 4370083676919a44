#include "models/language/parsestate.h"

#include <algorithm>

namespace demarche::language {

void ParseState::reset(int words)
{
    m_words = words;
    m_next = 0;
    m_stack.clear();
    m_nodes.assign(size_t(words) + 1, Node{});
}

int ParseState::stack(int i) const
{
    const auto size = int(m_stack.size());
    return i < size ? m_stack[size_t(size - 1 - i)] : None;
}

bool ParseState::legal(Move move) const
{
    switch (move) {
    case Move::Shift:
        return m_next < m_words;
    case Move::Left: // the artificial root takes only what is left alone on the stack
        return !m_stack.empty() && (m_next < m_words || m_stack.size() == 1);
    case Move::Right:
        return m_stack.size() > 1;
    }
    return false;
}

std::optional<Move> ParseState::forced() const
{
    if (m_next < m_words)
        return m_stack.empty() ? std::optional(Move::Shift) : std::nullopt;
    return m_stack.size() > 1 ? Move::Right : Move::Left;
}

void ParseState::apply(Move move, Deprel label)
{
    if (move == Move::Shift) {
        m_stack.push_back(m_next++);
        return;
    }
    const int h = headOf(move), d = dependentOf();
    m_stack.pop_back();
    Node &dependent = m_nodes[size_t(d)];
    dependent.head = h;
    dependent.label = label;
    Node &head = m_nodes[size_t(h)];
    const std::uint64_t bit = std::uint64_t(1) << int(label);
    if (move == Move::Left) {
        head.left2 = head.left;
        head.left = d;
        head.lefts += head.lefts < 255;
        head.leftLabels |= bit;
    } else {
        head.right2 = head.right;
        head.right = d;
        head.rights += head.rights < 255;
        head.rightLabels |= bit;
    }
}

} // namespace demarche::language
