#include "models/analysis/standing.h"

#include "models/analysis/oneof.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using knowledge::Patterns;
using language::Deprel;
using language::Upos;

namespace {

constexpr int deepest = 10; ///< embedding deeper than this is a parser's error

} // namespace

Standings::Standings(const Reading &reading, const Patterns &patterns)
    : m_reading(reading)
    , m_clauses(reading)
    , m_says(patterns.words(u"says"_s))
    , m_promises(patterns.words(u"promises"_s))
    , m_vows(patterns.words(u"vows"_s))
    , m_threatens(patterns.words(u"threatens"_s))
    , m_intends(patterns.words(u"intends"_s))
    , m_expects(patterns.words(u"expects"_s))
    , m_willing(patterns.words(u"willing"_s))
    , m_refuses(patterns.words(u"refuses"_s))
    , m_requests(patterns.words(u"requests"_s))
    , m_demands(patterns.words(u"demands"_s))
    , m_denies(patterns.words(u"denies"_s))
    , m_fails(patterns.words(u"fails"_s))
    , m_prevents(patterns.words(u"prevents"_s))
    , m_doubts(patterns.words(u"doubts"_s))
    , m_blames(patterns.words(u"blames"_s))
    , m_avoids(patterns.words(u"avoids"_s))
    , m_ends(patterns.words(u"ends"_s))
    , m_perform(patterns.words(u"perform"_s))
    , m_measures(patterns.words(u"measures"_s))
    , m_opposes(patterns.words(u"opposes"_s))
    , m_speechActs(patterns.words(u"speechacts"_s))
{
}

bool Standings::hasAuxiliary(int verb, std::initializer_list<QStringView> lemmas) const
{
    return std::ranges::any_of(m_reading.tree.children(verb), [&](int c) {
        const auto &word = m_reading.annotation.word(c);
        return (word.deprel == Deprel::Aux || word.deprel == Deprel::AuxPass || word.deprel == Deprel::Cop) &&
               isOneOf(word.lemma, lemmas);
    });
}

/// A weaker standing replaces a stronger one, never the other way round.
void Standings::weaken(Standing &standing, Realis realis)
{
    const auto rank = [](Realis r) {
        return r == Realis::Actual ? 0 : r == Realis::Future ? 1 : r == Realis::Hypothetical ? 2 : 3;
    };
    if (rank(realis) > rank(standing.realis))
        standing.realis = realis;
}

void Standings::turn(Standing &standing, Patterns::Turn turn, int by, bool solemn)
{
    if (standing.turn)
        return; // the nearest word counts
    standing.turn = turn;
    standing.turner = by;
    standing.solemn = solemn;
}

void Standings::ownModality(int trigger, Standing &standing) const
{
    if (hasAuxiliary(trigger, {u"will", u"shall", u"wo", u"'ll", u"would", u"'d"}))
        weaken(standing, Realis::Future);
    if (hasAuxiliary(trigger, {u"may", u"might", u"can", u"could", u"should", u"must", u"ought", u"ca"}))
        weaken(standing, Realis::Hypothetical);
    const auto &word = m_reading.annotation.word(trigger);
    if (word.upos == Upos::Adj && word.lemma == u"due")
        weaken(standing, Realis::Future);
    if (word.upos == Upos::Verb && m_clauses.infinitive(trigger)) {
        const bool finite =
            word.deprel == Deprel::Root || word.deprel == Deprel::Ccomp || word.deprel == Deprel::Parataxis;
        // "is to visit"; and in headings "Minister to visit Yugoslavia"
        const auto &sentences = m_reading.annotation.document.sentences;
        const bool heading = word.deprel == Deprel::Acl && m_reading.tree.head(word.head) < 0 &&
                             (sentences[size_t(m_reading.tree.sentenceOf(trigger))].heading ||
                              m_reading.annotation.word(word.head).upos == Upos::Propn ||
                              m_reading.actorAt[size_t(word.head)] >= 0) && // also with a full stop
                             m_reading.tree.child(word.head, {Deprel::Cop}) < 0;
        if (heading || (hasAuxiliary(trigger, {u"be"}) && !m_clauses.passive(trigger)))
            weaken(standing, Realis::Future);
        else if (finite || m_reading.tree.child(trigger, {Deprel::Nsubj}) >= 0)
            weaken(standing, Realis::Future);
    }
    for (const int c : m_reading.tree.children(trigger)) {
        const auto &dependent = m_reading.annotation.word(c);
        if (dependent.deprel == Deprel::Mark &&
            (isOneOf(dependent.lemma, {u"if", u"unless", u"whether", u"lest", u"until", u"once"}) ||
             (dependent.lemma == u"in" && m_reading.tree.child(c, Deprel::Fixed, u"case") >= 0)))
            weaken(standing, Realis::Hypothetical);
        // "could be attacked if …" is in the auxiliary; "would attack if …" only in the condition
        if (dependent.deprel == Deprel::Advcl && hasAuxiliary(trigger, {u"would", u"'d"}) &&
            m_reading.tree.child(c, Deprel::Mark, u"if") >= 0)
            weaken(standing, Realis::Hypothetical);
    }
    if (word.upos == Upos::Verb && m_clauses.isTag(trigger, QLatin1StringView("VBG")) &&
        (m_reading.tree.child(trigger, Deprel::Mark, u"without") >= 0 ||
         m_reading.tree.child(trigger, Deprel::Mark, u"against") >= 0))
        weaken(standing, Realis::Negated); // "ruled against forcing Peru"
    if (m_clauses.negated(trigger)) {
        standing.unable = hasAuxiliary(trigger, {u"can", u"ca"});
        const bool refusal = standing.realis == Realis::Future;
        weaken(standing, Realis::Negated);
        if (refusal)
            turn(standing, Patterns::Turn::Refusal, trigger);
    }
}

