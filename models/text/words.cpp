#include "models/text/words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace demarche::text {

namespace {

using Word = std::u16string_view;

constexpr std::array Titles{
    Word(u"adm"),  Word(u"asst"), Word(u"brig"), Word(u"capt"), Word(u"cdr"),    Word(u"cmdr"), Word(u"col"),
    Word(u"cpl"),  Word(u"det"),  Word(u"dr"),   Word(u"fr"),   Word(u"gen"),    Word(u"gov"),  Word(u"hon"),
    Word(u"insp"), Word(u"lt"),   Word(u"ltc"),  Word(u"maj"),  Word(u"messrs"), Word(u"mme"),  Word(u"mlle"),
    Word(u"mr"),   Word(u"mrs"),  Word(u"ms"),   Word(u"mt"),   Word(u"pres"),   Word(u"prof"), Word(u"pvt"),
    Word(u"rep"),  Word(u"reps"), Word(u"rev"),  Word(u"sec"),  Word(u"sen"),    Word(u"sens"), Word(u"sgt"),
    Word(u"sr"),   Word(u"sra"),  Word(u"st"),   Word(u"ste"),  Word(u"supt"),   Word(u"atty"), Word(u"amb"),
    Word(u"vs"),   Word(u"ft"),   Word(u"pte"),
};
constexpr std::array Numbers{
    Word(u"no"),   Word(u"nos"), Word(u"vol"),  Word(u"pp"), Word(u"p"),  Word(u"art"), Word(u"fig"),
    Word(u"figs"), Word(u"ch"),  Word(u"para"), Word(u"eq"), Word(u"ca"), Word(u"c"),   Word(u"approx"),
};
constexpr std::array Months{
    Word(u"jan"),  Word(u"feb"),  Word(u"mar"), Word(u"apr"),  Word(u"jun"),   Word(u"jul"), Word(u"aug"),
    Word(u"sep"),  Word(u"sept"), Word(u"oct"), Word(u"nov"),  Word(u"dec"),   Word(u"mon"), Word(u"tue"),
    Word(u"tues"), Word(u"wed"),  Word(u"thu"), Word(u"thur"), Word(u"thurs"), Word(u"fri"),
};
constexpr std::array Plains{
    Word(u"inc"),  Word(u"corp"), Word(u"co"),   Word(u"ltd"),  Word(u"bros"), Word(u"llc"),   Word(u"plc"),
    Word(u"jr"),   Word(u"etc"),  Word(u"al"),   Word(u"cf"),   Word(u"est"),  Word(u"dept"),  Word(u"univ"),
    Word(u"assn"), Word(u"ave"),  Word(u"blvd"), Word(u"rd"),   Word(u"mfg"),  Word(u"intl"),  Word(u"natl"),
    Word(u"govt"), Word(u"viz"),  Word(u"ala"),  Word(u"ariz"), Word(u"ark"),  Word(u"calif"), Word(u"colo"),
    Word(u"conn"), Word(u"fla"),  Word(u"ill"),  Word(u"kan"),  Word(u"mass"), Word(u"md"),    Word(u"mich"),
    Word(u"minn"), Word(u"miss"), Word(u"mont"), Word(u"neb"),  Word(u"nev"),  Word(u"okla"),  Word(u"ore"),
    Word(u"pa"),   Word(u"tenn"), Word(u"tex"),  Word(u"va"),   Word(u"vt"),   Word(u"wash"),  Word(u"wis"),
    Word(u"wyo"),  Word(u"cal"),  Word(u"ext"),  Word(u"tel"),  Word(u"ed"),   Word(u"eds"),   Word(u"hrs"),
    Word(u"mins"), Word(u"min"),  Word(u"secs"), Word(u"yrs"),  Word(u"lbs"),  Word(u"oz"),    Word(u"sq"),
    Word(u"misc"), Word(u"incl"), Word(u"gal"),  Word(u"bldg"), Word(u"mgr"),  Word(u"dist"),  Word(u"inst"),
    Word(u"attn"),
};
constexpr std::array Bound{
    Word(u"e"),      Word(u"non"),    Word(u"pre"),   Word(u"anti"),  Word(u"re"),      Word(u"post"),
    Word(u"co"),     Word(u"over"),   Word(u"pro"),   Word(u"multi"), Word(u"ex"),      Word(u"sub"),
    Word(u"semi"),   Word(u"cross"),  Word(u"neo"),   Word(u"mid"),   Word(u"counter"), Word(u"inter"),
    Word(u"pan"),    Word(u"mini"),   Word(u"socio"), Word(u"arch"),  Word(u"super"),   Word(u"ultra"),
    Word(u"trans"),  Word(u"un"),     Word(u"extra"), Word(u"intra"), Word(u"micro"),   Word(u"macro"),
    Word(u"quasi"),  Word(u"pseudo"), Word(u"ante"),  Word(u"bi"),    Word(u"tri"),     Word(u"uh"),
    Word(u"hm"),     Word(u"psycho"), Word(u"de"),    Word(u"mega"),  Word(u"hyper"),   Word(u"geo"),
    Word(u"thermo"),
};
constexpr std::array Domains{
    Word(u"com"),  Word(u"org"), Word(u"net"), Word(u"gov"), Word(u"edu"), Word(u"info"), Word(u"uk"),
    Word(u"int"),  Word(u"eu"),  Word(u"io"),  Word(u"ca"),  Word(u"au"),  Word(u"de"),   Word(u"ru"),
    Word(u"tv"),   Word(u"biz"), Word(u"mil"), Word(u"doc"), Word(u"xls"), Word(u"pdf"),  Word(u"htm"),
    Word(u"html"), Word(u"txt"), Word(u"jpg"), Word(u"ppt"),
};

template <size_t N>
bool in(const std::array<Word, N> &words, QStringView word)
{
    return std::ranges::any_of(
        words, [&](Word w) { return word.compare(QStringView(w), Qt::CaseInsensitive) == 0; });
}

// "U.S.", "a.m.", "J.F.K.", "Ph.D.": stops inside, and at most three letters between them.
bool isLetters(QStringView body)
{
    if (!body.contains(u'.'))
        return false;
    qsizetype run = 0;
    for (QChar c : body) {
        if (c == u'.') {
            if (run == 0)
                return false;
            run = 0;
        } else if (!c.isLetter() || ++run > 2) {
            return false;
        }
    }
    return run > 0;
}

} // namespace

