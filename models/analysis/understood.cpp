#include "models/analysis/understood.h"

#include <QSet>

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using language::Deprel;
using language::Upos;

namespace {

constexpr int farthest = 200; ///< deeds looked back over

/// Looks back over what has been found so far.
class Context
{
public:
    Context(const Reading &reading, const Parties &parties, const Match &match,
            const std::vector<FoundAction> &before)
        : m_reading(reading)
        , m_parties(parties)
        , m_match(match)
        , m_before(before)
    {
    }

    /// "Bolivia cut ties with Israel and accused it of": whom the same clause has just told of.
    [[nodiscard]] std::vector<ActorId> byPronoun() const
    {
        const FoundAction *last = m_before.empty() ? nullptr : &m_before.back();
        if (!last || last->token < 0 ||
            m_reading.tree.sentenceOf(last->token) != m_reading.tree.sentenceOf(m_match.trigger))
            return {};
        return ours(last->action.source) ? last->action.target : last->action.source;
    }

    /// "Condemned the decision": of the deeds told of, the last unfriendly one done to the one who judges, or
    /// friendly one where he praises; else the one that the
    /// article opens with, where somebody else did it.
    [[nodiscard]] std::vector<ActorId> byDeed(bool friendly) const
    {
        int looked = 0;
        for (auto found = m_before.rbegin(); found != m_before.rend() && ++looked <= farthest; ++found) {
            const bool alike = (found->action.goldstein >= 0) == friendly;
            if (alike && happened(found->action) && ours(found->action.target) && !ours(found->action.source))
                return found->action.source;
        }
        if (m_before.empty() || !happened(m_before.front().action) || !opens(m_before.front()))
            return {};
        const Action &first = m_before.front().action;
        if (ours(first.source) || ours(first.target))
            return {};
        std::vector<ActorId> doers = first.source;
        if (isJoint(first.cameo))
            doers.insert(doers.end(), first.target.begin(), first.target.end());
        return doers;
    }

    /// "Rejected the demand", "the charge": the last one made to the one who rejects it.
    [[nodiscard]] std::vector<ActorId> byRequest(const QString &noun) const
    {
        static const QSet<QString> blame{u"accusation"_s, u"allegation"_s, u"charge"_s, u"claim"_s,
                                         u"criticism"_s};
        int looked = 0;
        for (auto found = m_before.rbegin(); found != m_before.rend() && ++looked <= farthest; ++found) {
            const QStringView root = QStringView(found->action.cameo).left(2);
            const bool alike =
                blame.contains(noun) ? root == u"11" : root == u"02" || root == u"10" || root == u"03";
            if (alike && ours(found->action.target) && !ours(found->action.source))
                return found->action.source;
        }
        return {};
    }

    /// "Called off the visit", "broke off the talks": with whom there was the last friendly dealing.
    [[nodiscard]] std::vector<ActorId> byDealing() const
    {
        int looked = 0;
        for (auto found = m_before.rbegin(); found != m_before.rend() && ++looked <= farthest; ++found) {
            const QStringView root = QStringView(found->action.cameo).left(2);
            if (root != u"03" && root != u"04" && root != u"12")
                continue;
            if (ours(found->action.source) != ours(found->action.target))
                return ours(found->action.source) ? found->action.target : found->action.source;
        }
        return {};
    }

private:
    [[nodiscard]] bool ours(const std::vector<ActorId> &side) const
    {
        return std::ranges::any_of(side, [&](ActorId a) {
            return std::ranges::any_of(m_match.source, [&](ActorId s) { return m_parties.sameSide(a, s); });
        });
    }
    [[nodiscard]] static bool happened(const Action &action) { return action.realis == Realis::Actual; }
    [[nodiscard]] bool opens(const FoundAction &found) const
    {
        constexpr int opening = 2; ///< sentences, a dateline among them
        return found.token >= 0 && m_reading.tree.sentenceOf(found.token) < opening;
    }
    [[nodiscard]] static bool isJoint(QStringView code)
    {
        return code.startsWith(u"057") || code.startsWith(u"030") || code.startsWith(u"050") ||
               code.startsWith(u"0353");
    }

    const Reading &m_reading;
    const Parties &m_parties;
    const Match &m_match;
    const std::vector<FoundAction> &m_before;
};

bool isPersonal(const language::Word &word)
{
    return word.upos == Upos::Pron && (word.lemma == u"it" || word.lemma == u"they" || word.lemma == u"he" ||
                                       word.lemma == u"she" || word.lemma == u"them" || word.lemma == u"him");
}

} // namespace

/// "Denounced the invasion": whose invasion the text has told of, in the same word.
std::vector<ActorId> toldBefore(const Reading &reading, const Parties &parties, int noun)
{
    constexpr int reach = 600; ///< tokens: a page
    for (int t = noun - 1; t >= std::max(0, noun - reach); --t) {
        if (reading.annotation.word(t).upos != Upos::Noun ||
            reading.annotation.lemma(t) != reading.annotation.lemma(noun))
            continue;
        auto doers = parties.doers(t);
        std::erase_if(doers, [&](ActorId a) { return !parties.political(a); });
        if (!doers.empty())
            return doers;
    }
    return {};
}

