#include "models/analysis/fragments.h"

#include "models/analysis/misreadings.h"
#include "models/analysis/repairs.h"

#include <QSet>

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;

namespace {

constexpr int longestDateline = 12;    ///< tokens
constexpr int longestAttribution = 12; ///< tokens after the cut, with the full stop
constexpr int shortestContent = 6;     ///< tokens before the cut

bool isDash(QStringView form)
{
    return form == u"-" || form == u"--" || form == u"–" || form == u"—";
}

bool isCapitals(QStringView form)
{
    int letters = 0;
    for (const QChar c : form) {
        if (c.isLower())
            return false;
        letters += c.isLetter();
    }
    return letters >= 2;
}

/// "- Jordan recalls its envoy", in a digest of the press: the mark belongs to no sentence.
bool opensWithBullet(const text::Document &document, const text::Sentence &sentence)
{
    if (sentence.size() <= shortestContent || !document.tokens[size_t(sentence.firstToken)].spaceAfter)
        return false;
    const QStringView form = document.form(sentence.firstToken);
    return isDash(form) || form == u"•" || form == u"*" || form == u"·";
}

/// The token after a dateline's dash: "BOGOTA, Nov. 1 -", "WASHINGTON (AP) —", "(Bloomberg) --", or after the
/// mark of a list. -1 for none.
int datelineEnd(const text::Document &document, const text::Sentence &sentence)
{
    if (opensWithBullet(document, sentence))
        return sentence.firstToken + 1;
    const int last = std::min(sentence.endToken - shortestContent, sentence.firstToken + longestDateline);
    const QStringView opening = sentence.size() > 0 ? document.form(sentence.firstToken) : QStringView();
    if (opening != u"(" && !isCapitals(opening))
        return -1;
    for (int t = sentence.firstToken; t < last; ++t) {
        const QStringView form = document.form(t);
        if (isDash(form) && t > sentence.firstToken)
            return document.tokens[size_t(t) - 1].spaceAfter && document.tokens[size_t(t)].spaceAfter ? t + 1
                                                                                                      : -1;
        if (form.front().isLower() && form != u"of" && form != u"the")
            return -1;
    }
    return -1;
}

bool isSaying(QStringView form)
{
    static const QSet<QString> forms{u"said"_s,      u"says"_s,  u"say"_s,      u"reported"_s, u"reports"_s,
                                     u"announced"_s, u"added"_s, u"told"_s,     u"stated"_s,   u"wrote"_s,
                                     u"explained"_s, u"noted"_s, u"confirmed"_s};
    return forms.contains(form.toString());
}

bool beginsClause(QStringView form)
{
    static const QSet<QString> words{u"who"_s,  u"which"_s, u"whose"_s, u"where"_s, u"when"_s,
                                     u"and"_s,  u"but"_s,   u"or"_s,    u"as"_s,    u"while"_s,
                                     u"that"_s, u"to"_s,    u"not"_s};
    return words.contains(form.toString().toLower());
}

/// The token after the last comma of "Content, X said on Friday.": -1 where the sentence does not end so.
int attributionBegin(const text::Document &document, const text::Sentence &sentence)
{
    int comma = sentence.endToken - 1;
    const int least = std::max(sentence.firstToken + shortestContent, sentence.endToken - longestAttribution);
    while (comma >= least && document.form(comma) != u",")
        --comma;
    if (comma < least || beginsClause(document.form(comma + 1)))
        return -1;
    int saying = -1;
    for (int t = comma + 1; t < sentence.endToken; ++t) {
        if (!document.form(t).front().isLetterOrNumber() && t < sentence.endToken - 2)
            return -1; // marks and brackets: speech, or too rich for this
        if (saying < 0 && isSaying(document.form(t)))
            saying = t;
        else if (beginsClause(document.form(t)))
            return -1;
    }
    const bool ends = saying >= 0 && saying > comma + 1 && sentence.endToken - saying <= 5;
    return ends ? comma + 1 : -1;
}

text::Document cutAt(text::Document document, const std::vector<Cut> &all)
{
    std::vector<text::Sentence> pieces;
    size_t next = 0;
    for (size_t s = 0; s < document.sentences.size(); ++s) {
        text::Sentence rest = document.sentences[s];
        for (; next < all.size() && all[next].sentence == int(s); ++next) {
            text::Sentence piece = rest;
            piece.endToken = rest.firstToken = all[next].token;
            piece.span.end = document.tokens[size_t(piece.endToken) - 1].span.end;
            rest.span.begin = document.tokens[size_t(rest.firstToken)].span.begin;
            pieces.push_back(piece);
        }
        pieces.push_back(rest);
    }
    document.sentences = std::move(pieces);
    return document;
}

int rootIn(const language::Annotation &annotation, int first, int end)
{
    for (int t = first; t < end; ++t) {
        if (annotation.words[size_t(t)].head < 0)
            return t;
    }
    return first;
}

void hang(language::Annotation &annotation, int token, int head, Deprel relation)
{
    annotation.words[size_t(token)].head = head;
    annotation.words[size_t(token)].deprel = relation;
}

} // namespace

std::vector<Cut> cuts(const text::Document &document)
{
    std::vector<Cut> all;
    for (int s = 0; s < int(document.sentences.size()); ++s) {
        const text::Sentence &sentence = document.sentences[size_t(s)];
        if (const int token = datelineEnd(document, sentence); token > 0)
            all.push_back({Cut::Kind::Dateline, s, token});
        const int token = attributionBegin(document, sentence);
        if (token > 0 && (all.empty() || all.back().token + shortestContent <= token))
            all.push_back({Cut::Kind::Attribution, s, token});
    }
    return all;
}

language::Annotation annotateInFragments(const language::Annotator &annotator, text::Document document)
{
    const std::vector<Cut> all = cuts(document);
    if (all.empty()) {
        language::Annotation annotation = annotator.annotate(std::move(document));
        repair(annotation);
        return annotation;
    }
    std::vector<text::Sentence> whole = document.sentences;
    language::Annotation annotation = annotator.annotate(cutAt(std::move(document), all));
    for (size_t i = all.size(); i-- > 0;) {
        const Cut &cut = all[i];
        const text::Sentence &sentence = whole[size_t(cut.sentence)];
        const bool second = i > 0 && all[i - 1].sentence == cut.sentence;
        const int before = rootIn(annotation, second ? all[i - 1].token : sentence.firstToken, cut.token);
        const int after = rootIn(annotation, cut.token, sentence.endToken);
        if (cut.kind == Cut::Kind::Attribution)
            if (isSaying(annotation.form(after)))
                readAsVerb(annotation, after, cut.token);
        hang(annotation, before, after, cut.kind == Cut::Kind::Attribution ? Deprel::Ccomp : Deprel::Dep);
    }
    annotation.document.sentences = std::move(whole);
    repair(annotation);
    return annotation;
}

} // namespace demarche::analysis
