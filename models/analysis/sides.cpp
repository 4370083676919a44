#include "models/analysis/sides.h"

#include "models/analysis/mainclause.h"

#include <algorithm>
#include <array>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using knowledge::Condition;
using knowledge::Patterns;
using language::Upos;

namespace {

bool between(QStringView root, QLatin1StringView first, QLatin1StringView last)
{
    return root >= first && root <= last;
}

/// Whether the pattern names what it is done with or to, not only a verb.
bool isSpecific(const Match &match)
{
    return std::ranges::any_of(match.pattern->conditions, [](const Condition &c) {
        return c.where == Condition::Where::Object && c.words >= 0 && !c.forbidden;
    });
}

/// "Called for a ceasefire", "demanded the release": what is asked for is itself named by the pattern. Not
/// resignations and reforms, which are asked for at home.
bool asksForDeed(const Match &match)
{
    const QString &code = match.pattern->code;
    return !code.startsWith(u"024") && !code.startsWith(u"104") &&
           std::ranges::any_of(match.pattern->conditions, [](const Condition &c) {
               return (c.where == Condition::Where::Object || c.where == Condition::Where::Phrase) &&
                      c.words >= 0 && !c.forbidden;
           });
}

/// What a union or charity does to those in power: appeals, demands, criticism, refusals, threats, protests.
bool isProtest(QStringView root)
{
    return root == u"02" || (root >= u"10" && root <= u"14");
}

} // namespace

bool isForceful(QStringView root)
{
    return root == u"15" || between(root, "17"_L1, "20"_L1);
}

bool Sides::settle(Match &match, const QString &code) const
{
    const auto &actors = m_reading.analysis.actors;
    const bool words = isProtest(QStringView(code).left(2)) || code == u"082"; // protests and their end
    std::erase_if(match.source, [&](ActorId a) {
        return !(m_parties.political(a) || (words && m_parties.hasVoice(a))) ||
               actors[size_t(a)].kind == ActorKind::Place;
    });
    // A state's force against one of its own regions is an act of politics too
    const QString root = code.left(2);
    const bool force = isForceful(root) || code.startsWith(u"083");
    const bool together = root == u"03" || root == u"04" || root == u"06";
    const auto faces = [&](ActorId s, ActorId t) {
        if (together && m_parties.colleagues(s, t))
            return false;
        return m_parties.opposed(s, t) || (force && s != t && actors[size_t(t)].kind == ActorKind::Place);
    };
    std::vector<ActorId> facing = match.target;
    const std::vector<ActorId> blamed = root == u"11" ? blamedAtHome(match) : std::vector<ActorId>();
    std::erase_if(facing, [&](ActorId a) {
        if (std::ranges::find(blamed, a) != blamed.end())
            return false;
        return !stands(a) || std::ranges::any_of(match.source, [&](ActorId s) { return !faces(s, a); });
    });
    if (facing.empty() && (together || root == u"05" || code.startsWith(u"085")))
        facing = othersJoined(match);
    if (facing.empty()) {
        if (!standsAlone(match))
            return false;
        facing = bystanders(match);
    }
    match.target = std::move(facing);
    return !match.source.empty();
}

bool Sides::isContest(int trigger) const
{
    if (!m_contests.contains(m_reading.annotation.lemma(trigger)))
        return false;
    const auto &annotation = m_reading.annotation;
    const auto &sentence = annotation.document.sentences[size_t(m_reading.tree.sentenceOf(trigger))];
    const auto isScore = [&](int t) { // "3-0"
        return t + 2 < sentence.endToken && annotation.form(t + 1) == u"-" &&
               annotation.form(t).size() <= 3 && annotation.form(t).front().isDigit() &&
               annotation.form(t + 2).front().isDigit();
    };
    for (int t = sentence.firstToken; t < sentence.endToken; ++t) {
        if (isScore(t) || m_sports.contains(annotation.lemma(t).toLower()))
            return true;
    }
    return false;
}

/// An actor of politics; and whoever is harmed, held, freed or helped abroad stands for his state there.
bool Sides::stands(ActorId id) const
{
    const Actor &actor = m_reading.analysis.actors[size_t(id)];
    return m_parties.political(id) || (!actor.country.isEmpty() && actor.kind != ActorKind::Organization);
}

/// "The judge accused the government", "the minister denounced the president": whoever is blamed outright
/// stands apart from a person or body of his own state that blames him.
std::vector<ActorId> Sides::blamedAtHome(const Match &match) const
{
    const auto &actors = m_reading.analysis.actors;
    const int object = m_reading.annotation.word(match.trigger).upos == Upos::Verb
                           ? Clauses(m_reading).object(match.trigger)
                           : -1;
    std::vector<ActorId> found = m_parties.at(object, Parties::Reach::Self);
    std::erase_if(found, [&](ActorId a) {
        const bool other = std::ranges::none_of(
            match.source, [&](ActorId s) { return s == a || actors[size_t(s)].kind == ActorKind::Country; });
        return !other || !m_parties.political(a) || actors[size_t(a)].kind == ActorKind::Place ||
               std::ranges::find(match.target, a) == match.target.end();
    });
    return found;
}

