#include "models/analysis/attribution_grammar.h"

#include "models/language/hash.h"

#include <QSet>

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

namespace {

bool isTime(const QString &lemma)
{
    static const QSet<QString> times{
        u"monday"_s,    u"tuesday"_s, u"wednesday"_s, u"thursday"_s, u"friday"_s,  u"saturday"_s,
        u"sunday"_s,    u"day"_s,     u"week"_s,      u"month"_s,    u"year"_s,    u"today"_s,
        u"yesterday"_s, u"hour"_s,    u"minute"_s,    u"morning"_s,  u"evening"_s, u"afternoon"_s,
        u"night"_s,     u"time"_s,    u"decade"_s,    u"weekend"_s,  u"quarter"_s, u"anniversary"_s};
    return times.contains(lemma.toLower());
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

/// "Content, X said [on Friday].", "Content, said X." and "Content, the agency quoted X as saying.": all
/// before the comma is what X said. The cue is -1 where the sentence is none of these.
Attribution AttributionGrammar::trailing(int cue) const
{
    const auto &tree = m_reading.tree;
    const auto &sentence = m_reading.annotation.document.sentences[size_t(tree.sentenceOf(cue))];
    const int subject = tree.child(cue, {Deprel::Nsubj});
    const int quoted = quotedSpeaker(cue);
    const bool speaks = m_context.cues[size_t(cue)].direct && (quoted >= 0 || !saysAfter(cue));
    if (subject < 0 || isRelative(subject) || !speaks || sentence.endToken - cue > 10)
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
    if (end - first < 3 || !hasVerb(first, end))
        return {};
    return {cue, quoted >= 0 ? quoted : subject, first, end, 1};
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

bool AttributionGrammar::isRelative(int token) const
{
    return token >= 0 && language::xposName(m_context.word(token).xpos).startsWith(u'W');
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
    all = std::move(mended);
}

} // namespace demarche::analysis
