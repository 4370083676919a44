#include "models/analysis/actions.h"

#include "models/analysis/actiondates.h"
#include "models/analysis/evaluations.h"
#include "models/analysis/exhortations.h"
#include "models/analysis/matcher.h"
#include "models/analysis/merging.h"
#include "models/analysis/sides.h"
#include "models/analysis/standing.h"
#include "models/analysis/stays.h"
#include "models/analysis/understood.h"
#include "models/knowledge/cameo.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using knowledge::Cameo;
using knowledge::Patterns;
using language::Deprel;
using language::Upos;

namespace {

using Turn = Patterns::Turn;

constexpr int ruptureReach = 4; ///< sentences over which "its ambassador" is understood

bool between(QStringView root, QLatin1StringView first, QLatin1StringView last)
{
    return root >= first && root <= last;
}

bool isCooperative(QStringView root)
{
    return between(root, QLatin1StringView("03"), QLatin1StringView("08"));
}

bool isVerbal(QStringView root)
{
    return between(root, QLatin1StringView("01"), QLatin1StringView("03")) || root == u"05" ||
           root == u"09" || between(root, QLatin1StringView("10"), QLatin1StringView("13"));
}

/// For each token the first quote whose words it is of, or -1.
std::vector<QuoteId> quotesByToken(const Reading &reading)
{
    const auto &tokens = reading.annotation.document.tokens;
    std::vector<QuoteId> at(tokens.size(), -1);
    for (size_t q = 0; q < reading.analysis.quotes.size(); ++q) {
        const Span span = reading.analysis.quotes[q].span;
        for (auto t = size_t(reading.tree.tokenAt(span.begin));
             t < tokens.size() && tokens[t].span.begin < span.end; ++t) {
            if (at[t] < 0)
                at[t] = QuoteId(q);
        }
    }
    return at;
}

class Finder
{
public:
    Finder(Reading &reading, const Patterns &patterns, const Cameo &cameo)
        : m_reading(reading)
        , m_patterns(patterns)
        , m_cameo(cameo)
        , m_parties(reading, patterns)
        , m_matcher(reading, patterns, m_parties)
        , m_standings(reading, patterns)
        , m_dates(reading)
        , m_sides(reading, patterns, m_parties, m_standings)
        , m_consumed(reading.annotation.words.size(), -1)
        , m_quoteAt(quotesByToken(reading))
    {
    }

    void find()
    {
        // Verbs and adjectives first: the nouns that their patterns name are no triggers of their own
        for (const Upos kind : {Upos::Verb, Upos::Adj, Upos::Noun}) {
            for (int t = 0; t < int(m_reading.annotation.words.size()); ++t) {
                if (m_reading.annotation.word(t).upos == kind)
                    tryAt(t);
            }
        }
        dropTurners();
        const std::vector<Action> demands = exhortations(m_reading, m_parties, m_standings, m_dates, m_cameo);
        for (Action &action : evaluations(m_reading, m_parties, m_dates, m_cameo)) {
            if (!isToldAlready(action) && !isDemand(action, demands))
                m_found.push_back({std::move(action), {}, -1, -1});
        }
        for (const Action &action : demands)
            m_found.push_back({action, {}, -1, -1});
        for (Action &action : stays(m_reading, m_parties, m_standings, m_dates, m_cameo))
            m_found.push_back({std::move(action), {}, -1, -1});
        for (FoundAction &found : m_found)
            found.action.quote = quoteAt(found.action.trigger);
        m_reading.analysis.actions = merged(m_reading, m_parties, std::move(m_found));
    }

private:
    /// "Dismissed the threat as": the cue is a deed of its own toward the same.
    bool isToldAlready(const Action &judged) const
    {
        return std::ranges::any_of(m_found, [&](const FoundAction &found) {
            return found.action.trigger == judged.trigger && found.action.target == judged.target;
        });
    }

    /// "Peru should halt its raids": to ask it is not to judge.
    static bool isDemand(const Action &judged, const std::vector<Action> &demands)
    {
        return std::ranges::any_of(demands, [&](const Action &demand) {
            return judged.span.contains(demand.trigger) && judged.source == demand.source &&
                   judged.target == demand.target;
        });
    }

