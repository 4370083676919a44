#include "models/analysis/actors/units.h"

#include "models/analysis/actors/meaning.h"

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using knowledge::Match;
using knowledge::Sense;
using language::Name;
using language::NameKind;

namespace {

Unit::Kind kindOfName(NameKind kind)
{
    switch (kind) {
    case NameKind::Person:
        return Unit::Kind::PersonName;
    case NameKind::Organization:
        return Unit::Kind::OrganisationName;
    default:
        return Unit::Kind::PlaceName;
    }
}

int length(const Unit &unit)
{
    return unit.end - unit.first;
}

/// Joins what the tables know of a text with what the name recogniser found in it.
class Join
{
public:
    Join(const Reading &reading, const Meaning &meaning)
        : m_reading(reading)
        , m_meaning(meaning)
    {
    }

    std::vector<Unit> run(const std::vector<Match> &matches)
    {
        for (const Match &match : matches)
            addMatch(match);
        for (const Name &name : m_reading.annotation.names)
            addName(name);
        for (int t = 0; t + 1 < int(m_reading.annotation.words.size()); ++t)
            addAddressed(t);
        std::erase_if(m_units, [](const Unit &unit) { return unit.end <= unit.first; });
        std::ranges::sort(m_units, {}, &Unit::first);
        return std::move(m_units);
    }

private:
    void addMatch(const Match &match)
    {
        Unit unit;
        unit.span = match.span;
        unit.first = m_reading.tree.tokenAt(match.span.begin);
        unit.end = unit.first;
        const auto &tokens = m_reading.annotation.document.tokens;
        while (unit.end < int(tokens.size()) && tokens[size_t(unit.end)].span.begin < match.span.end)
            ++unit.end;
        if (unit.end == unit.first)
            return;
        unit.within = match.span.begin > tokens[size_t(unit.first)].span.begin ||
                      match.span.end < tokens[size_t(unit.end - 1)].span.end;
        if (m_meaning.choose(match, unit))
            m_units.push_back(unit);
    }

    /// Units already found that share a token with the name.
    std::vector<Unit *> sharing(const Name &name)
    {
        std::vector<Unit *> found;
        const auto from =
            std::ranges::partition_point(m_units, [&](const Unit &u) { return u.end <= name.firstToken; });
        for (auto unit = from; unit != m_units.end() && unit->first < name.endToken; ++unit)
            found.push_back(&*unit);
        return found;
    }

    void addName(Name name)
    {
        if (name.kind == NameKind::Person)
            shedTitleAndDay(name);
        while (name.kind == NameKind::Location && name.firstToken < name.endToken &&
               !startsCapital(name.firstToken))
            ++name.firstToken; // "northern Salang"
        const std::vector<Unit *> known = sharing(name);
        const int size = name.endToken - name.firstToken;
        const bool covered = std::ranges::any_of(known, [&](const Unit *u) { return length(*u) >= size; });
        if (covered || size <= 0 || yields(name, known))
            return;
        for (Unit *unit : known)
            unit->end = unit->first; // swallowed: "Israel" in "Israel Katz"
        if (name.kind == NameKind::Misc)
            return;
        Unit unit;
        unit.kind = kindOfName(name.kind);
        unit.first = name.firstToken;
        unit.end = name.endToken;
        unit.span = {span(name.firstToken).begin, span(name.endToken - 1).end};
        for (const Unit *part : known) {
            if (unit.country.isEmpty() && name.kind != NameKind::Person)
                unit.country = part->country;
        }
        m_units.insert(
            std::ranges::partition_point(m_units, [&](const Unit &u) { return u.first < unit.first; }), unit);
    }

    /// "Mr Abdishakur Adhan", whom the recogniser has overlooked: capitals behind such a word are somebody's
    /// name.
    void addAddressed(int token)
    {
        static const QStringList words{u"Mr"_s, u"Mr."_s, u"Mrs"_s, u"Mrs."_s, u"Ms"_s, u"Ms."_s, u"Madam"_s};
        if (!words.contains(m_reading.annotation.form(token)))
            return;
        constexpr int longest = 3;
        Name name{token + 1, token + 1, NameKind::Person};
        const auto &sentence =
            m_reading.annotation.document.sentences[size_t(m_reading.tree.sentenceOf(token))];
        while (name.endToken < sentence.endToken && name.endToken - token <= longest &&
               m_reading.annotation.form(name.endToken).front().isUpper())
            ++name.endToken;
        if (name.endToken > name.firstToken && sharing(name).empty())
            addName(name);
    }

    /// The recogniser takes "President Boris Yeltsin" whole, or "Boris Yeltsin Monday"; the title and the day
    /// are no part of the name.
    void shedTitleAndDay(Name &name)
    {
        while (name.endToken - name.firstToken > 2 && isWeekday(name.endToken - 1))
            --name.endToken;
        for (const Unit *unit : sharing(name)) {
            const bool leads = unit->first == name.firstToken && unit->end < name.endToken;
            if (leads && unit->is(Unit::Kind::Title))
                name.firstToken = unit->end;
        }
    }

    /// Whether the names that the tables know inside a longer name say more than the whole.
    bool yields(const Name &name, const std::vector<Unit *> &known) const
    {
        if (known.empty() || name.kind == NameKind::Person)
            return false;
        const Unit &last = *known.back();
        if (name.kind == NameKind::Location) // "northern Gaza", "Gaza airport", but not "Gaza Street"
            return last.end >= name.endToken || !startsCapital(name.endToken - 1);
        if (name.kind == NameKind::Misc)
            return last.is(Unit::Kind::Adjective) || last.is(Unit::Kind::People) ||
                   last.is(Unit::Kind::Title);
        const bool organisationLeads =
            known.front()->is(Unit::Kind::Organisation) && known.front()->first == name.firstToken;
        return organisationLeads || tiled(name, known);
    }

    /// Whether every word of the name is known: "Israel Foreign Ministry".
    bool tiled(const Name &name, const std::vector<Unit *> &known) const
    {
        for (int t = name.firstToken; t < name.endToken; ++t) {
            const bool inside =
                std::ranges::any_of(known, [&](const Unit *u) { return t >= u->first && t < u->end; });
            const auto upos = m_reading.annotation.word(t).upos;
            if (!inside && upos != language::Upos::Adp && upos != language::Upos::Det &&
                upos != language::Upos::Part)
                return false;
        }
        return true;
    }

    bool isWeekday(int token) const
    {
        static const QStringList days{u"Monday"_s, u"Tuesday"_s,  u"Wednesday"_s, u"Thursday"_s,
                                      u"Friday"_s, u"Saturday"_s, u"Sunday"_s};
        return days.contains(m_reading.annotation.form(token));
    }

    bool startsCapital(int token) const { return !m_reading.annotation.form(token).front().isLower(); }

    Span span(int token) const { return m_reading.annotation.document.tokens[size_t(token)].span; }

    const Reading &m_reading;
    const Meaning &m_meaning;
    std::vector<Unit> m_units;
};

} // namespace

Units::Units(const Reading &reading, const Setting &setting, const std::vector<Match> &matches)
    : m_units(Join(reading, Meaning(reading, setting)).run(matches))
    , m_at(reading.annotation.words.size(), -1)
{
    for (size_t i = 0; i < m_units.size(); ++i) {
        for (int t = m_units[i].first; t < m_units[i].end; ++t)
            m_at[size_t(t)] = int(i);
    }
}

} // namespace demarche::analysis
