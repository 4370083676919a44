#include "models/analysis/parties.h"

#include "models/analysis/oneof.h"

#include <algorithm>
#include <array>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;

namespace {

/// CAMEO's codes of those whose business is politics or war; not of firms, churches, schools, the press.
bool isPoliticalRole(QStringView role)
{
    constexpr std::array roles{u"GOV", u"MIL", u"REB", u"OPP", u"LEG", u"JUD", u"COP", u"SPY", u"PTY",
                               u"IGO", u"UAF", u"SEP", u"INS", u"ELI", u"IMG", u"PRM", u"PLO", u"KUR"};
    for (qsizetype at = 0; at < role.size(); at += 3) { // "KURKDP": a party after its people
        const QStringView part = role.mid(at, 3);
        if (std::ranges::any_of(roles, [&](const char16_t *r) { return part == QStringView(r); }))
            return true;
    }
    return false;
}

/// "West African leaders", "Arab leaders": of states, not of a faith or trade.
bool isOfRegion(const QString &name)
{
    const QStringList words = name.split(u' ');
    return words.size() <= 3 && std::ranges::any_of(words, [](const QString &word) {
               return isOneOf(word, {u"African", u"Arab", u"Asian", u"Balkan", u"Baltic", u"Caribbean",
                                     u"European", u"Gulf", u"Nordic", u"Western", u"Allied", u"Latin"});
           });
}

} // namespace

void addOnce(std::vector<ActorId> &side, ActorId actor)
{
    if (actor >= 0 && std::ranges::find(side, actor) == side.end())
        side.push_back(actor);
}

Parties::Parties(const Reading &reading, const knowledge::Patterns &patterns)
    : m_reading(reading)
    , m_agents(patterns.words(u"agents"_s))
    , m_makes(patterns.words(u"makes"_s))
    , m_suffered(patterns.words(u"suffered"_s))
    , m_powers(patterns.words(u"powers"_s))
    , m_leaders(patterns.words(u"leaders"_s))
    , m_rebels(patterns.words(u"rebels"_s))
    , m_forces(patterns.words(u"forces"_s))
    , m_clauses(reading)
    , m_covering(reading.annotation.words.size(), -1)
{
    const auto &tokens = reading.annotation.document.tokens;
    for (size_t a = 0; a < reading.analysis.actors.size(); ++a) {
        for (const Mention &mention : reading.analysis.actors[a].mentions) {
            if (mention.form == MentionForm::Pronoun)
                continue;
            for (int t = reading.tree.tokenAt(mention.span.begin);
                 t < int(tokens.size()) && tokens[size_t(t)].span.begin < mention.span.end; ++t) {
                if (mention.form == MentionForm::Name || t == mention.headToken)
                    m_covering[size_t(t)] = ActorId(a);
            }
        }
    }
}

ActorId Parties::self(int token) const
{
    if (m_reading.annotation.lemma(token).endsWith(u"self") ||
        m_reading.annotation.lemma(token).endsWith(u"selves"))
        return -1; // the one who acts, whoever that is
    const ActorId headed = m_reading.actorAt[size_t(token)];
    return headed >= 0 ? headed : m_covering[size_t(token)];
}

bool Parties::acts(int noun) const
{
    const auto &word = m_reading.annotation.word(noun);
    return m_agents.contains(word.upos == language::Upos::Propn ? word.lemma.toLower() : word.lemma);
}