void Standings::underVerb(int verb, int lower, Standing &standing) const
{
    const QString &lemma = m_reading.annotation.lemma(verb);
    const Deprel relation = m_reading.annotation.word(lower).deprel;
    // "agreed in principle on Saturday to send": an infinitive far from its verb is its complement all the
    // same
    const bool below = m_clauses.infinitive(lower);
    const bool clause = relation == Deprel::Ccomp || relation == Deprel::Xcomp || relation == Deprel::Advcl ||
                        relation == Deprel::Obj || relation == Deprel::Csubj;
    if (!clause)
        return;
    const bool infinite = relation == Deprel::Xcomp || relation == Deprel::Advcl;
    if (relation == Deprel::Ccomp && m_says.contains(lemma) && standing.said < 0)
        standing.said = verb;
    if (m_blames.contains(lemma) || (m_ends.contains(lemma) && relation != Deprel::Advcl)) {
        standing.content = true;
    } else if (m_avoids.contains(lemma)) {
        if (!m_clauses.negated(verb)) // "has not shied from criticising" has criticised
            weaken(standing, Realis::Negated);
    } else if (m_denies.contains(lemma)) {
        weaken(standing, Realis::Negated);
    } else if (m_threatens.contains(lemma)) {
        turn(standing, Patterns::Turn::Threat, verb, true);
    } else if (m_vows.contains(lemma) || m_promises.contains(lemma) || m_willing.contains(lemma) ||
               (lemma == u"prepare" && m_clauses.passive(verb))) {
        if (relation != Deprel::Obj && (relation != Deprel::Advcl || below))
            turn(standing, m_clauses.negated(verb) ? Patterns::Turn::Refusal : Patterns::Turn::Intent, verb,
                 !m_willing.contains(lemma) && lemma != u"prepare");
    } else if (m_refuses.contains(lemma) && infinite) {
        turn(standing, Patterns::Turn::Refusal, verb);
    } else if (m_fails.contains(lemma) && infinite) {
        if (isOneOf(m_reading.annotation.lemma(lower), {u"agree", u"reach", u"sign", u"resolve"}))
            turn(standing, Patterns::Turn::Refusal, verb); // no accord is a refusal on both sides
        else
            weaken(standing, Realis::Negated);
    } else if (m_requests.contains(lemma) || m_demands.contains(lemma)) {
        standing.content = true;
    } else if (m_prevents.contains(lemma) || m_doubts.contains(lemma)) {
        weaken(standing, Realis::Hypothetical);
    } else if (m_expects.contains(lemma) || m_intends.contains(lemma)) {
        if (relation != Deprel::Advcl)
            weaken(standing, m_clauses.negated(verb) ? Realis::Negated : Realis::Future);
    } else if (relation == Deprel::Xcomp &&
               isOneOf(lemma, {u"have", u"need", u"able", u"possible", u"ask"})) {
        weaken(standing, Realis::Hypothetical);
    } else if (below && lemma == u"be" && !m_clauses.passive(verb)) {
        weaken(standing, Realis::Future); // "is next week to visit"
    } else if (relation == Deprel::Xcomp && isOneOf(lemma, {u"go", u"due", u"about", u"bind"})) {
        weaken(standing, Realis::Future);
    }
}

