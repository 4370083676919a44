#pragma once

#include "models/lens/lens.h"

#include <vector>

namespace demarche::lens {

/// The lenses looked through so far, so that a filter can be taken back like any other step. There is always
/// a current one. A new lens forgets what was undone; at most `depth` lenses are kept.
class LensHistory
{
public:
    static constexpr std::size_t depth = 200;

    explicit LensHistory(Lens first = {});

    [[nodiscard]] const Lens &current() const { return m_lenses[m_at]; }
    [[nodiscard]] bool canUndo() const { return m_at > 0; }
    [[nodiscard]] bool canRedo() const { return m_at + 1 < m_lenses.size(); }

    /// False where it is the current lens already; then nothing is recorded.
    bool push(Lens lens);
    /// The current lens becomes this one, without a step of its own; false where it is the current one
    /// already.
    bool replace(Lens lens);
    /// Changes every lens that is kept, where what lenses name has changed.
    template <typename Change>
    void rewrite(Change change)
    {
        for (Lens &lens : m_lenses)
            change(lens);
    }
    /// Both do nothing where there is nothing to take back or to do again.
    void undo();
    void redo();

private:
    std::vector<Lens> m_lenses;
    std::size_t m_at = 0;
};

} // namespace demarche::lens