std::vector<ActorId> Parties::owners(int noun, Of of, int depth) const
{
    constexpr int deepest = 4; // "the leader of the army of the government of Chad"
    std::vector<ActorId> found;
    if (depth > deepest)
        return found;
    const auto gather = [&](auto &&fits) {
        for (const int c : m_reading.tree.children(noun)) {
            if (!found.empty() || !fits(c))
                continue;
            for (const int joined : m_reading.tree.conjuncts(c)) {
                const ActorId actor = self(joined);
                addOnce(found, actor);
                if (actor < 0 && acts(joined)) {
                    for (const ActorId owner : owners(joined, Of::Owns, depth + 1))
                        addOnce(found, owner);
                }
            }
        }
    };
    const auto relation = [&](int c) { return m_reading.annotation.word(c).deprel; };
    gather([&](int c) { return relation(c) == Deprel::NmodPoss; });
    gather([&](int c) { return relation(c) == Deprel::Amod || relation(c) == Deprel::Compound; });
    gather([&](int c) {
        if (relation(c) != Deprel::Nmod && relation(c) != Deprel::OblAgent)
            return false;
        const QString preposition = m_clauses.preposition(c);
        return (preposition == u"of" && of == Of::Owns &&
                !m_suffered.contains(m_reading.annotation.lemma(noun))) ||
               preposition == u"by" || preposition == u"from";
    });
    if (!found.empty())
        return found;
    // "the draft, which was prepared by Algeria"
    for (const int c : m_reading.tree.children(noun)) {
        if ((relation(c) == Deprel::AclRelcl || relation(c) == Deprel::Acl) &&
            m_makes.contains(m_reading.annotation.lemma(c)) && m_clauses.passive(c)) {
            const int maker = m_clauses.subject(c);
            if (maker >= 0)
                found = at(maker, Reach::Self);
            if (!found.empty())
                return found;
        }
    }
    // "a rocket fired from Lebanon"
    const int fired = m_reading.tree.child(noun, {Deprel::Acl});
    if (fired >= 0 &&
        (m_reading.annotation.lemma(fired) == u"fire" || m_reading.annotation.lemma(fired) == u"launch")) {
        const int from = m_clauses.phrase(fired, u"from");
        addOnce(found, from < 0 ? -1 : self(from));
        if (!found.empty())
            return found;
    }
    // "the German government's plan": the possessor is itself a thing of somebody's
    for (const int c : m_reading.tree.children(noun)) {
        if (relation(c) == Deprel::NmodPoss ||
            (relation(c) == Deprel::Nmod && m_clauses.preposition(c) == u"by"))
            return owners(c, Of::Owns, depth + 1);
    }
    return found;
}

std::vector<ActorId> Parties::next(int token, int reach) const
{
    const auto &annotation = m_reading.annotation;
    const int end = annotation.document.sentences[size_t(m_reading.tree.sentenceOf(token))].endToken;
    for (int t = token + 1; t < std::min(end, token + 1 + reach); ++t) {
        if (annotation.word(t).upos == language::Upos::Verb)
            break;
        if (const ActorId actor = self(t); actor >= 0 && political(actor))
            return {actor};
    }
    return {};
}

/// The first actor of politics that a noun's own words and phrases name.
ActorId Parties::firstWithin(int token, int depth) const
{
    constexpr int deepest = 4;
    const auto &tree = m_reading.tree;
    for (const int c : tree.children(token)) {
        const Deprel relation = m_reading.annotation.word(c).deprel;
        const bool part = relation == Deprel::Nmod || relation == Deprel::NmodPoss ||
                          relation == Deprel::Amod || relation == Deprel::Compound ||
                          relation == Deprel::Appos || relation == Deprel::Acl || relation == Deprel::Obl;
        const bool verb = m_reading.annotation.word(token).upos == language::Upos::Verb;
        if (!part || depth > deepest || (relation == Deprel::Obl && !verb))
            continue;
        const QString preposition = m_clauses.preposition(c);
        if (preposition == u"by" || preposition == u"with" || preposition == u"for")
            continue;
        if (const ActorId actor = self(c); actor >= 0 && hasState(actor))
            return actor;
        if (const ActorId actor = firstWithin(c, depth + 1); actor >= 0)
            return actor;
    }
    return -1;
}

/// A party to a conflict, or of a state.
bool Parties::hasState(ActorId actor) const
{
    return political(actor) || !m_reading.analysis.actors[size_t(actor)].country.isEmpty();
}

/// "The rights group Amnesty": the name behind, where the noun itself is no actor of politics.
ActorId Parties::better(int token, ActorId actor) const
{
    const int apposed = m_reading.tree.child(token, {Deprel::Appos, Deprel::Flat});
    const ActorId named = apposed >= 0 ? self(apposed) : -1;
    if (named >= 0 && political(named))
        return named;
    const Actor &whose = m_reading.analysis.actors[size_t(actor)];
    if (whose.kind == ActorKind::Person || whose.kind == ActorKind::Place || !whose.country.isEmpty())
        return actor;
    for (const ActorId owner : owners(token)) {
        if (political(owner))
            return owner; // "China's Eastern Command"
    }
    return actor;
}

