#include "models/lens/history.h"

namespace demarche::lens {

LensHistory::LensHistory(Lens first)
    : m_lenses{std::move(first)}
{
}

bool LensHistory::push(Lens lens)
{
    if (lens == current())
        return false;
    m_lenses.resize(m_at + 1);
    m_lenses.push_back(std::move(lens));
    if (m_lenses.size() > depth)
        m_lenses.erase(m_lenses.begin());
    m_at = m_lenses.size() - 1;
    return true;
}

bool LensHistory::replace(Lens lens)
{
    if (lens == current())
        return false;
    m_lenses.resize(m_at + 1);
    m_lenses.back() = std::move(lens);
    return true;
}

void LensHistory::undo()
{
    if (canUndo())
        --m_at;
}

void LensHistory::redo()
{
    if (canRedo())
        ++m_at;
}

} // namespace demarche::lens