    /// "Offered to send troops" is one deed: the word that only says how the other is meant is none of its
    /// own.
    void dropTurners()
    {
        std::vector<int> turners;
        turners.reserve(m_found.size());
        for (const FoundAction &found : m_found)
            turners.push_back(found.turner == found.token ? -1 : found.turner);
        std::erase_if(m_found, [&](const FoundAction &found) {
            return found.token >= 0 && std::ranges::find(turners, found.token) != turners.end();
        });
    }

    void tryAt(int token)
    {
        // "a visiting prince", "the warring sides": qualities, not deeds
        const auto &word = m_reading.annotation.word(token);
        const bool quality = word.upos == Upos::Verb &&
                             (word.deprel == Deprel::Amod || word.deprel == Deprel::Compound) &&
                             m_reading.tree.children(token).empty();
        if (quality || m_sides.isContest(token))
            return;
        auto match = m_matcher.match(token);
        if (!match) {
            if (m_reading.annotation.word(token).upos == Upos::Verb)
                tryFollowing(token);
            return;
        }
        const Standing standing = m_standings.of(token);
        supplyTarget(*match);
        if (standing.content || !m_sides.settle(*match, match->pattern->code) || isPartOfOther(*match))
            return;
        Action action;
        if (!settleCode(*match, standing, action))
            return;
        for (const int noun : match->consumed)
            m_consumed[size_t(noun)] = int(m_found.size());
        action.source = principals(match->source);
        action.target = principals(match->target);
        settlePlace(token, standing, action);
        m_found.push_back({std::move(action), match->pattern->code, token, standing.turner});
        blameByWord(m_found.back().action, standing);
    }

    /// "Chad says Sudanese troops raided its villages", "says Sudan arms the rebels": who tells it accuses.
    void blameByWord(const Action deed, const Standing &standing)
    {
        const QStringView root = QStringView(deed.cameo).left(2);
        const bool armsRebels =
            root == u"07" && std::ranges::any_of(deed.target, [&](ActorId a) { return m_parties.rebels(a); });
        if (standing.said < 0 || deed.realis != Realis::Actual ||
            (!armsRebels && !between(root, "18"_L1, "20"_L1)))
            return;
        Action blame;
        blame.source = m_parties.at(Clauses(m_reading).surfaceSubject(standing.said), Parties::Reach::Self);
        std::erase_if(blame.source, [&](ActorId a) { return !accuses(a, deed, armsRebels); });
        if (blame.source.empty())
            return;
        blame.target = deed.source;
        setCode(m_cameo, u"112"_s, blame);
        settlePlace(standing.said, m_standings.of(standing.said), blame);
        m_found.push_back({std::move(blame), u"112"_s, standing.said, -1});
    }

    /// A state speaks of what another did to it or for rebels.
    bool accuses(ActorId speaker, const Action &deed, bool armsRebels) const
    {
        const auto own = [&](ActorId a) { return m_parties.sameSide(a, speaker); };
        const auto isForeign = [&](ActorId a) {
            return !own(a) && !m_reading.analysis.actors[size_t(a)].country.isEmpty() && !m_parties.rebels(a);
        };
        return m_parties.political(speaker) && std::ranges::all_of(deed.source, isForeign) &&
               (armsRebels || std::ranges::any_of(deed.target, own));
    }

    std::vector<ActorId> principals(const std::vector<ActorId> &side) const
    {
        std::vector<ActorId> found;
        for (const ActorId actor : side)
            addOnce(found, m_parties.principal(actor));
        return found;
    }

