#include "models/language/hash.h"
#include "models/language/parser.h"

#include <algorithm>
#include <cstdlib>

namespace demarche::language {

namespace {

constexpr std::uint64_t RootTag = 254;
constexpr std::uint64_t MoveTemplates = 200;
constexpr std::uint64_t LabelTemplates = 500;

/// The values of one word that features are made of.
struct Glance
{
    std::uint64_t w = 3, p = WorkSentence::NoTag, u = WorkSentence::NoTag, c = 0, d = 0;
    std::uint64_t l = 63; ///< its label, once it has a head
    int at = ParseState::None;
};

Glance glance(const WorkSentence &s, const ParseState &state, int i)
{
    Glance g;
    if (i == ParseState::None)
        return g;
    g.at = i;
    if (i == state.words()) {
        g.w = 4;
        g.p = g.u = RootTag;
        return g;
    }
    const Lexeme &x = s.lex(i);
    g.w = x.form;
    g.p = s.xpos(i);
    g.u = s.upos(i);
    g.c = x.cluster.fine;
    g.d = x.cluster.coarse;
    if (state.node(i).head != ParseState::None)
        g.l = std::uint64_t(state.node(i).label);
    return g;
}

std::uint64_t distance(int a, int b)
{
    if (a < 0 || b < 0)
        return 9;
    const int d = std::abs(a - b);
    return d <= 4 ? std::uint64_t(d) : d <= 6 ? 5 : d <= 10 ? 6 : d <= 20 ? 7 : 8;
}

std::uint64_t count(std::uint8_t n)
{
    return std::min<std::uint64_t>(n, 3);
}

/// What stands between two words: the tags of commas, verbs and the like, as a set.
std::uint64_t between(const WorkSentence &s, int a, int b)
{
    if (a < 0 || b < 0)
        return 99;
    return s.between(a, b);
}

} // namespace

void moveFeatures(const WorkSentence &s, const ParseState &state, FeatureList &out)
{
    const int i0 = state.stack(0), i1 = state.stack(1), j0 = state.buffer(0);
    const auto at = [&](int i) { return glance(s, state, i); };
    const auto child = [&](int i, int ParseState::Node::*which) {
        return i == ParseState::None ? Glance{} : at(state.node(i).*which);
    };
    using N = ParseState::Node;
    const Glance s0 = at(i0), s1 = at(i1), s2 = at(state.stack(2)), b0 = at(j0), b1 = at(state.buffer(1)),
                 b2 = at(state.buffer(2)), b3 = at(state.buffer(3));
    const Glance s0l = child(i0, &N::left), s0l2 = child(i0, &N::left2), s0r = child(i0, &N::right),
                 s0r2 = child(i0, &N::right2), s1l = child(i1, &N::left), s1l2 = child(i1, &N::left2),
                 s1r = child(i1, &N::right), s1r2 = child(i1, &N::right2), b0l = child(j0, &N::left),
                 b0l2 = child(j0, &N::left2);
    const auto nodeAt = [&](int i) { return i == ParseState::None ? N{} : state.node(i); };
    const N n0 = nodeAt(i0), n1 = nodeAt(i1), m0 = nodeAt(j0);
    const std::uint64_t d0 = distance(i0, j0), d1 = distance(i1, i0);
    const std::uint64_t gap0 = between(s, i0, j0), gap1 = between(s, i1, i0);

    out.size = 0;
    std::uint64_t t = MoveTemplates;
    const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0, std::uint64_t d = 0) {
        out.add(feature(t++, a, b, c, d));
    };
    for (const Glance *g : {&s0, &s1, &b0}) {
        add(g->w);
        add(g->p);
        add(g->w, g->p);
        add(g->c);
        add(g->c, g->p);
        add(g->u, g->d);
    }
    for (const Glance *g : {&s2, &b1, &b2}) {
        add(g->w);
        add(g->p);
        add(g->w, g->p);
        add(g->c);
    }
    add(b3.p);
    for (const Glance *g : {&s0l, &s0r, &s1l, &s1r, &b0l}) {
        add(g->w);
        add(g->p);
        add(g->l);
        add(g->c);
    }
    for (const Glance *g : {&s0l2, &s0r2, &s1l2, &s1r2, &b0l2}) {
        add(g->p);
        add(g->l);
    }
    const auto pair = [&](const Glance &a, const Glance &b) {
        add(a.w, a.p, b.w, b.p);
        add(a.w, b.w);
        add(a.w, b.p);
        add(a.p, b.w);
        add(a.p, b.p);
        add(a.c, b.c);
        add(a.c, b.p);
        add(a.p, b.c);
        add(a.w, b.c);
        add(a.c, b.w);
    };
    pair(s0, b0);
    pair(s1, s0);
    for (auto [a, b] : {std::pair{&s0, &b1}, {&b0, &b1}, {&s1, &b0}}) {
        add(a->w, b->w);
        add(a->w, b->p);
        add(a->p, b->w);
        add(a->p, b->p);
        add(a->c, b->c);
    }
    add(s0.p, b0.p, b1.p);
    add(s0.p, b0.p, b1.p, b2.p);
    add(s0.w, b0.p, b1.p);
    add(s0.p, b0.w, b1.p);
    add(s0.p, b0.p, b1.w);
    add(b0.p, b1.p, b2.p);
    add(b0.w, b1.p, b2.p);
    add(b1.p, b2.p, b3.p);
    add(s1.p, s0.p, b0.p);
    add(s1.w, s0.p, b0.p);
    add(s1.p, s0.w, b0.p);
    add(s1.p, s0.p, b0.w);
    add(s1.p, s0.p, b0.p, b1.p);
    add(s2.p, s1.p, s0.p);
    add(s2.p, s1.p, s0.p, b0.p);
    add(s2.w, s1.p, s0.p);
    add(s1.d, s0.d, b0.d);
    add(s0.d, b0.d, b1.d);
    for (const Glance *g : {&s0l, &s0r, &b0l, &s0r2, &s0l2}) {
        add(s0.p, g->p, b0.p);
        add(s0.p, g->l, b0.p);
    }
    add(s0.w, s0r.w, b0.p);
    add(s0.p, s0r.w, b0.w);
    add(s0.p, b0.w, b0l.w);
    for (const Glance *g : {&s1l, &s1r, &s0l, &s0r, &s1r2}) {
        add(s1.p, g->p, s0.p);
        add(s1.p, g->l, s0.p);
    }
    add(s1.w, s0.p, s0l.w);
    add(s1.w, s0.w, s0l.w);
    add(s1.p, s0.p, s0l.p, s0r.p);
    add(s1.p, s1r.p, s0.p, s0l.w);
    add(s0.p, s0l.p, s0l2.p);
    add(s0.p, s0r.p, s0r2.p);
    add(b0.p, b0l.p, b0l2.p);
    add(s1.p, s1r.p, s1r2.p);
    add(d0, s0.p, b0.p);
    add(d0, s0.w);
    add(d0, b0.w);
    add(d0, s0.c, b0.c);
    add(d1, s1.p, s0.p);
    add(d1, s1.w);
    add(d1, s0.w);
    add(d1, s1.p, s0.p, b0.p);
    add(gap0, s0.p, b0.p);
    add(gap1, s1.p, s0.p);
    add(gap1, s1.u, s0.u, b0.u);
    add(count(n0.lefts), s0.w);
    add(count(n0.lefts), s0.p, b0.p);
    add(count(n0.rights), s0.w);
    add(count(n0.rights), s0.p, b0.p);
    add(count(n1.rights), s1.w);
    add(count(n1.rights), s1.p, s0.p);
    add(count(m0.lefts), b0.w);
    add(count(m0.lefts), b0.p, s0.p);
    add(n0.leftLabels, s0.p);
    add(n0.leftLabels, s0.w);
    add(n0.rightLabels, s0.p);
    add(n0.rightLabels, s0.w, b0.p);
    add(n0.leftLabels, n0.rightLabels, s0.p, b0.p);
    add(n1.leftLabels, s1.p, s0.p);
    add(n1.rightLabels, s1.p, s0.p);
    add(n1.rightLabels, s1.w, s0.p);
    add(m0.leftLabels, b0.p, s0.p);
    add(m0.leftLabels, b0.w);
    add(n0.leftLabels, s1.p, s0.p);
}

