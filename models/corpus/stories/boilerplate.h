#pragma once

#include <QStringView>

namespace demarche::corpus::stories {

/// A line that many unrelated articles of a paper carry (rights, credits, "follow us", addresses): it says
/// nothing of which story an article tells. Judged by its words alone, so that the judgement never depends on
/// what else is stored.
[[nodiscard]] bool isBoilerplate(QStringView line);

} // namespace demarche::corpus::stories
