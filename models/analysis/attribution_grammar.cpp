#include "models/analysis/attribution_grammar.h"

#include "models/language/hash.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

bool AttributionGrammar::hasVerb(int first, int end) const
{
    for (int t = first; t < end; ++t) {
        const bool compound = t > first && m_context.form(t - 1) == u"-"; // "Lima-based"
        if (!compound && (m_context.word(t).upos == Upos::Verb || m_context.word(t).upos == Upos::Aux))
            return true;
    }
    return false;
}

/// Whether what is said follows the cue: a clause, or any object but the listener's.
bool AttributionGrammar::saysAfter(int cue) const
{
    for (const int child : m_reading.tree.children(cue)) {
        const Deprel relation = m_context.word(child).deprel;
        const bool clause = relation == Deprel::Ccomp || relation == Deprel::Xcomp ||
                            (relation == Deprel::Obj && m_reading.annotation.lemma(cue) != "tell"_L1);
        if (child > cue && clause)
            return true;
    }
    return false;
}

/// "Content, X said [on Friday].", "Content, said X." and "Content, the agency quoted X as saying.": all
/// before the comma is what X said. The cue is -1 where the sentence is none of these.
Attribution AttributionGrammar::trailing(int cue) const
{
    const auto &tree = m_reading.tree;
    const auto &sentence = m_reading.annotation.document.sentences[size_t(tree.sentenceOf(cue))];
    const int passed = passedOn(cue);
    const int subject = passed >= 0 ? passed : tree.child(cue, {Deprel::Nsubj});
    const int quoted = quotedSpeaker(cue);
    const bool speaks = m_context.cues[size_t(cue)].direct && (quoted >= 0 || !saysAfter(cue));
    if (subject < 0 || isRelative(subject) || !speaks || !(sentence.endToken - cue <= 10 || isInserted(cue)))
        return {};
    const int begin = std::min(tree.range(subject).first, cue);
    int first = sentence.firstToken;
    const bool comma = begin > first && m_context.form(begin - 1) == u',';
    if (!comma || std::abs(cue - subject) > 12 || m_context.quotedAt[size_t(begin - 1)] >= 0)
        return {};
    while (first < begin &&
           (m_context.word(first).upos == Upos::Cconj || m_context.word(first).upos == Upos::Punct))
        ++first;
    const int end = begin - 1;
    if (end - first < 3 || !hasVerb(first, end) || isRelative(end - 1)) // "ties which, he said, are"
        return {};
    return {cue, quoted >= 0 ? quoted : subject, first, end, 1};
}

/// Of "X was quoted as saying" X; -1 for any other cue.
int AttributionGrammar::passedOn(int cue) const
{
    const int above = m_reading.tree.head(cue);
    if (above < 0 || above > cue || m_reading.annotation.lemma(cue) != "say"_L1 ||
        m_context.form(cue - 1) != u"as")
        return -1;
    const QString &lemma = m_reading.annotation.lemma(above);
    return lemma == "quote"_L1 || lemma == "report"_L1 || lemma == "cite"_L1
               ? m_reading.tree.child(above, {Deprel::NsubjPass})
               : -1;
}

/// "The news leaked, X said, when …": put between commas into the clause that it hangs on.
bool AttributionGrammar::isInserted(int cue) const
{
    const auto &tree = m_reading.tree;
    const int end = m_reading.annotation.document.sentences[size_t(tree.sentenceOf(cue))].endToken;
    return cue + 1 < end && m_context.form(cue + 1) == u',' && tree.head(cue) >= 0 &&
           tree.head(cue) < tree.range(cue).first;
}

