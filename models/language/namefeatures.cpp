#include "models/language/hash.h"
#include "models/language/nametagger.h"
#include "models/language/occurrences.h"

namespace demarche::language {

namespace {
constexpr std::uint64_t Templates = 700;
constexpr std::uint64_t ContextTemplates = 950;

constexpr int LongestName = 8; // words looked back for a name's first
constexpr unsigned ListBits = 4 * Gazetteer::ListCount;

std::uint64_t packed(const NameContext::Use &u)
{
    return std::uint64_t(u.kind) | std::uint64_t(u.strength) << 3 | std::uint64_t(u.small) << 5;
}
// What governs the name: the verb that it is subject of, the noun that it stands beside, its preposition.
template <typename Add>
void syntaxFeatures(const WorkSentence &s, int i, const Add &add)
{
    const int top = topOfName(s, i), head = s.head(top);
    const auto label = std::uint64_t(s.label(top));
    const Lexeme &governor = head == s.size() ? s.lex(s.size()) : s.lex(head);
    const auto letters = std::uint64_t(s.lex(i).letters);
    add(label, letters, top == i);
    add(label, governor.form, letters);
    add(label, governor.cluster.fine, letters);
    add(label, governor.cluster.coarse, s.lex(i).cluster.coarse);
    int from = i; // the name's first word, as far as syntax tells
    while (from > 0 && i - from < LongestName && topOfName(s, from - 1) == top)
        --from;
    const Lexeme &before = s.lex(from - 1);
    add(before.form, label, letters);
    add(before.cluster.fine, governor.cluster.coarse, letters);
    add(s.lex(top).form, letters, top == i);
    add(s.lex(top).cluster.leaf, letters, top == i);
    add(s.lex(top).suffix[2], letters, top == i);
}

} // namespace

void nameFeatures(const WorkSentence &s, int i, std::span<const std::uint32_t> lists, FeatureList &out)
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
    add(w.cluster.leaf);
    add(w.cluster.leaf, letters(w));
    add(l1.cluster.leaf, letters(w));
    add(r1.cluster.leaf, letters(w));
    add(w.cluster.leaf, r1.cluster.fine);
    add(l1.cluster.fine, w.cluster.leaf);
    if (w.letters != Case::Lower)
        syntaxFeatures(s, i, add);
    t = Templates + 90;
    const auto listed = [&](int k) { return k < 0 || k >= s.size() ? 0u : lists[size_t(k)]; };
    const std::uint64_t here = listed(i), left = listed(i - 1), right = listed(i + 1);
    if (!here && !left && !right)
        return;
    add(here, letters(w));
    add(here, left);
    add(here, right);
    add(left, here, right, x);
    add(here, x, xr, first);
    t += 10;
    for (unsigned bit = 0; bit < ListBits; ++bit) {
        if (here >> bit & 1)
            out.add(feature(t + bit, letters(w), first));
    }
}

void contextFeatures(const WorkSentence &s, int i, std::span<const NameContext::Use> uses, FeatureList &out)
{
    out.size = 0;
    const auto at = [&](int k) { return k < 0 || k >= s.size() ? NameContext::Use{} : uses[size_t(k)]; };
    const NameContext::Use here = at(i), left = at(i - 1), right = at(i + 1);
    if (here.isEmpty() && left.isEmpty() && right.isEmpty())
        return;
    const std::uint64_t h = packed(here), l = packed(left), r = packed(right);
    const auto letters = std::uint64_t(s.lex(i).letters);
    std::uint64_t t = ContextTemplates;
    const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
        out.add(feature(t++, a, b, c));
    };
    add(h);
    add(h, here.parts);
    add(h, letters, i == 0);
    add(h, l);
    add(h, r);
    add(l, h, r);
    add(here.kind, here.parts, left.parts * 16u + right.parts);
    add(l, letters);
    add(r, letters);
    add(h, s.xpos(i), s.xpos(i + 1));
    add(h, s.lex(i - 1).cluster.coarse, s.lex(i + 1).cluster.coarse);
    add(h, s.lex(i).cluster.fine);
}

} // namespace demarche::language
