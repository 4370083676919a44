#include "models/analysis/order.h"

#include <algorithm>
#include <numeric>

namespace demarche::analysis {

namespace {

/// Sorts a list by `key` (stably) and tells where each element went.
template <typename T, typename Key>
std::vector<int> sorted(std::vector<T> &list, Key key)
{
    std::vector<int> from(list.size());
    std::iota(from.begin(), from.end(), 0);
    std::ranges::stable_sort(from, {}, [&](int i) { return key(list[size_t(i)]); });
    std::vector<T> moved;
    moved.reserve(list.size());
    std::vector<int> to(list.size());
    for (size_t i = 0; i < from.size(); ++i) {
        to[size_t(from[i])] = int(i);
        moved.push_back(std::move(list[size_t(from[i])]));
    }
    list = std::move(moved);
    return to;
}

int mended(int index, const std::vector<int> &to)
{
    return index >= 0 && size_t(index) < to.size() ? to[size_t(index)] : -1;
}

void mend(std::vector<int> &indices, const std::vector<int> &to)
{
    for (int &index : indices)
        index = mended(index, to);
    std::erase(indices, -1);
}

std::vector<int> orderActors(std::vector<Actor> &actors)
{
    for (Actor &actor : actors)
        std::ranges::sort(actor.mentions, {}, &Mention::span);
    std::vector<int> to = sorted(actors, [](const Actor &a) {
        return std::pair(a.mentions.empty(), a.mentions.empty() ? Span{} : a.mentions.front().span);
    });
    const auto named =
        std::ranges::partition_point(actors, [](const Actor &a) { return !a.mentions.empty(); });
    const auto kept = int(named - actors.begin());
    actors.erase(named, actors.end());
    for (int &place : to)
        place = place < kept ? place : -1;
    return to;
}

} // namespace

void putInTextOrder(Analysis &analysis)
{
    const std::vector<int> actors = orderActors(analysis.actors);
    const std::vector<int> quotes = sorted(analysis.quotes, [](const Quote &q) { return q.span; });
    const std::vector<int> actions =
        sorted(analysis.actions, [](const Action &a) { return std::pair(a.span.begin, a.trigger); });
    for (Quote &quote : analysis.quotes) {
        quote.speaker = mended(quote.speaker, actors);
        mend(quote.about, actors);
    }
    for (Action &action : analysis.actions) {
        mend(action.source, actors);
        mend(action.target, actors);
        action.quote = mended(action.quote, quotes);
    }
    for (Evidence &evidence : analysis.evidence)
        evidence.finding =
            mended(evidence.finding, evidence.kind == Evidence::Kind::Action ? actions : quotes);
    const auto place = [&](const Evidence &e) {
        const auto at = size_t(e.finding);
        return e.kind == Evidence::Kind::Action ? analysis.actions[at].span : analysis.quotes[at].span;
    };
    const std::vector<int> evidence = sorted(analysis.evidence, place);
    for (Stance &stance : analysis.stances) {
        mend(stance.evidence, evidence);
        std::ranges::sort(stance.evidence);
    }
    sorted(analysis.stances, [](const Stance &s) { return s.evidence.empty() ? -1 : s.evidence.front(); });
}

} // namespace demarche::analysis