void Parties::add(std::vector<ActorId> &to, int token, Reach reach) const
{
    token = m_clauses.counted(token);
    const ActorId actor = self(token);
    const size_t before = to.size();
    if (const auto sides = sidesWithin(token); !sides.empty()) {
        for (const ActorId side : sides)
            addOnce(to, side);
        return;
    }
    if (const auto states = adjectives(token); states.size() > 1) {
        for (const ActorId state : states)
            addOnce(to, state);
        return;
    }
    addOnce(to, actor >= 0 && !political(actor) ? better(token, actor) : actor);
    // "many nations including Turkey and Malaysia", "bodies such as the U.N."
    for (const int c : m_reading.tree.children(token)) {
        const int marker = m_reading.tree.child(c, {Deprel::Case});
        if (marker >= 0 &&
            (m_reading.annotation.form(marker) == u"including" || m_clauses.preposition(c) == u"such as")) {
            if (actor >= 0 && m_reading.analysis.actors[size_t(actor)].kind == ActorKind::Group)
                std::erase(to, actor); // those named stand for the rest
            for (const int member : m_reading.tree.conjuncts(c))
                addOnce(to, self(member));
        }
    }
    if (actor >= 0 || to.size() > before)
        return;
    if (reach != Reach::Self || acts(token)) {
        const auto owning = owners(token);
        for (const ActorId owner : owning)
            addOnce(to, owner);
        if (!owning.empty())
            return;
    }
    // A person's name hung on another noun by error: "will meet President Milosevic and officials"
    for (const int c : m_reading.tree.children(token)) {
        const Deprel relation = m_reading.annotation.word(c).deprel;
        const ActorId named = relation == Deprel::Compound || relation == Deprel::Flat ? self(c) : -1;
        if (named >= 0 && m_reading.analysis.actors[size_t(named)].kind == ActorKind::Person)
            addOnce(to, named);
    }
    if (to.size() > before)
        return;
    const int apposed = m_reading.tree.child(token, {Deprel::Appos, Deprel::Flat});
    if (apposed >= 0)
        addOnce(to, self(apposed));
    if (to.size() == before && reach == Reach::Within)
        addOnce(to, firstWithin(token, 0));
}

std::vector<ActorId> Parties::at(int token, Reach reach) const
{
    std::vector<ActorId> found;
    if (token < 0)
        return found;
    for (const int joined : m_reading.tree.conjuncts(token))
        add(found, joined, reach);
    return found;
}

bool Parties::political(ActorId id) const
{
    const Actor &actor = m_reading.analysis.actors[size_t(id)];
    if (actor.mentions.empty())
        return false;
    if (actor.official || actor.kind == ActorKind::Country)
        return true;
    const bool ofState = !actor.country.isEmpty();
    const bool prefixed = ofState && actor.code.startsWith(actor.country);
    const QStringView role = QStringView(actor.code).mid(prefixed ? actor.country.size() : 0);
    const bool named =
        std::ranges::any_of(actor.mentions, [](const Mention &m) { return m.form == MentionForm::Name; });
    if (isPoliticalRole(role))
        return ofState || named || actor.kind != ActorKind::Person || role.startsWith(u"IGO");
    if (role.startsWith(u"NGO"))
        return named && !ofState; // the Red Cross, not a charity of the town
    if (!ofState && actor.kind == ActorKind::Group && role.isEmpty() && isHeaded(actor, m_powers) &&
        actor.name.front().isUpper() && actor.name.count(u' ') <= 2)
        return true; // "African states", "South Asian nations"; not "all brotherly countries"
    if (!ofState && actor.kind == ActorKind::Group && role.isEmpty() && isOfRegion(actor.name) &&
        isHeaded(actor, m_leaders))
        return true; // "West African leaders"
    if (ofState && actor.kind == ActorKind::Person && role.isEmpty() && isHeaded(actor, m_leaders))
        return true; // "the French leader"
    // a people ("the Palestinians") and a place act and suffer as their state does
    return ofState && role.isEmpty() && actor.kind != ActorKind::Organization &&
           (named || actor.kind != ActorKind::Person);
}