    /// "Chile made the same decision": the deed told of just before, by another.
    void tryFollowing(int token)
    {
        if (m_found.empty() || m_found.back().action.trigger.begin >
                                   m_reading.annotation.document.tokens[size_t(token)].span.begin)
            return;
        const Action &before = m_found.back().action;
        const int last = m_reading.tree.sentenceOf(m_reading.tree.tokenAt(before.trigger.begin));
        Match match{token, nullptr, m_matcher.followers(token), before.target, {}};
        if (match.source.empty() || m_reading.tree.sentenceOf(token) - last > 1)
            return;
        const Standing standing = m_standings.of(token);
        if (standing.content || !m_sides.settle(match, before.cameo))
            return;
        Action action = before;
        action.realis = standing.realis == Realis::Actual ? before.realis : standing.realis;
        action.source = std::move(match.source);
        action.target = std::move(match.target);
        const std::optional<DateRange> day = before.date;
        settlePlace(token, standing, action);
        if (!action.date)
            action.date = day;
        m_found.push_back({std::move(action), m_found.back().deed, token, -1});
    }

    /// A noun that an action already names, done by the same side: "launched attacks" is not two.
    bool isPartOfOther(const Match &match) const
    {
        const int other = m_consumed[size_t(match.trigger)];
        return other >= 0 && std::ranges::any_of(m_found[size_t(other)].action.source, [&](ActorId a) {
                   return std::ranges::any_of(match.source,
                                              [&](ActorId b) { return m_parties.sameSide(a, b); });
               });
    }

    /// "Jordan recalled its ambassador", after others recalled theirs from Israel: ties are with somebody,
    /// and where the clause names nobody they are those that the text has just told of being cut.
    void supplyTarget(Match &match)
    {
        const bool rupture = match.pattern->code == u"161";
        const int sentence = m_reading.tree.sentenceOf(match.trigger);
        const int above = m_reading.tree.head(match.trigger);
        if (rupture && match.target.empty() &&
            above >= 0) // "took measures against Israel, recalling its ambassador"
            match.target = m_parties.at(Clauses(m_reading).phrase(above, u"against"), Parties::Reach::Self);
        if (rupture && match.target.empty() && !match.source.empty() &&
            sentence - m_ruptureSentence <= ruptureReach)
            match.target = m_ruptureTarget;
        const auto own = [&](ActorId t) {
            return std::ranges::any_of(match.source, [&](ActorId s) { return m_parties.sameSide(s, t); });
        };
        if (std::ranges::all_of(match.target, own)) {
            if (rupture && !match.target.empty() && !m_ruptureSource.empty())
                match.target = m_ruptureSource; // the answer in kind: "Brazil recalled its own"
            else if (auto understood = understoodTarget(m_reading, m_parties, m_patterns, match, m_found);
                     !understood.empty())
                match.target = std::move(understood);
        }
        if (rupture && match.target.empty() && match.source.size() == 1) {
            const ActorId other = m_parties.partner(match.source.front(), match.trigger);
            if (other >= 0)
                match.target = {other};
        }
        if (rupture && !match.target.empty()) {
            m_ruptureSource = match.source;
            m_ruptureTarget = match.target;
            m_ruptureSentence = sentence;
        }
    }

    /// The code as the embedding words turn it.
    bool settleCode(const Match &match, const Standing &standing, Action &action) const
    {
        QString code = match.pattern->code;
        if (code == u"010")
            return false; // rows that only keep other rows from fitting
        const QString root = code.left(2);
        const bool asks = root == u"02" || root == u"10";
        action.realis =
            asks && standing.tried && standing.realis == Realis::Future ? Realis::Actual : standing.realis;
        const auto take = [&](Turn turn) {
            const QString turned = m_patterns.turned(code, turn);
            if (!turned.isEmpty()) {
                code = turned;
                action.realis = Realis::Actual;
            }
        };
        if (standing.turn == Turn::Threat) {
            take(Turn::Threat);
        } else if (isCooperative(root) && (standing.turn == Turn::Refusal ||
                                           (!standing.turn && standing.unable && saysSo(match, standing)))) {
            take(Turn::Refusal);
        } else if (standing.turn == Turn::Refusal) {
            action.realis = Realis::Negated;
        } else if (standing.turn == Turn::Intent && isCooperative(root)) {
            take(Turn::Intent);
        } else if (standing.turn == Turn::Intent && root == u"15" && !isVowed(standing)) {
            take(Turn::Intent); // "offered to send troops" protects
        } else if (standing.turn == Turn::Intent &&
                   (isForceful(root) || (root == u"16" && standing.solemn))) {
            take(Turn::Threat);
        } else if (standing.turn == Turn::Intent) {
            action.realis = Realis::Future;
        } else if (standing.realis == Realis::Future && isCooperative(root) && root != u"03") {
            take(Turn::Intent);
            action.realis = Realis::Future;
        } else if (standing.realis == Realis::Future && isForceful(root) && saysSo(match, standing)) {
            take(Turn::Threat);
        }
        setCode(m_cameo, code, action);
        return true;
    }

