#include "models/analysis/references/salience.h"

#include "models/analysis/cuewords.h"

#include <algorithm>

namespace demarche::analysis {

using language::Deprel;

namespace {

// Weights set by hand in the order that studies of English news agree on: nearness, then grammatical role,
// then how much the article speaks of somebody.
constexpr double perSentence = 1.1;
constexpr double subjectBonus = 1.5;
constexpr double governingBonus = 1.5;  ///< "Lebed said he …"
constexpr double sameClauseOwner = 1.5; ///< "Jordan recalled its ambassador"
constexpr double speakerBonus = 0.8;    ///< who spoke goes on speaking
constexpr double perMention = 0.12;
constexpr int countedMentions = 8;
constexpr double forbidden = -100;

} // namespace

Salience::Salience(const Reading &reading)
    : m_reading(reading)
    , m_count(reading.analysis.actors.size())
{
}

bool Salience::isSubject(int token) const
{
    const Deprel relation = m_reading.annotation.word(token).deprel;
    return relation == Deprel::Nsubj || relation == Deprel::NsubjPass;
}

bool Salience::speaks(int verb) const
{
    const auto &cues = CueWords::shipped();
    return cues && cues->verb(m_reading.annotation.lemma(verb)).kind != CueWord::Kind::None;
}

/// Climbs from a name over the title that stands for the same actor to the verb, where they are its subject.
int Salience::verbOfSubject(ActorId actor, int token) const
{
    for (int steps = 0; steps < 6 && token >= 0; ++steps) {
        if (isSubject(token))
            return m_reading.annotation.word(token).head;
        const int up = m_reading.annotation.word(token).head;
        const bool inverted = up >= 0 && token == up + 1 && speaks(up); // "said Cotti"
        if (inverted)
            return up;
        const bool goesUp = up >= 0 && (m_reading.actorAt[size_t(up)] == actor ||
                                        m_reading.annotation.word(token).deprel == Deprel::Conj);
        if (!goesUp)
            return -1;
        token = up;
    }
    return -1;
}

/// Of the general in "he replaced another general, who told officers …" the verb of speech; -1 for none.
int Salience::verbOfRelative(int token) const
{
    constexpr int near = 3; // from the name to the noun that it stands beside
    for (int steps = 0; steps < near && token >= 0; ++steps) {
        const int clause = m_reading.tree.child(token, {Deprel::AclRelcl});
        const int subject = clause < 0 ? -1 : m_reading.tree.child(clause, {Deprel::Nsubj});
        if (subject > token && speaks(clause) &&
            m_reading.annotation.form(subject).compare(u"who", Qt::CaseInsensitive) == 0)
            return clause;
        const Deprel relation = m_reading.annotation.word(token).deprel;
        if (relation != Deprel::Appos && relation != Deprel::Flat && relation != Deprel::Compound &&
            relation != Deprel::Nmod)
            return -1;
        token = m_reading.annotation.word(token).head;
    }
    return -1;
}

void Salience::see(ActorId actor, int token)
{
    Seen seen;
    seen.actor = actor;
    seen.token = token;
    seen.sentence = m_reading.tree.sentenceOf(token);
    seen.verb = verbOfSubject(actor, token);
    if (seen.verb < 0)
        seen.verb = verbOfRelative(token);
    seen.speaks = seen.verb >= 0 && speaks(seen.verb);
    seen.quoted = m_reading.quotedAt[size_t(token)] >= 0;
    m_seen.push_back(seen);
    ++m_count[size_t(actor)];
}

double Salience::score(const Seen &seen, int token) const
{
    const language::Word &pronoun = m_reading.annotation.word(token);
    const bool owner = pronoun.deprel == Deprel::NmodPoss;
    // An object is not its own verb's subject ("Lebed met him").
    if (!owner && !isSubject(token) && seen.verb >= 0 && seen.verb == pronoun.head)
        return forbidden;
    double score = -perSentence * (m_reading.tree.sentenceOf(token) - seen.sentence);
    score += perMention * std::min(m_count[size_t(seen.actor)], countedMentions);
    if (seen.verb >= 0)
        score += subjectBonus;
    const bool governs = seen.verb >= 0 && seen.sentence == m_reading.tree.sentenceOf(token) &&
                         m_reading.tree.dominates(seen.verb, token);
    if (governs)
        score += owner ? sameClauseOwner : governingBonus;
    const bool pronounSpeaks = isSubject(token) && pronoun.head >= 0 && speaks(pronoun.head);
    if (pronounSpeaks && seen.speaks)
        score += speakerBonus;
    return score;
}

} // namespace demarche::analysis
