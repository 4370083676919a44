#include "models/tables/findingref.h"

#include <algorithm>

namespace demarche::tables {

namespace {

template <typename List>
bool has(const List &list, int index)
{
    return index >= 0 && std::size_t(index) < list.size();
}

} // namespace

std::vector<FindingPlace> places(const analysis::Analysis &analysis, qsizetype textLength)
{
    std::vector<FindingPlace> all;
    for (std::size_t a = 0; a < analysis.actors.size(); ++a) {
        const auto &mentions = analysis.actors[a].mentions;
        for (std::size_t m = 0; m < mentions.size(); ++m)
            all.push_back({{FindingKind::Actor, int(a)}, mentions[m].span, int(m)});
    }
    for (std::size_t e = 0; e < analysis.actions.size(); ++e)
        all.push_back({{FindingKind::Action, int(e)}, analysis.actions[e].span});
    for (std::size_t q = 0; q < analysis.quotes.size(); ++q)
        all.push_back({{FindingKind::Quote, int(q)}, analysis.quotes[q].span});
    std::erase_if(all, [&](const FindingPlace &place) {
        return place.span.isEmpty() || place.span.begin < 0 || place.span.end > textLength;
    });
    std::ranges::stable_sort(all, [](const FindingPlace &a, const FindingPlace &b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    return all;
}

text::Span spanOf(const analysis::Analysis &analysis, FindingRef finding)
{
    switch (finding.kind) {
    case FindingKind::Actor:
        if (has(analysis.actors, finding.index) &&
            !analysis.actors[std::size_t(finding.index)].mentions.empty())
            return analysis.actors[std::size_t(finding.index)].mentions.front().span;
        break;
    case FindingKind::Action:
        if (has(analysis.actions, finding.index))
            return analysis.actions[std::size_t(finding.index)].span;
        break;
    case FindingKind::Quote:
        if (has(analysis.quotes, finding.index))
            return analysis.quotes[std::size_t(finding.index)].span;
        break;
    }
    return {};
}

} // namespace demarche::tables
