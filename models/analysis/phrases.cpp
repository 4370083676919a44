// Prepositional phrases of a word, wherever the parser hung them.
#include "models/analysis/clauses.h"
#include "models/analysis/dates.h"
#include "models/analysis/oneof.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

namespace {

/// "On Saturday", "in 1991", "from 9 a.m.": when, not whom or where.
bool isTime(const language::Word &word)
{
    if (word.upos == Upos::Num)
        return !word.lemma.isEmpty() && word.lemma.front().isDigit();
    return isWeekdayName(word.lemma) || isOneOf(word.lemma, {u"a.m.", u"p.m.", u"am", u"pm", u"gmt", u"GMT"});
}

/// How far words may stand apart where the tree does not join them.
constexpr int nearby = 8;

} // namespace

QString Clauses::preposition(int noun) const
{
    const int marker = m_tree.child(noun, {Deprel::Case});
    if (marker < 0)
        return {};
    QString words = m_reading.annotation.form(marker).toString().toLower();
    for (const int c : m_tree.children(marker)) {
        if (m_reading.annotation.word(c).deprel == Deprel::Fixed)
            words += u' ' + m_reading.annotation.form(c).toString().toLower();
    }
    return words;
}

int Clauses::directPhrase(int word, QStringView preposition) const
{
    for (const int c : m_tree.children(word)) {
        const auto &dependent = m_reading.annotation.word(c);
        const bool phrase = dependent.deprel == Deprel::Obl || dependent.deprel == Deprel::OblAgent ||
                            dependent.deprel == Deprel::Nmod || dependent.deprel == Deprel::Advcl ||
                            dependent.deprel == Deprel::Obj;
        if (!phrase || dependent.upos == Upos::Verb || isTime(dependent))
            continue;
        for (const int marker : m_tree.children(c)) {
            if (m_reading.annotation.word(marker).deprel == Deprel::Case &&
                m_reading.annotation.form(marker).compare(preposition, Qt::CaseInsensitive) == 0)
                return antecedent(c);
        }
        // "by retired major X", the preposition hung on a word in between
        const int opening = m_tree.range(c).first;
        if (opening > word && opening < c && m_reading.annotation.word(opening).upos == Upos::Adp &&
            m_reading.annotation.form(opening).compare(preposition, Qt::CaseInsensitive) == 0)
            return antecedent(c);
    }
    return -1;
}

int Clauses::nestedPhrase(int word, QStringView preposition, int depth) const
{
    if (const int direct = directPhrase(word, preposition); direct >= 0)
        return direct;
    // "a halt to contacts with Israel"
    const bool phase = isOneOf(m_reading.annotation.lemma(word),
                               {u"halt", u"end", u"ban", u"break", u"suspension", u"freeze", u"resumption",
                                u"start", u"boycott", u"increase", u"cut"});
    for (const int c : m_tree.children(word)) {
        const bool noun = m_reading.annotation.word(c).deprel == Deprel::Nmod &&
                          m_reading.annotation.word(c).upos == Upos::Noun;
        if (noun && phase && depth < 2) {
            if (const int nested = nestedPhrase(c, preposition, depth + 1); nested >= 0)
                return nested;
        }
    }
    // "withdrew its envoys and their families from Peru"
    for (const int c : m_tree.children(word)) {
        if (preposition != u"of" && m_reading.annotation.word(c).deprel == Deprel::Conj &&
            c - word <= nearby && m_reading.annotation.word(c).upos == Upos::Noun) {
            if (const int shared = directPhrase(c, preposition); shared >= 0)
                return shared;
        }
    }
    // "the sanctions imposed on Iran"
    const int participle = m_tree.child(word, {Deprel::Acl});
    return participle < 0 ? -1 : directPhrase(participle, preposition);
}

int Clauses::phrase(int word, QStringView preposition) const
{
    if (const int direct = directPhrase(word, preposition); direct >= 0)
        return direct;
    for (const int c : m_tree.children(word)) {
        const Deprel relation = m_reading.annotation.word(c).deprel;
        if (relation == Deprel::Obj || relation == Deprel::Obl || relation == Deprel::NsubjPass ||
            relation == Deprel::OblAgent || relation == Deprel::Nmod || relation == Deprel::Xcomp ||
            relation == Deprel::Acl) {
            if (const int nested = nestedPhrase(c, preposition); nested >= 0)
                return nested;
        }
    }
    return nearbyPhrase(word, preposition);
}

/// Where the tree has it nowhere near: the first such phrase that follows in the same clause, as the words
/// stand.
int Clauses::nearbyPhrase(int word, QStringView preposition) const
{
    const auto &annotation = m_reading.annotation;
    const int end =
        std::min(annotation.document.sentences[size_t(m_tree.sentenceOf(word))].endToken, word + 1 + nearby);
    for (int t = word + 1; t < end; ++t) {
        const Upos kind = annotation.word(t).upos;
        const bool marks = kind == Upos::Adp || kind == Upos::Sconj;
        if (!marks || annotation.form(t).compare(preposition, Qt::CaseInsensitive) != 0) {
            if (kind == Upos::Verb || kind == Upos::Sconj || kind == Upos::Punct || kind == Upos::Cconj)
                return -1;
            continue;
        }
        int head = -1;
        for (int n = t + 1; n < end; ++n) {
            const Upos inside = annotation.word(n).upos;
            if (inside == Upos::Noun || inside == Upos::Propn || inside == Upos::Pron)
                head = n;
            else if (head >= 0 && inside == Upos::Adj)
                continue; // "Hutu major X"
            else if (head >= 0 || (inside != Upos::Det && inside != Upos::Adj && inside != Upos::Num &&
                                   inside != Upos::Part))
                break;
        }
        return head;
    }
    return -1;
}

int Clauses::counted(int token) const
{
    if (token < 0)
        return token;
    const auto &word = m_reading.annotation.word(token);
    const bool amount =
        word.upos == Upos::Num || word.upos == Upos::Det ||
        isOneOf(word.lemma, {u"all",     u"some",     u"most",      u"many",    u"several",  u"dozen",
                             u"hundred", u"thousand", u"score",     u"number",  u"group",    u"part",
                             u"handful", u"majority", u"half",      u"rest",    u"couple",   u"series",
                             u"element", u"aspect",   u"provision", u"outline", u"principle"});
    const int of = amount ? directPhrase(token, u"of") : -1;
    return of >= 0 && of > token ? of : token;
}

} // namespace demarche::analysis
