#include "models/language/annotation.h"

#include "models/language/tags.h"

#include <algorithm>
#include <array>

namespace demarche::language {

namespace {

using L = QLatin1StringView;

constexpr std::array UposNames{
    L("ADJ"),  L("ADP"),  L("ADV"),   L("AUX"),   L("CCONJ"), L("DET"), L("INTJ"), L("NOUN"), L("NUM"),
    L("PART"), L("PRON"), L("PROPN"), L("PUNCT"), L("SCONJ"), L("SYM"), L("VERB"), L("X"),
};

constexpr std::array DeprelNames{
    L("root"),       L("acl"),      L("acl:relcl"),    L("advcl"),         L("advmod"),       L("amod"),
    L("appos"),      L("aux"),      L("aux:pass"),     L("case"),          L("cc"),           L("cc:preconj"),
    L("ccomp"),      L("compound"), L("compound:prt"), L("conj"),          L("cop"),          L("csubj"),
    L("csubj:pass"), L("dep"),      L("det"),          L("det:predet"),    L("discourse"),    L("dislocated"),
    L("expl"),       L("fixed"),    L("flat"),         L("goeswith"),      L("iobj"),         L("list"),
    L("mark"),       L("nmod"),     L("nmod:poss"),    L("nmod:unmarked"), L("nsubj"),        L("nsubj:pass"),
    L("nummod"),     L("obj"),      L("obl"),          L("obl:agent"),     L("obl:unmarked"), L("orphan"),
    L("parataxis"),  L("punct"),    L("reparandum"),   L("vocative"),      L("xcomp"),
};
static_assert(DeprelNames.size() == size_t(Deprel::Xcomp) + 1);

constexpr std::array XposNames{
    L("$"),    L("''"),  L(","),   L("-LRB-"), L("-RRB-"), L("."),    L(":"),   L("ADD"), L("AFX"), L("CC"),
    L("CD"),   L("DT"),  L("EX"),  L("FW"),    L("GW"),    L("HYPH"), L("IN"),  L("JJ"),  L("JJR"), L("JJS"),
    L("LS"),   L("MD"),  L("NFP"), L("NN"),    L("NNP"),   L("NNPS"), L("NNS"), L("PDT"), L("POS"), L("PRP"),
    L("PRP$"), L("RB"),  L("RBR"), L("RBS"),   L("RP"),    L("SYM"),  L("TO"),  L("UH"),  L("VB"),  L("VBD"),
    L("VBG"),  L("VBN"), L("VBP"), L("VBZ"),   L("WDT"),   L("WP"),   L("WP$"), L("WRB"), L("``"),
};
static_assert(XposNames.size() == XposCount);

template <size_t N>
int indexOf(const std::array<L, N> &names, QStringView name)
{
    const auto found = std::ranges::find_if(names, [&](L n) { return name == n; });
    return found == names.end() ? -1 : int(found - names.begin());
}

} // namespace

QLatin1StringView name(Upos u)
{
    return UposNames[size_t(u)];
}

QLatin1StringView name(Deprel d)
{
    return DeprelNames[size_t(d)];
}

QLatin1StringView xposName(std::uint8_t x)
{
    return x < XposNames.size() ? XposNames[x] : L("FW");
}

QLatin1StringView name(NameKind kind)
{
    constexpr std::array names{L(""), L("PER"), L("ORG"), L("LOC"), L("MISC")};
    return names[size_t(kind)];
}

Upos uposFrom(QStringView s)
{
    const int found = indexOf(UposNames, s);
    return found < 0 ? Upos::X : Upos(found);
}

std::uint8_t xposFrom(QStringView s)
{
    const int found = indexOf(XposNames, s);
    return std::uint8_t(found < 0 ? indexOf(XposNames, u"FW") : found);
}

Deprel deprelFrom(QStringView s)
{
    int found = indexOf(DeprelNames, s);
    if (found < 0)
        found = indexOf(DeprelNames, s.left(std::max<qsizetype>(0, s.indexOf(u':'))));
    return found < 0 ? Deprel::Dep : Deprel(found);
}

} // namespace demarche::language