/// "Chad and Peru agreed to cut tariffs": each toward the other. Takes the others from the sources.
std::vector<ActorId> Sides::othersJoined(Match &match) const
{
    if (match.source.size() < 2 || !match.pattern ||
        m_reading.annotation.word(match.trigger).upos != Upos::Verb)
        return {};
    const bool agreed =
        match.pattern->code.startsWith(u"03") || m_standings.of(match.trigger).turn == Patterns::Turn::Intent;
    if (!agreed)
        return {};
    std::vector<ActorId> others(match.source.begin() + 1, match.source.end());
    std::erase_if(others, [&](ActorId a) { return !m_parties.opposed(match.source.front(), a); });
    match.source.resize(1);
    return others;
}

/// Deeds that are news without somebody whom they are aimed at: a ceasefire declared, an embargo lifted,
/// arrests.
bool Sides::standsAlone(const Match &match) const
{
    if (!match.pattern || m_reading.annotation.word(match.trigger).upos != Upos::Verb ||
        m_reading.quotedAt[size_t(match.trigger)] >= 0)
        return false;
    const QStringView root = QStringView(match.pattern->code).left(2);
    const bool court = std::ranges::all_of(match.source, [&](ActorId a) { return m_parties.judges(a); });
    if ((court || match.pattern->code == u"166") && !isSpecific(match) && !isOfPublics(match) &&
        bystanders(match).empty())
        return false; // "acquitted two men", "suspended production"
    const bool violent = between(root, "17"_L1, "19"_L1);
    const bool asks =
        (root == u"02" || root == u"10" || root == u"13") && isOfPolitics(match.source) && asksForDeed(match);
    const bool deed = asks || between(root, "07"_L1, "09"_L1) ||
                      (root == u"12" && isOfPolitics(match.source)) || between(root, "14"_L1, "20"_L1);
    if (violent ? !isPublic(match) : root == u"09" ? !isSpecific(match) : !deed && !blamesDeed(match))
        return false; // a thief's arrest or questioning is no politics
    const Standing standing = m_standings.of(match.trigger);
    const bool happens =
        standing.turn || standing.realis == Realis::Actual || standing.realis == Realis::Future;
    return happens && isReported(m_reading, m_patterns, match.trigger, violent);
}

/// Not only unions and the like, whose refusals are politics where they face those in power.
bool Sides::isOfPolitics(const std::vector<ActorId> &side) const
{
    return std::ranges::any_of(side, [&](ActorId a) { return m_parties.political(a); });
}

/// Force that is of politics whoever suffers it: by armed men, or a pattern that names what is done, or to
/// people who stand for more than themselves.
bool Sides::isPublic(const Match &match) const
{
    const Clauses clauses(m_reading);
    const int object = clauses.object(match.trigger);
    const auto isArmed = [&](ActorId a) { return m_parties.armed(a); };
    if (object < 0 || isSpecific(match) || std::ranges::any_of(match.source, isArmed))
        return true;
    return isOfPublics(match);
}

/// People who stand for more than themselves, and ground that is fought over.
bool Sides::isOfPublics(const Match &match) const
{
    const Clauses clauses(m_reading);
    const int object = clauses.object(match.trigger);
    if (object < 0)
        return false;
    const std::array classes{u"publics"_s, u"territory"_s, u"posts"_s};
    return std::ranges::any_of(m_reading.tree.conjuncts(object), [&](int noun) {
        const QString &lemma = m_reading.annotation.lemma(clauses.counted(noun));
        return std::ranges::any_of(
            classes, [&](const QString &name) { return m_patterns.words(name).contains(lemma); });
    });
}

/// "Condemned the bombing", by nobody known.
bool Sides::blamesDeed(const Match &match) const
{
    const int object = Clauses(m_reading).object(match.trigger);
    if (object < 0 || !match.pattern->code.startsWith(u"11"))
        return false;
    const QString &lemma = m_reading.annotation.lemma(object);
    return m_patterns.words(u"attacks"_s).contains(lemma) || m_patterns.words(u"suffered"_s).contains(lemma);
}

/// Those whom a deed falls on though they are no actors of politics: a reporter, a company.
std::vector<ActorId> Sides::bystanders(const Match &match) const
{
    std::vector<ActorId> found = match.target;
    std::erase_if(found, [&](ActorId a) {
        const Actor &actor = m_reading.analysis.actors[size_t(a)];
        const bool named =
            std::ranges::any_of(actor.mentions, [](const Mention &m) { return m.form == MentionForm::Name; });
        const bool nobody = actor.code.isEmpty() && actor.role.isEmpty() && actor.kind == ActorKind::Person;
        return !named || nobody || actor.kind == ActorKind::Country || actor.kind == ActorKind::Place ||
               std::ranges::find(match.source, a) != match.source.end();
    });
    return found;
}

} // namespace demarche::analysis
