#include "models/language/nametagger.h"

#include "models/language/hash.h"

#include <algorithm>
#include <limits>

namespace demarche::language {

namespace {
constexpr std::uint64_t Templates = 700;
constexpr std::uint64_t TransitionTemplate = 699;
constexpr unsigned AllKinds = 0xff;
} // namespace

std::uint64_t transitionFeature(int previous)
{
    return feature(TransitionTemplate, std::uint64_t(previous));
}

void nameFeatures(const WorkSentence &s, int i, FeatureList &out)
{
    const Lexeme &w = s.lex(i), &l1 = s.lex(i - 1), &l2 = s.lex(i - 2), &r1 = s.lex(i + 1),
                 &r2 = s.lex(i + 2);
    const std::uint64_t x = s.xpos(i), xl = s.xpos(i - 1), xr = s.xpos(i + 1);
    const auto letters = [](const Lexeme &l) { return std::uint64_t(l.letters); };
    const bool first = i == 0;
    out.size = 0;
    std::uint64_t t = Templates;
    const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0, std::uint64_t d = 0) {
        out.add(feature(t++, a, b, c, d));
    };
    add(0);
    add(w.form);
    add(w.form, letters(w));
    add(l1.form);
    add(r1.form);
    add(l2.form);
    add(r2.form);
    add(l1.form, w.form);
    add(w.form, r1.form);
    add(l1.form, letters(w));
    add(r1.form, letters(w));
    add(l2.form, l1.form);
    add(r1.form, r2.form);
    add(w.prefix[1]);
    add(w.prefix[2]);
    add(w.prefix[3]);
    add(w.suffix[0]);
    add(w.suffix[1]);
    add(w.suffix[2]);
    add(w.suffix[3]);
    add(w.suffix[2], letters(w));
    add(w.shape, first, s.shouting);
    add(letters(l1), letters(w), letters(r1), s.shouting);
    add(letters(l2), letters(l1), letters(w));
    add(letters(w), letters(r1), letters(r2));
    add(w.shape, r1.shape);
    add(l1.shape, w.shape);
    add(x);
    add(x, xl);
    add(x, xr);
    add(xl, x, xr);
    add(x, xr, std::uint64_t(s.xpos(i + 2)));
    add(w.cluster.fine);
    add(w.cluster.coarse);
    add(w.cluster.fine, letters(w));
    add(w.cluster.coarse, letters(w), first);
    add(l1.cluster.fine);
    add(r1.cluster.fine);
    add(l1.cluster.coarse);
    add(r1.cluster.coarse);
    add(l1.cluster.fine, letters(w));
    add(r1.cluster.fine, letters(w));
    add(l2.cluster.fine, letters(w));
    add(r2.cluster.fine, letters(w));
    add(l1.cluster.fine, w.cluster.fine);
    add(w.cluster.fine, r1.cluster.fine);
    add(l1.cluster.coarse, w.cluster.coarse, r1.cluster.coarse);
    add(w.cluster.coarse, r1.cluster.coarse, r2.cluster.coarse);
    add(l2.cluster.coarse, l1.cluster.coarse, letters(w));
    add(s.lex(i - 3).form, letters(w));
    add(s.lex(i + 3).form, letters(w));
    add(w.cluster.fine, xl, xr);
}

void bestNames(std::span<const NameScores> emissions, const std::array<NameScores, NameClasses> &transitions,
               unsigned kinds, std::vector<std::uint8_t> &classes)
{
    constexpr std::int32_t Never = std::numeric_limits<std::int32_t>::min() / 2;
    const size_t n = emissions.size();
    classes.assign(n, OutsideName);
    if (n == 0)
        return;
    thread_local std::vector<std::array<std::uint8_t, NameClasses>> from;
    from.resize(n);
    NameScores now{};
    for (size_t i = 0; i < n; ++i) {
        NameScores next;
        for (int b = 0; b < NameClasses; ++b) {
            std::int32_t top = Never;
            int origin = 0;
            const bool given = b == OutsideName || (kinds >> unsigned(kindOf(b)) & 1u);
            for (int a = 0; given && a < (i ? NameClasses : 1); ++a) {
                if (mayFollow(a, b) && now[size_t(a)] > Never) {
                    const std::int32_t score = now[size_t(a)] + transitions[size_t(a)][size_t(b)];
                    if (score > top)
                        top = score, origin = a;
                }
            }
            next[size_t(b)] = top > Never ? top + emissions[i][size_t(b)] : Never;
            from[i][size_t(b)] = std::uint8_t(origin);
        }
        now = next;
    }
    int at = OutsideName;
    for (int b = 0; b < NameClasses; ++b) {
        if (mayFollow(b, OutsideName) && now[size_t(b)] > now[size_t(at)])
            at = b;
    }
    for (size_t i = n; i-- > 0;) {
        classes[i] = std::uint8_t(at);
        at = from[i][size_t(at)];
    }
}

void collectNames(std::span<const std::uint8_t> classes, int firstToken, std::vector<Name> &names)
{
    int begin = 0;
    for (int i = 0; i < int(classes.size()); ++i) {
        const int cls = classes[size_t(i)];
        if (cls == OutsideName)
            continue;
        const NamePart part = partOf(cls);
        if (part == NamePart::Begin || part == NamePart::Unit)
            begin = i;
        if (part == NamePart::Last || part == NamePart::Unit)
            names.push_back({firstToken + begin, firstToken + i + 1, kindOf(cls)});
    }
}

Result<NameTagger> NameTagger::open(const ModelFile &file, const QString &where)
{
    auto weights = Weights::open(file.section("names"), where);
    if (!weights)
        return std::unexpected(weights.error());
    if (weights->classes() != NameClasses)
        return std::unexpected(
            Problem{where, QStringLiteral("the name tagger has other classes than this program")});
    NameTagger tagger;
    tagger.m_weights = *weights;
    for (int a = 0; a < NameClasses; ++a) {
        const std::uint64_t f = transitionFeature(a);
        tagger.m_weights.score({&f, 1}, tagger.m_transitions[size_t(a)].data());
    }
    return tagger;
}

void NameTagger::find(const WorkSentence &sentence, int firstToken, std::vector<Name> &names) const
{
    thread_local std::vector<NameScores> emissions;
    thread_local std::vector<std::uint8_t> classes;
    FeatureList features;
    emissions.assign(size_t(sentence.size()), NameScores{});
    for (int i = 0; i < sentence.size(); ++i) {
        nameFeatures(sentence, i, features);
        m_weights.score(features.all(), emissions[size_t(i)].data());
    }
    bestNames(emissions, m_transitions, AllKinds, classes);
    collectNames(classes, firstToken, names);
}

} // namespace demarche::language
