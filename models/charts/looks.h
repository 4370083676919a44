#pragma once

#include "models/charts/series.h"

#include <QHash>

namespace demarche::charts {

/// Which of the lines' colours and shapes of points each country has. A country keeps its look while the lens
/// comes and goes; no two lines shown together have the same while there are looks enough.
class Looks
{
public:
    static constexpr int count = 12; ///< as many as a theme has colours for lines

    /// Sets the look of each.
    void assign(std::vector<StanceSeries> &series);

private:
    [[nodiscard]] int freeLook(const std::array<bool, count> &taken) const;

    QHash<QString, int> m_known; ///< by country
};

} // namespace demarche::charts
