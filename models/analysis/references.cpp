#include "models/analysis/references/bearers.h"
#include "models/analysis/references/salience.h"

#include <QSet>

#include <algorithm>
#include <ranges>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

namespace {

/// How many sentences a pronoun looks back.
constexpr int reach = 4;
/// How many mentions it looks back over in a text of one endless sentence.
constexpr int mostMentions = 400;
/// Below this a guess does more harm than a gap.
constexpr double leastScore = -2.5;

enum class Pronoun : std::uint8_t { None, He, She, It, They };

Pronoun pronounOf(const QString &form)
{
    static const QHash<QString, Pronoun> pronouns{
        {u"he"_s, Pronoun::He},          {u"him"_s, Pronoun::He},      {u"his"_s, Pronoun::He},
        {u"himself"_s, Pronoun::He},     {u"she"_s, Pronoun::She},     {u"her"_s, Pronoun::She},
        {u"hers"_s, Pronoun::She},       {u"herself"_s, Pronoun::She}, {u"it"_s, Pronoun::It},
        {u"its"_s, Pronoun::It},         {u"itself"_s, Pronoun::It},   {u"they"_s, Pronoun::They},
        {u"them"_s, Pronoun::They},      {u"their"_s, Pronoun::They},  {u"theirs"_s, Pronoun::They},
        {u"themselves"_s, Pronoun::They}};
    return pronouns.value(form, Pronoun::None);
}

class Resolver
{
public:
    explicit Resolver(Reading &reading)
        : m_reading(reading)
        , m_bearers(reading)
        , m_salience(reading)
    {
    }

    /// Pronouns and "the group" in text order; between quotation marks only "he" and "she", never for the
    /// speaker's words.
    void run()
    {
        collectMentions();
        size_t next = 0;
        for (int token = 0; token < int(m_reading.annotation.words.size()); ++token) {
            while (next < m_mentions.size() && m_mentions[next].first <= token) {
                m_salience.see(m_mentions[next].second, m_mentions[next].first);
                ++next;
            }
            if (m_reading.actorAt[size_t(token)] >= 0)
                continue;
            const ActorId actor = referent(token);
            if (actor >= 0)
                refer(actor, token);
        }
    }

private:
    void collectMentions()
    {
        for (size_t a = 0; a < m_reading.analysis.actors.size(); ++a) {
            for (const Mention &mention : m_reading.analysis.actors[a].mentions)
                m_mentions.emplace_back(mention.headToken, ActorId(a));
        }
        std::ranges::sort(m_mentions);
    }

    QString lower(int token) const { return m_reading.annotation.form(token).toString().toLower(); }

    ActorId referent(int token)
    {
        if (const Pronoun pronoun = pronounOf(lower(token)); pronoun != Pronoun::None)
            return antecedent(token, pronoun);
        if (isAge(token))
            return last([](const Actor &a) { return a.kind == ActorKind::Person; }, token);
        return named(token);
    }

    /// The last word of "the 47-year-old", which describes somebody rather than a noun behind it.
    bool isAge(int token) const
    {
        const Deprel relation = m_reading.annotation.word(token).deprel;
        return token > 4 && lower(token) == "old"_L1 && m_reading.annotation.form(token - 1) == u"-" &&
               lower(token - 2) == "year"_L1 && lower(token - 5) == "the"_L1 && relation != Deprel::Amod &&
               relation != Deprel::Compound;
    }

    Fits fits(ActorId actor, Pronoun pronoun) const
    {
        switch (pronoun) {
        case Pronoun::He:
            return m_bearers.he(actor);
        case Pronoun::She:
            return m_bearers.she(actor);
        case Pronoun::It:
            return m_bearers.it(actor);
        case Pronoun::They:
            return m_bearers.they(actor);
        case Pronoun::None:
            break;
        }
        return Fits::No;
    }