/// "X said in a letter that …", where the tree hangs the clause from the letter: all of the clause that the
/// next "that" opens. The cue is -1 where there is none.
Attribution AttributionGrammar::thatClause(int cue) const
{
    const auto &tree = m_reading.tree;
    const auto &sentence = m_reading.annotation.document.sentences[size_t(tree.sentenceOf(cue))];
    if (!m_context.cues[size_t(cue)].direct || tree.child(cue, {Deprel::Ccomp}) >= 0)
        return {};
    for (int t = cue + 1; t < std::min(cue + 10, sentence.endToken - 2); ++t) {
        const Upos upos = m_context.word(t).upos;
        if (upos == Upos::Verb || upos == Upos::Aux || upos == Upos::Punct ||
            m_context.quotedAt[size_t(t)] >= 0)
            return {};
        const QLatin1StringView xpos = language::xposName(m_context.word(t).xpos);
        if (m_context.lemmas[size_t(t)] != language::hash(u"that") || (xpos != "IN"_L1 && xpos != "WDT"_L1))
            continue;
        const int head = tree.head(t);
        const int end = head > t ? tree.range(head).end : sentence.endToken;
        const int speaker = source(cue);
        return end > t + 2 && mayBeSource(speaker) ? Attribution{cue, speaker, t + 1, end, 1} : Attribution{};
    }
    return {};
}

/// "Asked whether the talks would go on, …": the question is the reporter's.
bool AttributionGrammar::isReportersQuestion(int cue) const
{
    const int first =
        m_reading.annotation.document.sentences[size_t(m_reading.tree.sentenceOf(cue))].firstToken;
    const bool opens = cue == first || m_context.form(cue - 1).compare(u"when", Qt::CaseInsensitive) == 0;
    return opens && m_reading.annotation.lemma(cue) == "ask"_L1 &&
           m_reading.tree.child(cue, {Deprel::Nsubj, Deprel::AuxPass}) < 0;
}

/// "She met the envoy, who told the guests that …": what stands before "who" is never what is told.
void AttributionGrammar::lookBehind(Attribution &a) const
{
    const Attribution clause = thatClause(a.cue);
    a.firstToken = clause.firstToken;
    a.endToken = clause.endToken;
}

/// Whether this is "quoted" of "the agency quoted X as saying Y", which says nothing beside its "saying".
bool AttributionGrammar::onlyPassesOn(const Attribution &a, const std::vector<Attribution> &all) const
{
    const auto says = [&](const Attribution &other) {
        return passedOn(other.cue) >= 0 && m_reading.tree.head(other.cue) == a.cue;
    };
    if (std::ranges::any_of(all, says)) // "X was quoted as saying"
        return true;
    return quotedSpeaker(a.cue) >= 0 && std::ranges::any_of(all, [&](const Attribution &other) {
               return other.cue > a.cue && a.contains(other.cue) &&
                      quotedSpeaker(other.cue) == quotedSpeaker(a.cue);
           });
}

/// "The ministry said A, adding that B": the participle speaks for the same source, and A ends where it
/// begins.
void AttributionGrammar::partFromParticiples(std::vector<Attribution> &all) const
{
    for (Attribution &a : all) {
        for (Attribution &b : all) {
            const bool participle = language::xposName(m_context.word(b.cue).xpos) == "VBG"_L1;
            if (!participle || b.cue <= a.cue || !a.contains(b.cue) ||
                !m_context.cues[size_t(a.cue)].direct || !m_context.cues[size_t(b.cue)].direct)
                continue;
            int comma = b.cue - 1;
            while (comma > a.firstToken + 2 && comma > b.cue - 4 && m_context.form(comma) != u',')
                --comma;
            if (m_context.form(comma) != u',')
                continue;
            const bool between = std::ranges::any_of(all, [&](const Attribution &c) {
                return c.cue > a.cue && c.cue < b.cue && c.certainty > 0.5 &&
                       m_context.word(c.cue).upos == Upos::Verb;
            });
            if (between)
                continue;
            a.endToken = comma;
            b.source = a.source;
        }
    }
}

/// "X said that A, the agency said": what X said ends where all that the agency said does.
void AttributionGrammar::endBeforeOuter(std::vector<Attribution> &all) const
{
    for (const Attribution &outer : all) {
        if (outer.endToken > outer.cue || outer.certainty < 1)
            continue;
        for (Attribution &inner : all) {
            if (!outer.contains(inner.cue))
                continue;
            // "X said that A, the agency said", with "the agency said" read as what X said
            if (inner.firstToken >= outer.endToken) {
                const int source = inner.source;
                if (const Attribution clause = thatClause(inner.cue); clause.cue >= 0)
                    inner = clause;
                inner.source = source;
            }
            if (outer.contains(inner.firstToken))
                inner.endToken = std::min(inner.endToken, outer.endToken);
        }
    }
}

