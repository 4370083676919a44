#pragma once

#include "models/analysis/reading.h"
#include "models/knowledge/knowledge.h"

#include <vector>

namespace demarche::analysis {

/// Where and when an article was written, and which of its sentences are not the report itself.
struct Setting
{
    QDate day;       ///< the article's own; may be invalid
    QString country; ///< of the dateline's town, else the state named most often; empty for none
    QString home;    ///< the state that the article is about alone; empty for none
    QHash<QString, int> countries; ///< how often each state is named, by name, demonym, town, seat or body
    std::vector<bool> credits;     ///< for each sentence: credits, copyright, byline: no actors there
    std::vector<int>
        datelineEnd; ///< for each sentence: one past the last token of its dateline, else its first token
};

[[nodiscard]] Setting readSetting(const Reading &, const std::vector<knowledge::Match> &);

/// "Supreme Court", "Democratic Party": whether every word of it is one that bodies of any state are called
/// by.
[[nodiscard]] bool isCommonName(QStringView);

/// The state that a match speaks of by any of its senses; empty for none.
[[nodiscard]] QString countryOf(const knowledge::Knowledge &, const knowledge::Match &, QDate day);

} // namespace demarche::analysis