/// "Met the premier and signed a treaty": with the one met.
std::vector<ActorId> sharedTarget(const Reading &reading, const Parties &parties, const Match &match,
                                  const std::vector<FoundAction> &before)
{
    const QString root = match.pattern->code.left(2);
    const auto &word = reading.annotation.word(match.trigger);
    const bool joint = root == u"03" || root == u"04" || root == u"05" || root == u"06";
    if (!joint || word.deprel != Deprel::Conj || word.head < 0)
        return {};
    int looked = 0;
    for (auto found = before.rbegin(); found != before.rend() && ++looked <= farthest; ++found) {
        if (found->token != word.head)
            continue;
        const bool same = std::ranges::any_of(match.source, [&](ActorId s) {
            return std::ranges::any_of(found->action.source,
                                       [&](ActorId a) { return parties.sameSide(a, s); });
        });
        return same && found->action.goldstein >= 0 ? found->action.target : std::vector<ActorId>();
    }
    return {};
}

/// "Lashed out at sanctions imposed by Togo": whoever complains of a deed suffers it.
std::vector<ActorId> complainants(const Reading &reading, const Parties &parties,
                                  const knowledge::Patterns &patterns, const Match &match)
{
    const auto &word = reading.annotation.word(match.trigger);
    const Clauses clauses(reading);
    if (match.pattern->code < u"16"_s || word.deprel != Deprel::Acl || word.head < 0 ||
        !clauses.passive(match.trigger))
        return {};
    const int verb = reading.tree.head(word.head);
    const Deprel relation = reading.annotation.word(word.head).deprel;
    const bool aimed = relation == Deprel::Obj || relation == Deprel::Obl;
    if (verb < 0 || !aimed || !patterns.words(u"resents"_s).contains(reading.annotation.lemma(verb)))
        return {};
    return parties.at(clauses.subject(verb), Parties::Reach::Self);
}

/// "Is seeking pacts", "wants cooperation", "will sign a treaty": with the other of the two told of.
ActorId otherOfTwo(const Reading &reading, const Parties &parties, const knowledge::Patterns &patterns,
                   const Match &match, int object)
{
    const QString &what = reading.annotation.lemma(object);
    const QStringView root = QStringView(match.pattern->code).left(2);
    const bool between = patterns.words(u"treaties"_s).contains(what) ||
                         patterns.words(u"relations"_s).contains(what) || what == u"cooperation";
    const bool joint =
        (root == u"03" || root == u"05") && between && match.source.size() == 1 && match.target.empty();
    return joint ? parties.partner(match.source.front(), match.trigger) : -1;
}

std::vector<ActorId> understoodTarget(const Reading &reading, const Parties &parties,
                                      const knowledge::Patterns &patterns, const Match &match,
                                      const std::vector<FoundAction> &before)
{
    if (match.source.empty() || reading.annotation.word(match.trigger).upos != Upos::Verb)
        return {};
    if (auto shared = sharedTarget(reading, parties, match, before); !shared.empty())
        return shared;
    if (auto who = complainants(reading, parties, patterns, match); !who.empty())
        return who;
    const int object = Clauses(reading).object(match.trigger);
    if (object < 0)
        return {};
    const QString root = match.pattern->code.left(2);
    if (const ActorId other = otherOfTwo(reading, parties, patterns, match, object); other >= 0)
        return {other};
    const Context context(reading, parties, match, before);
    if (isPersonal(reading.annotation.word(object)))
        return object > match.trigger && (root == u"11" || root == u"10" || root == u"02")
                   ? context.byPronoun()
                   : std::vector<ActorId>();
    if (root == u"16" && patterns.words(u"engagements"_s).contains(reading.annotation.lemma(object)))
        return context.byDealing();
    const bool judges = root == u"05" || root == u"11" || root == u"12";
    const bool known =
        reading.tree.child(object, {Deprel::Det}) >= 0 &&
        patterns.words(u"deeds"_s).contains(reading.annotation.lemma(object)) &&
        reading.annotation.lemma(reading.tree.child(object, {Deprel::Det})) != u"a" &&
        reading.tree.child(object, {Deprel::Nmod, Deprel::NmodPoss, Deprel::AclRelcl, Deprel::Acl}) < 0;
    if (!judges || !known)
        return {};
    if (auto doers = toldBefore(reading, parties, object); !doers.empty())
        return doers;
    if (root == u"12") {
        if (auto speaker = context.byRequest(reading.annotation.lemma(object)); !speaker.empty())
            return speaker;
    }
    return context.byDeed(root == u"05");
}

} // namespace demarche::analysis
