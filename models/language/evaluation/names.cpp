#include "models/language/evaluation/scores.h"

#include "models/language/nametagger.h"
#include "models/language/training/corpora.h"

#include <algorithm>

namespace demarche::language::evaluation {

namespace {

struct Bounds
{
    int begin, end;
    NameKind kind;
    auto operator<=>(const Bounds &) const = default;
};

void compare(const std::vector<Bounds> &gold, const std::vector<Bounds> &found, NameKind kind, Tally &tally)
{
    const auto of = [&](const Bounds &b) {
        return kind == NameKind::None ? b.kind != NameKind::Misc : b.kind == kind;
    };
    int right = 0;
    for (const Bounds &b : found)
        right += of(b) && std::ranges::binary_search(gold, b);
    tally.right += right;
    tally.spurious += int(std::ranges::count_if(found, of)) - right;
    tally.missed += int(std::ranges::count_if(gold, of)) - right;
}

std::vector<Bounds> boundsOf(const std::vector<Name> &names)
{
    std::vector<Bounds> all;
    all.reserve(names.size());
    for (const Name &n : names)
        all.push_back({n.firstToken, n.endToken, n.kind});
    std::ranges::sort(all);
    return all;
}

} // namespace

Result<NameScore> scoreNames(const Annotator &annotator, const QString &path, std::optional<int> tenth)
{
    const auto part = tenth ? training::Part::HeldOut : training::Part::All;
    const auto sentences = training::readNames(path, Clusters(), part, tenth.value_or(0));
    if (!sentences)
        return std::unexpected(sentences.error());
    NameScore score;
    for (auto from = sentences->begin(); from != sentences->end();) {
        const auto to =
            std::find_if(from, sentences->end(), [&](const auto &s) { return s.document != from->document; });
        std::vector<ConlluSentence> document;
        std::vector<Name> gold;
        int first = 0;
        for (auto s = from; s != to; ++s) {
            ConlluSentence &plain = document.emplace_back();
            for (const QString &form : s->forms)
                plain.tokens.emplace_back().form = form;
            collectNames(s->classes, first, gold);
            first += int(s->forms.size());
        }
        const auto right = boundsOf(gold), found = boundsOf(annotator.annotate(documentOf(document)).names);
        compare(right, found, NameKind::None, score.all);
        compare(right, found, NameKind::Person, score.persons);
        compare(right, found, NameKind::Organization, score.organizations);
        compare(right, found, NameKind::Location, score.locations);
        from = to;
    }
    return score;
}

} // namespace demarche::language::evaluation