    ActorId antecedent(int token, Pronoun pronoun) const
    {
        const bool thing = pronoun == Pronoun::It || pronoun == Pronoun::They;
        const bool quoted = m_reading.quotedAt[size_t(token)] >= 0;
        if (thing && (quoted || isEmptyIt(token)))
            return -1;
        ActorId best = -1;
        double bestScore = leastScore;
        const int sentence = m_reading.tree.sentenceOf(token);
        const std::vector<ActorId> addressed = quoted ? std::vector<ActorId>() : namedInSpeech(token);
        int looked = 0;
        for (auto seen = m_salience.all().rbegin(); seen != m_salience.all().rend(); ++seen) {
            if (sentence - seen->sentence > (thing ? 1 : reach) || ++looked > mostMentions)
                break;
            if (seen->quoted && !quoted)
                continue;
            const Fits fit = fits(seen->actor, pronoun);
            if (fit == Fits::No || std::ranges::find(addressed, seen->actor) != addressed.end())
                continue;
            double score = m_salience.score(*seen, token) - (fit == Fits::Perhaps ? 0.6 : 0);
            if (thing && seen->verb < 0)
                score -= 1; // a thing rather than the actor is meant where the actor was no subject
            if (score > bestScore) {
                bestScore = score;
                best = seen->actor;
            }
        }
        if (thing && best >= 0 && thingBetween(token, best))
            return -1;
        return best;
    }

    /// Whom the speech right before "she said" names: people seldom speak of themselves by name.
    std::vector<ActorId> namedInSpeech(int pronoun) const
    {
        std::vector<ActorId> found;
        const auto &sentence =
            m_reading.annotation.document.sentences[size_t(m_reading.tree.sentenceOf(pronoun))];
        int t = pronoun - 1;
        while (t >= sentence.firstToken && m_reading.annotation.word(t).upos == Upos::Punct)
            --t;
        const int stretch =
            t >= sentence.firstToken && m_salience.isSubject(pronoun) ? m_reading.quotedAt[size_t(t)] : -1;
        for (; stretch >= 0 && t >= 0 && m_reading.quotedAt[size_t(t)] == stretch; --t) {
            if (m_reading.actorAt[size_t(t)] >= 0 && m_reading.annotation.word(t).upos == Upos::Propn)
                found.push_back(m_reading.actorAt[size_t(t)]);
        }
        return found;
    }

    /// "It is clear that …", "it was agreed": no actor.
    bool isEmptyIt(int token) const
    {
        const language::Word &word = m_reading.annotation.word(token);
        if (word.deprel == Deprel::Expl)
            return true;
        if (lower(token) != "it"_L1 || word.head < 0)
            return false;
        const bool copular = m_reading.tree.child(word.head, {Deprel::Cop}) >= 0;
        const bool clause =
            m_reading.tree.child(word.head, {Deprel::Csubj, Deprel::CsubjPass, Deprel::Ccomp}) >= 0;
        return (copular || word.deprel == Deprel::NsubjPass) && clause;
    }

    /// Whether, for a pronoun that opens its sentence, the sentence before was about a thing: "The deal … It
    /// …".
    bool thingBetween(int token, ActorId actor) const
    {
        const auto &sentences = m_reading.annotation.document.sentences;
        const int sentence = m_reading.tree.sentenceOf(token);
        if (sentence == 0 || !m_salience.isSubject(token))
            return false;
        int looked = 0;
        const auto &all = m_salience.all();
        for (auto seen = all.rbegin(); seen != all.rend() && seen->sentence == sentence; ++seen) {
            if (seen->actor == actor)
                return false;
            if (++looked > mostMentions)
                break;
        }
        const auto &before = sentences[size_t(sentence) - 1];
        const int end = std::min(before.endToken, before.firstToken + mostMentions);
        for (int t = before.firstToken; t < end; ++t) {
            const language::Word &word = m_reading.annotation.word(t);
            const bool topSubject = m_salience.isSubject(t) && word.head >= 0 &&
                                    m_reading.annotation.word(word.head).deprel == Deprel::Root;
            if (topSubject && word.upos == Upos::Noun && m_reading.actorAt[size_t(t)] < 0)
                return true;
        }
        return false;
    }

    /// "the group", "the council", "the country": the last actor that goes by such a noun.
    ActorId named(int token) const
    {
        const language::Word &word = m_reading.annotation.word(token);
        if (word.upos != Upos::Noun && word.upos != Upos::Propn)
            return -1;
        const int article = token - 1;
        if (article < 0 || lower(article) != "the"_L1 || word.deprel == Deprel::Compound)
            return -1;
        const QString noun = lower(token);
        if (isState(noun))
            return last([&](const Actor &a) { return a.kind == ActorKind::Country; }, token);
        if (isBody(noun))
            return last(
                [&](const Actor &a) {
                    return (a.kind == ActorKind::Organization || a.kind == ActorKind::Group) &&
                           a.role.isEmpty() && a.mentions.front().form == MentionForm::Name;
                },
                token);
        return last(
            [&](const Actor &a) {
                return (a.kind == ActorKind::Organization || a.kind == ActorKind::Group) &&
                       a.name.endsWith(u' ' + noun, Qt::CaseInsensitive);
            },
            token);
    }

