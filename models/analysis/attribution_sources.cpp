// Who speaks, by the grammar of the clause. What is said is in attribution_grammar.cpp.
#include "models/analysis/attribution_grammar.h"
#include "models/analysis/dates.h"

#include <QSet>

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

namespace {

bool isTime(const QString &lemma)
{
    static const QSet<QString> times{u"day"_s,       u"week"_s,       u"month"_s,  u"year"_s,    u"today"_s,
                                     u"yesterday"_s, u"hour"_s,       u"minute"_s, u"morning"_s, u"evening"_s,
                                     u"afternoon"_s, u"night"_s,      u"time"_s,   u"decade"_s,  u"weekend"_s,
                                     u"quarter"_s,   u"anniversary"_s};
    return isWeekdayName(lemma) || times.contains(lemma.toLower());
}

} // namespace

int AttributionGrammar::sureSource(int cue) const
{
    for (const int found : {quotedSpeaker(cue), agent(cue), interruptedSubject(cue)}) {
        if (found >= 0)
            return found;
    }
    return beforeDay(cue) < cue - 1 ? subjectStraightBefore(cue) : -1;
}

/// Of "called a farce by the union" the union; -1 for a cue that is no passive.
int AttributionGrammar::agent(int cue) const
{
    if (language::xposName(m_context.word(cue).xpos) != "VBN"_L1)
        return -1;
    for (const int child : m_reading.tree.children(cue)) {
        const bool by = child > cue && m_reading.tree.child(child, Deprel::Case, u"by") >= 0;
        if (by && mayBeSource(child))
            return child;
    }
    return -1;
}

/// The token before the day that a cue may have before it: "the group on Tuesday said", "the group, late on
/// Tuesday, said"; the one straight before the cue where there is none.
int AttributionGrammar::beforeDay(int cue) const
{
    const int first =
        m_reading.annotation.document.sentences[size_t(m_reading.tree.sentenceOf(cue))].firstToken;
    int before = cue - 1;
    bool day = false;
    for (int t = cue - 1; t > first; --t) {
        const QString &lemma = m_reading.annotation.lemma(t);
        const bool time = isTime(lemma);
        day = day || time;
        if (!time && lemma != "on"_L1 && lemma != "this"_L1 && lemma != "last"_L1 && lemma != "late"_L1 &&
            m_context.word(t).upos != Upos::Adv)
            return day ? t : cue - 1;
        before = t;
    }
    return before;
}

/// Of "an aide of the premier on Thursday said" the aide: a finite verb of speech to which the tree gives no
/// subject has it straight before itself or before the day. -1 for nobody there.
int AttributionGrammar::subjectStraightBefore(int cue) const
{
    const int first =
        m_reading.annotation.document.sentences[size_t(m_reading.tree.sentenceOf(cue))].firstToken;
    int found = beforeDay(cue);
    while (found > first && m_context.word(found).upos == Upos::Adv)
        --found;
    const QLatin1StringView xpos = language::xposName(m_context.word(cue).xpos);
    const bool finite = xpos == "VBD"_L1 || xpos == "VBZ"_L1 || xpos == "VBP"_L1;
    if (found < first || !finite || !m_context.cues[size_t(cue)].direct || !mayBeSource(found) ||
        (m_context.quotedAt[size_t(found)] >= 0 && m_context.quotedAt[size_t(cue)] < 0))
        return -1;
    const int own = m_reading.tree.child(cue, {Deprel::Nsubj, Deprel::NsubjPass});
    if (own >= 0 && mayBeSource(own))
        return -1;
    for (int up = m_reading.tree.head(found); up >= first && up < found && mayBeSource(up);
         up = m_reading.tree.head(up))
        found = up;
    return found;
}

int AttributionGrammar::source(int cue) const
{
    if (const int sure = sureSource(cue); sure >= 0)
        return sure;
    if (m_context.word(cue).upos != Upos::Verb)
        return -1;
    if (const int before = subjectStraightBefore(cue); before >= 0)
        return before;
    if (const int own = m_clauses.subject(cue); mayBeSource(own))
        return own;
    // "He denounced the raid, but last week said …": the week is no subject.
    const language::Word &word = m_context.word(cue);
    if (word.deprel == Deprel::Conj && word.head >= 0 && word.head < cue)
        return source(word.head);
    // The same where the tree takes what stands before "but" for what is said.
    const int conjunction = m_reading.tree.child(cue, {Deprel::Cc});
    const int before = conjunction < 0 ? -1 : m_reading.tree.child(cue, {Deprel::Ccomp, Deprel::Parataxis});
    return before >= 0 && before < conjunction ? m_clauses.subject(before) : -1;
}

/// Of "In Lima, Anna Berger, the head of the commission, said …" the actor whose apposition ends before the
/// cue; -1 for none.
int AttributionGrammar::beforeApposition(int cue) const
{
    const auto &sentence = m_reading.annotation.document.sentences[size_t(m_reading.tree.sentenceOf(cue))];
    if (cue - 1 <= sentence.firstToken || m_context.form(cue - 1) != u',')
        return -1;
    for (int comma = cue - 2; comma > std::max(sentence.firstToken, cue - 20); --comma) {
        if (m_context.form(comma) != u',')
            continue;
        for (int t = comma - 1; t >= std::max(sentence.firstToken, comma - 3); --t) {
            if (m_context.word(t).upos != Upos::Propn)
                break;
            if (m_context.names[size_t(t)] == language::NameKind::Person)
                return t;
        }
        return -1;
    }
    return -1;
}