void Standings::underNoun(int noun, Standing &standing) const
{
    const QString &lemma = m_reading.annotation.lemma(noun);
    if (m_clauses.negated(noun) && isOneOf(lemma, {u"plan", u"intention", u"desire", u"wish", u"interest",
                                                   u"need", u"right", u"reason", u"obligation"}))
        weaken(standing, Realis::Negated); // "has no desire to hold talks"
    if (isOneOf(lemma, {u"accusation", u"allegation", u"charge", u"claim", u"complaint", u"suspicion",
                        u"rumour", u"rumor"})) {
        standing.content = true; // "accusations that Mali arms rebels"
    } else if (lemma == u"threat" || lemma == u"warning") {
        turn(standing, Patterns::Turn::Threat, noun, true);
    } else if (isOneOf(lemma, {u"offer", u"pledge", u"promise", u"readiness", u"willingness", u"commitment",
                               u"agreement", u"keenness", u"eagerness", u"determination"})) {
        turn(standing, Patterns::Turn::Intent, noun);
    } else if (lemma == u"refusal") {
        turn(standing, Patterns::Turn::Refusal, noun);
    } else if (isOneOf(lemma, {u"plan", u"intention", u"intent", u"bid", u"effort", u"attempt", u"proposal",
                               u"wish", u"desire", u"preparation"})) {
        standing.tried = isOneOf(lemma, {u"bid", u"effort", u"attempt"});
        weaken(standing, Realis::Future);
    } else if (isOneOf(lemma, {u"call",    u"demand",      u"appeal",   u"request",    u"possibility",
                               u"chance",  u"right",       u"prospect", u"risk",       u"need",
                               u"idea",    u"suggestion",  u"order",    u"fear",       u"pressure",
                               u"ability", u"opportunity", u"hope",     u"permission", u"invitation"})) {
        weaken(standing, Realis::Hypothetical);
    }
}

void Standings::embedding(int trigger, Standing &standing) const
{
    int below = trigger;
    for (int step = 0; step < deepest; ++step) {
        const auto &word = m_reading.annotation.word(below);
        const int above = word.head;
        if (above < 0 || word.deprel == Deprel::Parataxis || word.deprel == Deprel::AclRelcl)
            return;
        const Upos kind = m_reading.annotation.word(above).upos;
        if (word.deprel == Deprel::Conj) {
            // "will go and meet": a joined verb without auxiliary or subject of its own shares the first
            // one's
            if (m_reading.tree.child(below,
                                     {Deprel::Nsubj, Deprel::NsubjPass, Deprel::Aux, Deprel::AuxPass}) < 0)
                ownModality(above, standing);
        } else if ((word.deprel == Deprel::Advcl || word.deprel == Deprel::Acl) &&
                   !m_clauses.infinitive(below) &&
                   m_reading.tree.child(below, {Deprel::Nsubj, Deprel::NsubjPass}) >= 0) {
            return; // "barred them since rebels killed ten": stands for itself
        } else if (kind == Upos::Verb || kind == Upos::Adj || kind == Upos::Aux) {
            underVerb(above, below, standing);
            const bool own = m_reading.tree.child(below, {Deprel::Nsubj, Deprel::NsubjPass}) >= 0;
            const bool bound =
                word.deprel == Deprel::Xcomp || (word.deprel == Deprel::Advcl && !own); // not "because it …"
            const QString &lemma = m_reading.annotation.lemma(above);
            const bool speech =
                m_says.contains(lemma) || m_blames.contains(lemma) || m_avoids.contains(lemma);
            // "Would not need Mali to help": who needs is not who helps
            const bool others = word.deprel == Deprel::Xcomp && m_clauses.negated(above) &&
                                m_reading.tree.child(above, {Deprel::Obj}) >= 0;
            if (bound && !speech && !standing.turn && !others)
                ownModality(above, standing);
            else if (bound && others)
                weaken(standing, Realis::Negated);
        } else if (m_reading.tree.child(above, {Deprel::Cop}) >= 0 && m_clauses.infinitive(below)) {
            ownModality(above, standing); // "will be the first to visit"
        } else if (word.deprel == Deprel::Acl && m_clauses.isTag(below, QLatin1StringView("VBN")) &&
                   m_reading.tree.child(below, {Deprel::Mark, Deprel::Aux, Deprel::AuxPass}) < 0) {
            return; // "the agreement signed by": it tells what became of it, not what it says
        } else if (word.deprel == Deprel::Acl || word.deprel == Deprel::Nmod) {
            underNoun(above, standing);
        }
        below = above;
    }
}