void labelFeatures(const WorkSentence &s, const ParseState &state, int head, int dependent, FeatureList &out)
{
    const auto at = [&](int i) { return glance(s, state, i); };
    using N = ParseState::Node;
    const N &hn = state.node(head), &dn = state.node(dependent);
    const Glance h = at(head), d = at(dependent), dl = at(dn.left), dr = at(dn.right), dl2 = at(dn.left2);
    const Glance hl = at(hn.left), hr = at(hn.right);
    const std::uint64_t left = dependent < head;
    const std::uint64_t far = distance(head, dependent) * 2 + left;
    const auto p = [&](int i) { return std::uint64_t(s.xpos(i)); };
    const bool real = head < s.size();
    const std::uint64_t suffix = s.lex(dependent).suffix[2], headSuffix = real ? s.lex(head).suffix[2] : 0;

    out.size = 0;
    std::uint64_t t = LabelTemplates;
    const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0, std::uint64_t e = 0) {
        out.add(feature(2 * t++ + left, a, b, c, e));
    };
    add(0);
    add(far, h.p, d.p);
    add(h.p, d.p);
    add(h.u, d.u);
    add(d.w);
    add(h.w);
    add(d.w, h.p);
    add(d.p, h.w);
    add(d.w, h.w);
    add(d.w, d.p);
    add(h.w, h.p, d.u);
    add(d.c, h.c);
    add(d.c, h.p);
    add(d.p, h.c);
    add(d.c, h.w);
    add(d.w, h.c);
    add(d.d, h.d, d.p);
    add(d.c);
    add(suffix, h.p);
    add(headSuffix, d.p);
    add(d.p, p(dependent - 1), p(dependent + 1));
    add(h.p, d.p, p(dependent - 1));
    add(h.p, d.p, p(dependent + 1));
    add(h.p, p(std::min(head, s.size()) - 1), d.p);
    add(h.p, p(std::min(head + 1, s.size())), d.p);
    add(d.p, dl.p, dl.l);
    add(d.p, dl.w, h.p);
    add(d.p, dl.w, h.w);
    add(d.c, dl.w, h.p);
    add(d.p, dl.p, dl2.p, h.p);
    add(d.p, dr.p, dr.l, h.p);
    add(dn.leftLabels, d.p, h.p);
    add(dn.rightLabels, d.p, h.p);
    add(dn.leftLabels | dn.rightLabels << 1, d.w);
    add(hn.leftLabels, h.p, d.p);
    add(hn.rightLabels, h.p, d.p);
    add(hn.leftLabels, hn.rightLabels, h.p, d.p * 2 + (d.w & 1));
    add(hn.leftLabels, h.w, d.p);
    add(hn.rightLabels, h.w, d.p);
    add(hl.l, hl.p, d.p, h.p);
    add(hr.l, hr.p, d.p, h.p);
    add(hr.w, d.w);
    add(between(s, std::min(head, dependent), std::max(head, dependent)), h.p, d.p);
    add(dependent == 0, d.p, h.p);
}

} // namespace demarche::language