/// The last noun between "quoted" and "as saying"; -1 where these words do not follow.
int AttributionGrammar::beforeAsSaying(int cue) const
{
    const int count = int(m_context.lemmas.size());
    int noun = -1;
    for (int t = cue + 1; t + 1 < std::min(cue + 12, count); ++t) {
        if (m_context.form(t) == u"as" && m_context.form(t + 1) == u"saying")
            return noun;
        if (m_context.word(t).upos != Upos::Punct && mayBeSource(t))
            noun = t;
    }
    return -1;
}

/// Of "quoted" and of "saying" in "the agency quoted X as saying", "X was quoted as saying": X.
int AttributionGrammar::quotedSpeaker(int cue) const
{
    const auto &annotation = m_reading.annotation;
    const auto quotes = [&](int verb) {
        return verb >= 0 && m_context.word(verb).upos == Upos::Verb &&
               (annotation.lemma(verb) == "quote"_L1 || annotation.lemma(verb) == "cite"_L1);
    };
    if (quotes(cue)) {
        const int named = beforeAsSaying(cue);
        return named >= 0 ? named : m_clauses.object(cue);
    }
    int up = m_reading.tree.head(cue);
    if (up >= 0 && !quotes(up))
        up = m_reading.tree.head(up); // "quoted officials as saying", with "saying" hung from the officials
    return annotation.lemma(cue) == "say"_L1 && quotes(up) ? m_clauses.object(up) : -1;
}

/// Of "The envoy, whose talks failed last week, said …" the envoy: a finite cue straight after a comma that
/// has no subject of its own belongs to what began the sentence. -1 for any other cue.
int AttributionGrammar::interruptedSubject(int cue) const
{
    const auto &tree = m_reading.tree;
    const auto &sentence = m_reading.annotation.document.sentences[size_t(tree.sentenceOf(cue))];
    const QLatin1StringView xpos = language::xposName(m_context.word(cue).xpos);
    const bool finite = xpos == "VBD"_L1 || xpos == "VBZ"_L1 || xpos == "VBP"_L1;
    int own = tree.child(cue, {Deprel::Nsubj, Deprel::NsubjPass});
    if (own >= 0 && isTime(m_reading.annotation.lemma(own)))
        own = -1;
    const bool owned = own >= 0 && own > sentence.firstToken + 12;
    const int last = cue > sentence.firstToken ? beforeDay(cue) : -1;
    if (!finite || owned || last < sentence.firstToken || m_context.form(last) != u',')
        return -1;
    if (own > cue)
        return -1; // ", said the envoy"
    int first = sentence.firstToken;
    if (m_context.word(first).upos == Upos::Cconj)
        ++first;
    int comma = first;
    while (comma < last && m_context.form(comma) != u',')
        ++comma;
    if (comma == last || hasVerb(first, comma) || m_context.quotedAt[size_t(first)] >= 0)
        return -1;
    const Upos opening = m_context.word(first).upos;
    if (opening == Upos::Adp || opening == Upos::Sconj || opening == Upos::Adv || opening == Upos::Pron)
        return -1; // "In Vienna, …, said"
    for (int t = first; t < comma; ++t) {
        const int head = tree.head(t);
        const bool top = head < first || head >= comma;
        if (top && (m_context.word(t).upos == Upos::Noun || m_context.word(t).upos == Upos::Propn))
            return t;
    }
    return -1;
}

/// Of "NATO Secretary-General Jens Stoltenberg" told in pieces by the tree the person who ends the run of
/// names.
int AttributionGrammar::endOfNames(int source, int cue) const
{
    if (source < 0 || m_context.word(source).upos != Upos::Propn)
        return source;
    int found = source;
    for (int t = source + 1; t < std::min(source + 10, int(m_context.lemmas.size())) && t != cue; ++t) {
        const Upos upos = m_context.word(t).upos;
        const bool hyphen = m_context.form(t) == u"-";
        if (upos != Upos::Propn && upos != Upos::Noun && upos != Upos::Adj && !hyphen)
            break;
        const ActorId actor = m_reading.actorAt[size_t(t)];
        if (actor >= 0 && m_reading.analysis.actors[size_t(actor)].kind == ActorKind::Person)
            found = t;
    }
    return found;
}

bool AttributionGrammar::mayBeSource(int token) const
{
    if (token < 0)
        return false;
    switch (m_context.word(token).upos) {
    case Upos::Noun:
    case Upos::Propn:
        return !isTime(m_reading.annotation.lemma(token));
    case Upos::Pron:
    case Upos::Num:
    case Upos::Det:
        return true;
    default: // "the military said", read as an adjective
        return m_reading.actorAt[size_t(token)] >= 0;
    }
}

bool AttributionGrammar::isRelative(int token) const
{
    return token >= 0 && language::xposName(m_context.word(token).xpos).startsWith(u'W');
}

} // namespace demarche::analysis