Abbreviation abbreviation(QStringView word)
{
    if (word.size() < 2 || !word.endsWith(u'.'))
        return Abbreviation::None;
    const QStringView body = word.chopped(1);
    if (body.size() == 1 && body[0].isUpper())
        return Abbreviation::Initial;
    if (isLetters(body))
        return Abbreviation::Letters;
    if (!body[0].isUpper())
        return in(Plains, body) && body.size() > 1
                   ? (body == u"al" || body == u"etc" || body == u"vs" || body == u"cf" || body == u"hrs" ||
                              body == u"lbs" || body == u"est"
                          ? Abbreviation::Plain
                          : Abbreviation::None)
               : body == u"vs"                                       ? Abbreviation::Title
               : body == u"ca" || body == u"pp" || body == u"approx" ? Abbreviation::Number
                                                                     : Abbreviation::None;
    if (in(Titles, body))
        return Abbreviation::Title;
    if (in(Numbers, body))
        return Abbreviation::Number;
    if (in(Months, body))
        return Abbreviation::Month;
    return in(Plains, body) ? Abbreviation::Plain : Abbreviation::None;
}

bool isBoundPrefix(QStringView word)
{
    return in(Bound, word);
}

bool isAddress(QStringView word)
{
    if (word.contains(u"://") || word.startsWith(u"www.", Qt::CaseInsensitive) || word.startsWith(u"mailto:"))
        return word.size() > 6;
    const qsizetype at = word.indexOf(u'@');
    if (at > 0 && word.indexOf(u'.', at) > at)
        return true;
    const qsizetype slash = word.indexOf(u'/');
    const QStringView host = slash < 0 ? word : word.left(slash);
    const qsizetype dot = host.lastIndexOf(u'.');
    return dot > 0 && dot + 1 < host.size() && host[dot - 1].isLetterOrNumber() &&
           in(Domains, host.mid(dot + 1));
}

qsizetype fusedAt(QStringView word)
{
    struct Fused
    {
        Word word;
        qsizetype at;
    };
    static constexpr std::array all{
        Fused{u"cannot", 3},  Fused{u"gonna", 3},  Fused{u"wanna", 3},  Fused{u"gotta", 3},
        Fused{u"dont", 2},    Fused{u"doesnt", 4}, Fused{u"didnt", 3},  Fused{u"cant", 2},
        Fused{u"isnt", 2},    Fused{u"wasnt", 3},  Fused{u"havent", 4}, Fused{u"couldnt", 5},
        Fused{u"wouldnt", 5}, Fused{u"lemme", 3},  Fused{u"gimme", 3},
    };
    for (const Fused &f : all) {
        if (word.compare(QStringView(f.word), Qt::CaseInsensitive) == 0)
            return f.at;
    }
    return 0;
}

} // namespace demarche::text
