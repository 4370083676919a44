#include "models/analysis/polarity.h"

#include "models/knowledge/patterns.h"
#include "models/knowledge/praise.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using knowledge::Judgement;
using language::Deprel;
using language::Upos;

namespace {

/// "Not a success" blames; "not a massacre" is no praise.
constexpr double negatedPraise = -1;
constexpr double negatedBlame = 0;
/// Keeps a single weak word from counting as much as a strong one.
constexpr double prior = 0.35;

/// Adds up judgements: the mean sign, weighted by strength and drawn toward 0.
class Balance
{
public:
    void add(double value)
    {
        m_sum += value;
        m_strength += std::abs(value);
    }
    [[nodiscard]] double value() const { return m_strength > 0 ? m_sum / (m_strength + prior) : 0; }

private:
    double m_sum = 0;
    double m_strength = 0;
};

/// The word's own judgement; behind a copula one read as a verb is a noun ("is a surrender to terror").
const Judgement *judgementAt(const Reading &reading, const knowledge::Praise &praise, int token)
{
    const auto &word = reading.annotation.word(token);
    const bool named = word.upos == Upos::Verb && reading.tree.child(token, {Deprel::Cop}) >= 0 &&
                       reading.tree.child(token, {Deprel::Det}) >= 0;
    return praise.find(word.lemma, named ? Upos::Noun : word.upos);
}

/// The words of a stretch that judge, each with its value turned by negation.
template <typename Use>
void eachJudgement(const Reading &reading, Span content, Use &&use)
{
    const auto &praise = knowledge::Praise::shipped();
    if (!praise)
        return;
    const auto &document = reading.annotation.document;
    for (int t = reading.tree.tokenAt(content.begin);
         t < int(document.tokens.size()) && document.tokens[size_t(t)].span.begin < content.end; ++t) {
        if (const Judgement *found = judgementAt(reading, *praise, t))
            use(t, *found);
    }
}

/// "Must be ready", "would be welcome": what ought to be is no praise of what is.
bool isWished(const Reading &reading, int token)
{
    return std::ranges::any_of(reading.tree.children(token), [&](int c) {
        return reading.annotation.word(c).deprel == Deprel::Aux &&
               language::xposName(reading.annotation.word(c).xpos) == QLatin1StringView("MD");
    });
}

double turned(double value)
{
    return value * (value > 0 ? negatedPraise : negatedBlame);
}

/// Negated itself, or by the verb it is predicate or object of ("was not a war", "made no progress").
bool isNegated(const Reading &reading, const Clauses &clauses, int token)
{
    if (clauses.negated(token))
        return true;
    const auto &word = reading.annotation.word(token);
    const bool leans =
        word.deprel == Deprel::Obj || word.deprel == Deprel::Xcomp || word.deprel == Deprel::Amod;
    return leans && word.head >= 0 && clauses.negated(word.head);
}

/// Whom a judgement falls on: the actors it holds as judged, and those its subject stands to.
class Aim
{
public:
    Aim(const Reading &reading, const Parties &parties)
        : m_reading(reading)
        , m_clauses(reading)
        , m_parties(parties)
    {
    }

    [[nodiscard]] const Clauses &clauses() const { return m_clauses; }