    bool isVowed(const Standing &standing) const
    {
        return standing.turner >= 0 &&
               m_patterns.words(u"vows"_s).contains(m_reading.annotation.lemma(standing.turner));
    }

    /// Whether the actor itself says that it will do so: by the verb of saying above, or in its own quoted
    /// words.
    bool saysSo(const Match &match, const Standing &standing) const
    {
        const auto own = [&](ActorId speaker) {
            return std::ranges::any_of(match.source,
                                       [&](ActorId a) { return m_parties.sameSide(a, speaker); });
        };
        const Clauses clauses(m_reading);
        if (standing.said >= 0) {
            const auto speakers = m_parties.at(clauses.surfaceSubject(standing.said), Parties::Reach::Self);
            if (std::ranges::any_of(speakers, own))
                return true;
        }
        const QuoteId quote = quoteAt(m_reading.annotation.document.tokens[size_t(match.trigger)].span);
        return quote >= 0 && m_reading.analysis.quotes[size_t(quote)].speaker >= 0 &&
               own(m_reading.analysis.quotes[size_t(quote)].speaker);
    }

    QuoteId quoteAt(Span trigger) const
    {
        const int token = m_reading.tree.tokenAt(trigger.begin);
        return token < int(m_quoteAt.size()) ? m_quoteAt[size_t(token)] : -1;
    }

    void settlePlace(int token, const Standing &standing, Action &action) const
    {
        const auto &tokens = m_reading.annotation.document.tokens;
        action.trigger = tokens[size_t(token)].span;
        const int carrier =
            m_reading.annotation.word(token).upos == Upos::Noun ? m_matcher.carrier(token) : -1;
        int predicate = carrier >= 0 ? carrier : token;
        action.span = m_reading.tree.extent(predicate);
        if (standing.turner >= 0 && action.realis == Realis::Actual)
            predicate = standing.turner; // the day of the promise, not of what is promised
        const bool verbal = isVerbal(QStringView(action.cameo).left(2));
        const bool noun = m_reading.annotation.word(predicate).upos == Upos::Noun;
        std::vector<ActorId> parties = action.source;
        parties.insert(parties.end(), action.target.begin(), action.target.end());
        action.date = m_dates.of({token, noun ? m_dates.predicateOf(predicate) : predicate,
                                  action.realis == Realis::Future || action.realis == Realis::Hypothetical,
                                  verbal, std::move(parties)});
    }

    Reading &m_reading;
    const Patterns &m_patterns;
    const Cameo &m_cameo;
    Parties m_parties;
    Matcher m_matcher;
    Standings m_standings;
    ActionDates m_dates;
    Sides m_sides;
    std::vector<int> m_consumed;          ///< for each token the action whose pattern named it, or -1
    std::vector<QuoteId> m_quoteAt;       ///< for each token the quote that it stands in, or -1
    std::vector<ActorId> m_ruptureTarget; ///< of the last relations told of as cut, and where
    std::vector<ActorId> m_ruptureSource;
    int m_ruptureSentence = -ruptureReach - 1;
    std::vector<FoundAction> m_found;
};

} // namespace

void setCode(const Cameo &cameo, const QString &code, Action &action)
{
    action.cameo = code;
    if (const knowledge::CameoCode *found = cameo.find(code)) {
        action.plover = found->plover;
        action.goldstein = found->goldstein;
    }
}

void findActions(Reading &reading)
{
    const auto &patterns = Patterns::shipped();
    const auto &cameo = Cameo::shipped();
    if (!patterns || !cameo) {
        reading.analysis.warnings << (patterns ? cameo.error() : patterns.error()).line();
        return;
    }
    Finder(reading, *patterns, *cameo).find();
}

} // namespace demarche::analysis