    static bool isState(const QString &noun)
    {
        static const QSet<QString> nouns{u"country"_s, u"nation"_s, u"kingdom"_s, u"republic"_s};
        return nouns.contains(noun);
    }

    static bool isBody(const QString &noun)
    {
        static const QSet<QString> nouns{u"group"_s,    u"organisation"_s, u"organization"_s,
                                         u"movement"_s, u"body"_s,         u"bloc"_s,
                                         u"alliance"_s, u"militia"_s,      u"faction"_s};
        return nouns.contains(noun);
    }

    template <typename Fit>
    ActorId last(Fit &&fit, int token) const
    {
        const int sentence = m_reading.tree.sentenceOf(token);
        int looked = 0;
        for (const Seen &seen : std::views::reverse(m_salience.all())) {
            if (sentence - seen.sentence > 2 * reach || ++looked > mostMentions)
                break;
            if (fit(m_reading.analysis.actors[size_t(seen.actor)]))
                return seen.actor;
        }
        return -1;
    }

    void refer(ActorId actor, int token)
    {
        const auto &tokens = m_reading.annotation.document.tokens;
        const bool pronoun = pronounOf(lower(token)) != Pronoun::None;
        const int before = pronoun ? 0 : isAge(token) ? 5 : 1; // with its article
        const Span span{tokens[size_t(token - before)].span.begin, tokens[size_t(token)].span.end};
        m_reading.analysis.actors[size_t(actor)].mentions.push_back(
            {span, pronoun ? MentionForm::Pronoun : MentionForm::Nominal, token});
        m_reading.actorAt[size_t(token)] = actor;
        m_salience.see(actor, token);
    }

    Reading &m_reading;
    Bearers m_bearers;
    Salience m_salience;
    std::vector<std::pair<int, ActorId>> m_mentions; ///< head token and actor, in text order
};

/// Of "a member of the group", "its envoys": the state of whom the reference has turned out to mean.
QString countryOfOwner(const Reading &reading, int token)
{
    for (const int child : reading.tree.children(token)) {
        const Deprel relation = reading.annotation.word(child).deprel;
        const bool of = relation == Deprel::Nmod && reading.tree.child(child, Deprel::Case, u"of") >= 0;
        const ActorId owner = of || relation == Deprel::NmodPoss ? reading.actorAt[size_t(child)] : -1;
        if (owner >= 0)
            return reading.analysis.actors[size_t(owner)].country;
    }
    return {};
}

void adoptCountries(Reading &reading)
{
    for (Actor &actor : reading.analysis.actors) {
        if (!actor.country.isEmpty() || actor.mentions.empty() ||
            actor.mentions.front().form != MentionForm::Nominal)
            continue;
        for (const Mention &mention : actor.mentions) {
            if (actor.country.isEmpty())
                actor.country = countryOfOwner(reading, mention.headToken);
        }
        if (!actor.code.startsWith(u"IGO"_s))
            actor.code.prepend(actor.country);
    }
}

bool isFirstPerson(const QString &form)
{
    static const QSet<QString> forms{u"i"_s,  u"me"_s, u"my"_s,  u"mine"_s, u"myself"_s,
                                     u"we"_s, u"us"_s, u"our"_s, u"ours"_s, u"ourselves"_s};
    return forms.contains(form);
}

} // namespace

void resolveReferences(Reading &reading)
{
    Resolver(reading).run();
    adoptCountries(reading);
}

void resolveQuotedReferences(Reading &reading)
{
    const auto &tokens = reading.annotation.document.tokens;
    for (const Quote &quote : reading.analysis.quotes) {
        if (quote.speaker < 0 || quote.kind == QuoteKind::Indirect)
            continue;
        for (auto t = size_t(reading.tree.tokenAt(quote.span.begin));
             t < tokens.size() && tokens[t].span.end <= quote.span.end; ++t) {
            if (reading.actorAt[t] >= 0 || reading.annotation.words[t].upos != Upos::Pron ||
                !isFirstPerson(reading.annotation.form(int(t)).toString().toLower()))
                continue;
            reading.analysis.actors[size_t(quote.speaker)].mentions.push_back(
                {tokens[t].span, MentionForm::Pronoun, int(t)});
            reading.actorAt[t] = quote.speaker;
        }
    }
}

} // namespace demarche::analysis
