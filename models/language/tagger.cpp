#include "models/language/tagger.h"

#include "models/language/hash.h"

#include <algorithm>

namespace demarche::language {

int best(const std::int32_t *scores, int classes)
{
    return int(std::max_element(scores, scores + classes) - scores);
}

void xposFeatures(const WorkSentence &s, int i, FeatureList &out)
{
    const Lexeme &w = s.lex(i), &l1 = s.lex(i - 1), &l2 = s.lex(i - 2), &r1 = s.lex(i + 1),
                 &r2 = s.lex(i + 2);
    const std::uint64_t t1 = s.xpos(i - 1), t2 = s.xpos(i - 2);
    const bool first = i == 0;
    out.size = 0;
    int t = 0;
    const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
        out.add(feature(std::uint64_t(t++), a, b, c));
    };
    add(0);
    add(w.form);
    add(w.form, std::uint64_t(w.letters), first);
    add(l1.form);
    add(l2.form);
    add(r1.form);
    add(r2.form);
    add(w.form, l1.form);
    add(w.form, r1.form);
    add(l1.form, r1.form);
    for (std::uint64_t p : w.prefix)
        add(p);
    for (std::uint64_t e : w.suffix)
        add(e);
    add(w.suffix[2], l1.suffix[2]);
    add(w.suffix[2], r1.suffix[2]);
    add(l1.suffix[2]);
    add(r1.suffix[2]);
    add(w.shape, first, s.shouting);
    add(std::uint64_t(w.letters), std::uint64_t(l1.letters), std::uint64_t(r1.letters));
    add(w.shape, l1.form);
    add(w.shape, w.suffix[1]);
    add(w.hasHyphen, w.hasDigit, std::uint64_t(w.letters));
    add(t1);
    add(t1, t2);
    add(t1, w.form);
    add(t1, r1.form);
    add(t1, w.suffix[2]);
    add(t1, t2, w.form);
    add(t1, w.cluster.fine);
    add(t1, w.cluster.coarse, r1.cluster.coarse);
    add(t1, w.shape);
    add(w.cluster.fine);
    add(w.cluster.fine, std::uint64_t(w.letters), first);
    add(w.cluster.coarse, w.suffix[2]);
    add(l1.cluster.fine);
    add(l2.cluster.fine);
    add(r1.cluster.fine);
    add(r2.cluster.fine);
    add(w.cluster.coarse, l1.cluster.coarse);
    add(w.cluster.coarse, r1.cluster.coarse);
    add(w.cluster.fine, r1.cluster.fine);
    add(w.form, r1.cluster.fine);
    add(w.form, l1.cluster.fine);
    add(w.form, r1.cluster.coarse, r2.cluster.coarse);
    add(w.form, r1.suffix[1]);
}

void uposFeatures(const WorkSentence &s, int i, FeatureList &out)
{
    const Lexeme &w = s.lex(i);
    const auto x = [&](int d) { return std::uint64_t(s.xpos(i + d)); };
    const auto f = [&](int d) { return s.lex(i + d).form; };
    out.size = 0;
    int t = 100;
    const auto add = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0, std::uint64_t d = 0) {
        out.add(feature(std::uint64_t(t++), a, b, c, d));
    };
    add(x(0));
    add(x(0), w.form);
    add(x(0), x(-1));
    add(x(0), x(1));
    add(x(0), x(-1), x(1));
    add(x(0), x(-2), x(-1));
    add(x(0), x(1), x(2));
    add(x(0), x(1), x(2), x(3));
    add(x(0), x(-3), x(-2), x(-1));
    add(w.form, x(0), x(1));
    add(w.form, x(0), x(-1));
    add(w.form, x(0), x(1), x(2));
    add(w.form, x(0), x(-2), x(-1));
    add(w.form, x(1), x(-1));
    add(w.form, x(1), x(2), x(3));
    add(w.form, x(0), f(1));
    add(w.form, x(0), f(-1));
    add(x(0), f(1));
    add(x(0), f(-1));
    add(w.form, f(2), x(1));
    add(x(0), w.suffix[2]);
    add(x(0), w.suffix[1], x(1));
    add(x(0), w.shape);
    add(x(0), w.cluster.fine);
    add(x(0), w.cluster.coarse, x(1));
    add(x(0), s.lex(i + 1).cluster.fine);
    add(x(0), s.lex(i - 1).cluster.fine);
    add(w.form, s.lex(i + 1).cluster.fine);
    add(w.form, s.lex(i + 1).cluster.coarse, s.lex(i + 2).cluster.coarse);
    add(w.form, std::uint64_t(s.upos(i - 1)));
    add(x(0), std::uint64_t(s.upos(i - 1)), x(1));
}

Result<Tagger> Tagger::open(const ModelFile &file, const QString &where)
{
    auto xpos = Weights::open(file.section("xpos"), where);
    if (!xpos)
        return std::unexpected(xpos.error());
    auto upos = Weights::open(file.section("upos"), where);
    if (!upos)
        return std::unexpected(upos.error());
    const auto known = SmallMap::open(file.section("known"), where);
    if (!known)
        return std::unexpected(known.error());
    const QByteArrayView implied = file.section("implied");
    if (xpos->classes() != XposCount || implied.size() != XposCount || upos->classes() != UposCount)
        return std::unexpected(Problem{where, QStringLiteral("the tagger has other tags than this program")});
    Tagger tagger;
    tagger.m_xpos = *xpos;
    tagger.m_upos = *upos;
    tagger.m_known = *known;
    for (size_t i = 0; i < XposCount; ++i) {
        const auto tag = std::uint8_t(implied[qsizetype(i)]);
        tagger.m_implied[i] = tag < UposCount ? tag : WorkSentence::NoTag;
    }
    return tagger;
}

void Tagger::tag(WorkSentence &s) const
{
    FeatureList features;
    for (int i = 0; i < s.size(); ++i) {
        if (const auto known = m_known.value(s.lex(i).form); known > 0 && known <= XposCount) {
            s.xpos(i) = std::uint8_t(known - 1);
            continue;
        }
        std::int32_t scores[XposCount] = {};
        xposFeatures(s, i, features);
        m_xpos.score(features.all(), scores);
        s.xpos(i) = std::uint8_t(best(scores, XposCount));
    }
    for (int i = 0; i < s.size(); ++i) {
        s.upos(i) = m_implied[s.xpos(i)];
        if (s.upos(i) != WorkSentence::NoTag)
            continue;
        std::int32_t scores[UposCount] = {};
        uposFeatures(s, i, features);
        m_upos.score(features.all(), scores);
        s.upos(i) = std::uint8_t(best(scores, UposCount));
    }
}

} // namespace demarche::language