/// A content cannot hold its own cue: of its two sides the longer one is meant.
void AttributionGrammar::leaveOutCue(Attribution &a) const
{
    if (!a.contains(a.cue))
        return;
    if (a.cue - a.firstToken > a.endToken - a.cue)
        a.endToken = a.cue;
    else
        a.firstToken = a.cue + 1;
}

/// "Called the decision a disgrace": what a judging word calls its object belongs to the content, however the
/// tree hangs it.
void AttributionGrammar::takePredicate(Attribution &a) const
{
    if (m_context.cues[size_t(a.cue)].kind != CueWord::Kind::Judge || a.firstToken <= a.cue)
        return;
    for (const int child : m_reading.tree.children(a.cue)) {
        const bool bare = m_reading.tree.child(child, {Deprel::Case, Deprel::Mark}) < 0;
        const Upos upos = m_context.word(child).upos;
        const bool predicate = upos == Upos::Noun || upos == Upos::Adj;
        const auto range = m_reading.tree.range(child);
        if (bare && predicate && range.first == a.endToken)
            a.endToken = range.end;
    }
}

/// "A commentary earlier this year said the plan was doomed": what stands before the cue without a verb is
/// not what is said where a clause follows.
void AttributionGrammar::takeClauseBehind(Attribution &a) const
{
    if (!m_context.cues[size_t(a.cue)].direct || a.endToken > a.cue ||
        m_context.quotedAt[size_t(a.firstToken)] >= 0 || hasVerb(a.firstToken, a.endToken))
        return;
    for (const int child : m_reading.tree.children(a.cue)) {
        const auto range = m_reading.tree.range(child);
        if (m_context.word(child).deprel == Deprel::Ccomp && range.first > a.cue) {
            a.firstToken = range.first;
            a.endToken = range.end;
            return;
        }
    }
}

/// A source that cannot speak, or a relative pronoun whose noun the tree hides, gives way to who stands
/// before an apposition; a run of names is taken at its end.
void AttributionGrammar::settleSource(Attribution &a) const
{
    if (const int before = isRelative(a.source) || !mayBeSource(a.source) ? beforeApposition(a.cue) : -1;
        before >= 0)
        a.source = before;
    a.source = endOfNames(a.source, a.cue);
}

void AttributionGrammar::mend(std::vector<Attribution> &all) const
{
    std::vector<Attribution> mended;
    auto next = all.begin();
    for (int token = 0; token < int(m_context.lemmas.size()); ++token) {
        const bool found = next != all.end() && next->cue == token;
        const bool verb = m_context.word(token).upos == Upos::Verb && m_context.quotedAt[size_t(token)] < 0;
        Attribution whole = verb ? trailing(token) : Attribution{};
        if (verb && !found && whole.cue < 0)
            whole = thatClause(token);
        if (found) {
            Attribution attribution = *next++;
            if (whole.cue >= 0)
                attribution = whole;
            if (const int sure = sureSource(token); sure >= 0)
                attribution.source = sure;
            else if (!mayBeSource(attribution.source))
                attribution.source = source(token);
            if (isRelative(attribution.source) && attribution.endToken <= token)
                lookBehind(attribution);
            settleSource(attribution);
            leaveOutCue(attribution);
            takePredicate(attribution);
            takeClauseBehind(attribution);
            mended.push_back(attribution);
        } else if (whole.cue >= 0) {
            settleSource(whole);
            mended.push_back(whole);
        }
    }
    std::erase_if(
        mended, [&](const Attribution &a) { return onlyPassesOn(a, mended) || isReportersQuestion(a.cue); });
    partFromParticiples(mended);
    endBeforeOuter(mended);
    all = std::move(mended);
}

} // namespace demarche::analysis