Standing Standings::of(int trigger) const
{
    Standing standing;
    ownModality(trigger, standing);
    const auto &word = m_reading.annotation.word(trigger);
    if (word.upos != Upos::Noun) {
        embedding(trigger, standing);
        return standing;
    }
    for (const int c : m_reading.tree.children(trigger)) {
        const QString &quality = m_reading.annotation.lemma(c);
        if (m_reading.annotation.word(c).deprel != Deprel::Amod)
            continue;
        if (isOneOf(quality,
                    {u"possible", u"potential", u"alleged", u"threatened", u"imminent", u"proposed"}))
            weaken(standing, Realis::Hypothetical);
        else if (isOneOf(quality, {u"planned", u"future", u"upcoming", u"scheduled", u"forthcoming"}))
            weaken(standing, Realis::Future);
    }
    // A noun's standing is that of what is done with it: "will hold talks", "called for talks", "if talks
    // fail"
    int noun = trigger;
    if (const int first = m_reading.tree.head(noun); m_reading.annotation.word(noun).deprel == Deprel::Conj &&
                                                     first >= 0 && first < noun &&
                                                     m_reading.annotation.word(first).upos == Upos::Noun)
        noun = first; // "maintain friendship and cooperation"
    while (m_reading.annotation.word(noun).deprel == Deprel::Nmod && m_reading.tree.head(noun) >= 0 &&
           m_measures.contains(m_reading.annotation.lemma(m_reading.tree.head(noun))))
        noun = m_reading.tree.head(noun);
    const int above = m_reading.tree.head(noun);
    if (above < 0)
        return standing;
    const Deprel relation = m_reading.annotation.word(noun).deprel;
    const Upos kind = m_reading.annotation.word(above).upos;
    if (kind == Upos::Noun) {
        if (relation == Deprel::Nmod)
            underNoun(above, standing);
        return standing;
    }
    const QString &lemma = m_reading.annotation.lemma(above);
    const bool carried =
        m_perform.contains(lemma) ||
        isOneOf(lemma, {u"be", u"take", u"occur", u"happen", u"meet", u"visit", u"go", u"travel", u"arrive"});
    if (kind == Upos::Verb &&
        isOneOf(lemma, {u"rely", u"depend", u"hinge", u"envisage", u"foresee", u"contemplate", u"consider",
                        u"require", u"rule"}) &&
        !m_speechActs.contains(word.lemma)) {
        weaken(standing, Realis::Hypothetical); // "the plans rely on air attacks"
    } else if (carried) {
        ownModality(above, standing);
        embedding(above, standing);
    } else if (relation == Deprel::Obj ||
               (relation == Deprel::Obl && m_clauses.preposition(noun) == u"for" && kind == Upos::Verb &&
                (m_requests.contains(lemma) || m_demands.contains(lemma)))) {
        const bool wanted = m_requests.contains(lemma) || m_demands.contains(lemma) ||
                            m_prevents.contains(lemma) || m_intends.contains(lemma) ||
                            m_expects.contains(lemma);
        if (m_requests.contains(lemma) || m_demands.contains(lemma) || m_ends.contains(lemma) ||
            (m_opposes.contains(lemma) && !m_speechActs.contains(word.lemma)))
            standing.content = true;
        else if (wanted)
            weaken(standing, Realis::Hypothetical);
        else if (m_threatens.contains(lemma))
            turn(standing, Patterns::Turn::Threat, above, true);
        else if (m_promises.contains(lemma))
            turn(standing, Patterns::Turn::Intent, above);
        else if ((m_refuses.contains(lemma) || lemma == u"reject") && !m_speechActs.contains(word.lemma))
            weaken(standing, Realis::Negated);
    }
    return standing;
}

} // namespace demarche::analysis