    /// -1 … 1 on the actor; 0 where the word is not about it.
    [[nodiscard]] double on(ActorId toward, int token, const Judgement &word) const
    {
        if (m_reading.annotation.word(token).upos == Upos::Verb &&
            m_reading.tree.child(token, {Deprel::Cop}) < 0) {
            if (word.object != 0 && isSpeakers(token) && touches(toward, m_clauses.object(token)))
                return word.object;
            if (!does(toward, m_clauses.subject(token)) || (word.judged > 0 && isMeans(token)))
                return 0;
            return word.judged > 0 && servesWrong(token) ? -word.judged : word.judged;
        }
        if (word.judged > 0 && isPerson(token) && m_reading.tree.child(token, {Deprel::Cop}) < 0)
            return 0; // "our Omani partners", "Brother Raniero": whoever is called so by the way
        if (!judged(toward, token))
            return 0;
        // a responsible partner is praised; whoever is responsible, or is so for something, is mostly blamed
        // for it
        const bool blamed =
            m_reading.annotation.lemma(token) == u"responsible" &&
            (m_clauses.phrase(token, u"for") >= 0 || m_reading.tree.child(token, {Deprel::Cop}) >= 0);
        return blamed ? -word.judged : word.judged;
    }

private:
    /// What its officials and people do falls on a state; not what rebels in it do.
    [[nodiscard]] bool isOf(ActorId one, ActorId toward) const { return !m_parties.opposed(one, toward); }
    [[nodiscard]] bool touches(ActorId toward, int token) const
    {
        return std::ranges::any_of(m_parties.at(token, Parties::Reach::Owner),
                                   [&](ActorId a) { return isOf(a, toward); });
    }
    /// Whoever does what a verb tells: the actor or its agents, or a deed or policy of theirs ("its raids
    /// endanger"); not just anybody of the state ("the Belgian suspect").
    [[nodiscard]] bool does(ActorId toward, int token) const
    {
        if (token < 0)
            return false;
        const auto doers = m_parties.at(token, Parties::Reach::Self);
        if (!doers.empty()) // what two sides do together is no blame of one
            return std::ranges::all_of(doers, [&](ActorId a) { return isOf(a, toward); });
        const auto &patterns = knowledge::Patterns::shipped();
        const QString &lemma = m_reading.annotation.lemma(token);
        return patterns &&
               (patterns->words(u"deeds"_s).contains(lemma) || patterns->words(u"means"_s).contains(lemma) ||
                isConduct(lemma)) &&
               touches(toward, token);
    }
    [[nodiscard]] static bool isConduct(const QString &lemma)
    {
        static const QSet<QString> words{
            u"action"_s,   u"activity"_s, u"approach"_s, u"attitude"_s,     u"behavior"_s, u"behaviour"_s,
            u"conduct"_s,  u"handling"_s, u"habit"_s,    u"interference"_s, u"policy"_s,   u"practice"_s,
            u"presence"_s, u"rhetoric"_s, u"stance"_s,   u"tactic"_s,       u"war"_s};
        return words.contains(lemma);
    }
    [[nodiscard]] bool isPerson(int token) const
    {
        static const QSet<QString> words{u"ally"_s, u"brother"_s, u"friend"_s,
                                         u"hero"_s, u"partner"_s, u"peacemaker"_s};
        return words.contains(m_reading.annotation.lemma(token));
    }
    /// "Will help to silence us": only what it helps to judges.
    [[nodiscard]] bool isMeans(int verb) const
    {
        return m_reading.tree.child(verb, {Deprel::Xcomp, Deprel::Ccomp}) >= 0;
    }
    /// "Cooperates with a terrorist organisation", "helped the aggressor": a good deed to a bad end is blame.
    [[nodiscard]] bool servesWrong(int verb) const
    {
        const auto &praise = knowledge::Praise::shipped();
        const int object = m_clauses.object(verb);
        const int served = object >= 0 ? object : m_clauses.phrase(verb, u"with");
        if (!praise || served < 0)
            return false;
        const auto blames = [&](int token) {
            const auto &word = m_reading.annotation.word(token);
            const Judgement *found = praise->find(word.lemma, word.upos);
            return found && found->judged < 0;
        };
        return blames(served) || std::ranges::any_of(m_reading.tree.children(served), [&](int c) {
                   return m_reading.annotation.word(c).deprel == Deprel::Amod && blames(c);
               });
    }
    /// The attitude is the speaker's own: "we condemn"; not "he said that France condemned".
    [[nodiscard]] bool isSpeakers(int verb) const
    {
        const int subject = m_clauses.surfaceSubject(verb);
        if (subject < 0)
            return true;
        const QString &lemma = m_reading.annotation.lemma(subject);
        return lemma.compare(u"i", Qt::CaseInsensitive) == 0 || lemma == u"we";
    }
    /// "The annexation of Corsica": what follows is the one it is done to.
    [[nodiscard]] bool isSuffered(int noun) const
    {
        const auto &patterns = knowledge::Patterns::shipped();
        return patterns && patterns->words(u"suffered"_s).contains(m_reading.annotation.lemma(noun));
    }
    /// Owned by the actor, not only named after it: "Israel's war", not "the Gaza war".
    [[nodiscard]] bool owned(ActorId toward, int noun) const
    {
        return std::ranges::any_of(m_reading.tree.children(noun), [&](int c) {
            const Deprel relation = m_reading.annotation.word(c).deprel;
            const QString preposition = relation == Deprel::Nmod ? m_clauses.preposition(c) : QString();
            const bool owner = relation == Deprel::NmodPoss || relation == Deprel::Amod ||
                               preposition == u"by" || (preposition == u"of" && !isSuffered(noun));
            return owner && touches(toward, c);
        });
    }
    [[nodiscard]] bool equates(int word) const
    {
        const QString &lemma = m_reading.annotation.lemma(word);
        return lemma == u"tantamount" || lemma == u"amount" || lemma == u"akin" || lemma == u"equivalent" ||
               lemma == u"equal";
    }
    /// The subject of a predicate; where the parser gave it to the verb of saying above, the noun phrase
    /// before the copula
    /// ("said Bolivia's decision is a mistake").
    [[nodiscard]] int subjectOf(int token) const
    {
        const int own = m_reading.tree.child(token, {Deprel::Nsubj, Deprel::Csubj});
        const int copula = own < 0 ? m_reading.tree.child(token, {Deprel::Cop}) : -1;
        const int above = m_reading.tree.head(token);
        if (own >= 0 || copula <= 0 || above < 0 || above > copula)
            return own;
        int before = copula - 1;
        while (m_reading.tree.head(before) > above && m_reading.tree.head(before) < copula)
            before = m_reading.tree.head(before);
        return m_reading.tree.head(before) == above && before > above ? before : -1;
    }
    /// "An act of", "a form of": what follows says what it is.
    [[nodiscard]] static bool isKind(const QString &lemma)
    {
        static const QSet<QString> words{u"act"_s,  u"attempt"_s, u"campaign"_s, u"case"_s, u"crime"_s,
                                         u"deed"_s, u"example"_s, u"form"_s,     u"kind"_s, u"level"_s,
                                         u"part"_s, u"pattern"_s, u"policy"_s,   u"sort"_s, u"source"_s,
                                         u"sign"_s, u"symbol"_s,  u"type"_s,     u"wave"_s, u"war"_s};
        return words.contains(lemma);
    }
    /// Whoever commits, makes or poses it is judged by it; whoever receives or fears it is not.
    [[nodiscard]] static bool commits(const QString &lemma)
    {
        static const QSet<QString> words{
            u"bring"_s,    u"carry"_s,    u"cause"_s,   u"commit"_s,      u"conduct"_s,    u"constitute"_s,
            u"continue"_s, u"create"_s,   u"do"_s,      u"demonstrate"_s, u"display"_s,    u"engage"_s,
            u"foment"_s,   u"have"_s,     u"make"_s,    u"offer"_s,       u"perpetrate"_s, u"pose"_s,
            u"practice"_s, u"practise"_s, u"promote"_s, u"pursue"_s,      u"represent"_s,  u"show"_s,
            u"sow"_s,      u"spread"_s,   u"sponsor"_s, u"support"_s,     u"wage"_s,       u"declare"_s};
        return words.contains(lemma);
    }
    /// "Israel's brutal offensive", "the offensive is brutal", "called it a massacre", "poses a threat".
    [[nodiscard]] bool judged(ActorId toward, int token) const
    {
        const auto &word = m_reading.annotation.word(token);
        const int subject = subjectOf(token);
        if (subject >= 0)
            return touches(toward, m_clauses.antecedent(subject));
        if (word.upos == Upos::Noun && owned(toward, token))
            return true;
        if (word.head < 0)
            return false;
        switch (word.deprel) {
        case Deprel::Amod:
            return touches(toward, word.head) || judged(toward, word.head);
        case Deprel::Nmod:
            return m_clauses.preposition(token) == u"of" && isKind(m_reading.annotation.lemma(word.head)) &&
                   judged(toward, word.head); // "an act of terrorism"; not "its handling of the crisis"
        case Deprel::Conj:
            return m_reading.annotation.word(word.head).upos != Upos::Verb && judged(toward, word.head);
        case Deprel::Xcomp:
            return touches(toward, m_clauses.object(word.head)) ||
                   (m_clauses.object(word.head) < 0 && touches(toward, m_clauses.subject(word.head)));
        case Deprel::Obj:
            return commits(m_reading.annotation.lemma(word.head)) &&
                   touches(toward, m_clauses.subject(word.head));
        case Deprel::Obl:
            if (m_clauses.preposition(token).isEmpty() && m_reading.annotation.lemma(word.head) == u"call")
                return touches(toward, m_clauses.object(word.head)); // "called it a disgrace"
            if (m_clauses.preposition(token) == u"to") // "is tantamount to war", "amounts to genocide"
                return equates(word.head) && touches(toward, m_clauses.surfaceSubject(word.head));
            return m_clauses.preposition(token) == u"as" && touches(toward, m_clauses.object(word.head));
        default:
            return false;
        }
    }

    const Reading &m_reading;
    Clauses m_clauses;
    const Parties &m_parties;
};

} // namespace

double polarity(const Reading &reading, Span content)
{
    const Clauses clauses(reading);
    Balance balance;
    eachJudgement(reading, content, [&](int token, const Judgement &word) {
        const double value = std::abs(word.object) > std::abs(word.judged) ? word.object : word.judged;
        balance.add(isNegated(reading, clauses, token) ? turned(value) : value);
    });
    return balance.value();
}

double polarity(const Reading &reading, const Parties &parties, Span content, ActorId toward)
{
    if (toward < 0)
        return 0;
    const Aim aim(reading, parties);
    Balance balance;
    eachJudgement(reading, content, [&](int token, const Judgement &word) {
        const double value = aim.on(toward, token, word);
        if (value > 0 && isWished(reading, token))
            return;
        if (value != 0)
            balance.add(isNegated(reading, aim.clauses(), token) ? turned(value) : value);
    });
    return balance.value();
}

} // namespace demarche::analysis