bool Parties::hasVoice(ActorId id) const
{
    const QStringView code = branch(id);
    return code == u"LAB" || code == u"NGO" || code == u"MED";
}

/// Whether it is called by such a noun, and not only counted ("the three nations", who are named elsewhere).
bool Parties::isHeaded(const Actor &actor, const knowledge::WordSet &words) const
{
    return std::ranges::any_of(actor.mentions, [&](const Mention &m) {
        const auto &head = m_reading.annotation.word(m.headToken);
        QString noun = head.lemma.toLower();
        if (head.upos == language::Upos::Propn && noun.endsWith(u's'))
            noun.chop(1); // "African states", taken for a name
        return m.form == MentionForm::Nominal && (words.contains(head.lemma) || words.contains(noun)) &&
               m_reading.tree.child(m.headToken, {Deprel::Nummod}) < 0;
    });
}

bool Parties::opposed(ActorId one, ActorId other) const
{
    if (one == other)
        return false;
    if (!sameSide(one, other))
        return true;
    const auto &actors = m_reading.analysis.actors;
    const auto whole = [&](ActorId a) {
        return actors[size_t(a)].kind == ActorKind::Country || actors[size_t(a)].kind == ActorKind::Place;
    };
    // a rebel group and the state it fights are two; a state and its own officials are one
    const auto apart = [&](ActorId a) {
        const Actor &actor = actors[size_t(a)];
        const bool group = actor.kind == ActorKind::Group || actor.kind == ActorKind::Organization;
        return group && !actor.official;
    };
    const auto person = [&](ActorId a) {
        return actors[size_t(a)].kind == ActorKind::Person &&
               (actors[size_t(a)].official || !actors[size_t(a)].role.isEmpty());
    };
    if (whole(one) || whole(other))
        return apart(one) || apart(other) || dissents(one) || dissents(other);
    if (isBranch(one) != isBranch(other) || (isBranch(one) && branch(one) != branch(other)))
        return true; // parliament and president, court and opposition
    return (apart(one) || person(one)) && (apart(other) || person(other));
}

/// The part of a state or society that an actor's code names: "LEG" of "CHLLEG".
QStringView Parties::branch(ActorId id) const
{
    const Actor &actor = m_reading.analysis.actors[size_t(id)];
    return QStringView(actor.code)
        .mid(actor.code.startsWith(actor.country) ? actor.country.size() : 0)
        .left(3);
}

/// Whether it stands against those in power in its own state, or is a parliament or court that can.
bool Parties::dissents(ActorId id) const
{
    const QStringView code = branch(id);
    const bool person = m_reading.analysis.actors[size_t(id)].kind == ActorKind::Person;
    return code == u"OPP" || code == u"REB" || code == u"SEP" || code == u"UAF" ||
           (!person && (code == u"LEG" || code == u"JUD"));
}

/// Whether it acts apart from the government of its own state.
bool Parties::isBranch(ActorId id) const
{
    const QStringView code = branch(id);
    return code == u"LEG" || code == u"JUD" || code == u"OPP" || code == u"REB" || code == u"SEP" ||
           code == u"UAF" || code == u"COP";
}

bool Parties::colleagues(ActorId one, ActorId other) const
{
    const auto chamber = [&](ActorId a) { return branch(a) == u"LEG" || branch(a) == u"JUD"; };
    const auto official = [&](ActorId a) { return m_reading.analysis.actors[size_t(a)].official; };
    return sameSide(one, other) && (chamber(one) || chamber(other)) && (chamber(one) || official(one)) &&
           (chamber(other) || official(other));
}

bool Parties::armed(ActorId id) const
{
    const QStringView code = branch(id);
    return code == u"MIL" || code == u"REB" || code == u"UAF" || code == u"SEP" || code == u"INS";
}

bool Parties::sameSide(ActorId one, ActorId other) const
{
    const QString &country = m_reading.analysis.actors[size_t(one)].country;
    return one == other ||
           (!country.isEmpty() && country == m_reading.analysis.actors[size_t(other)].country);
}

} // namespace demarche::analysis
