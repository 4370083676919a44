#include "models/analysis/actors/descriptions.h"

#include "models/analysis/dates.h"

#include <QSet>

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using knowledge::Title;
using language::Deprel;
using language::Upos;

namespace {

/// How far a complement is looked for behind a title: "head of the international mediating mission of the
/// OSCE".
constexpr int complementReach = 7;

bool isWeekday(QStringView word)
{
    return isWeekdayName(word) || word.compare(u"today", Qt::CaseInsensitive) == 0 ||
           word.compare(u"yesterday", Qt::CaseInsensitive) == 0;
}

bool saysFormer(QStringView word)
{
    static const QSet<QString> words{u"former"_s,  u"ex"_s,      u"late"_s,  u"ousted"_s,
                                     u"deposed"_s, u"retired"_s, u"exiled"_s};
    return words.contains(word.toString().toLower());
}

/// "Foreign forces", "the allied troops": of another state than the one the report is about.
bool saysOthers(QStringView word)
{
    static const QSet<QString> words{
        u"foreign"_s,     u"outside"_s,       u"external"_s,      u"hostile"_s,
        u"dark"_s,        u"occupying"_s,     u"allied"_s,        u"international"_s,
        u"western"_s,     u"multinational"_s, u"peacekeeping"_s,  u"neighbouring"_s,
        u"neighboring"_s, u"invading"_s,      u"destabilising"_s, u"destabilizing"_s};
    return words.contains(word.toString().toLower());
}

/// Bodies whose officers do not speak for a state.
bool isPrivate(const QString &noun)
{
    static const QSet<QString> nouns{
        u"party"_s,       u"tank"_s,        u"company"_s,  u"firm"_s,    u"university"_s, u"college"_s,
        u"institute"_s,   u"association"_s, u"club"_s,     u"group"_s,   u"federation"_s, u"union"_s,
        u"foundation"_s,  u"society"_s,     u"league"_s,   u"chamber"_s, u"bank"_s,       u"church"_s,
        u"corporation"_s, u"inc"_s,         u"ltd"_s,      u"corp"_s,    u"movement"_s,   u"alliance"_s,
        u"coalition"_s,   u"newspaper"_s,   u"studies"_s,  u"centre"_s,  u"center"_s,     u"airline"_s,
        u"airlines"_s,    u"school"_s,      u"hospital"_s, u"holding"_s, u"board"_s,      u"team"_s};
    return nouns.contains(noun);
}

} // namespace

const text::Sentence &Descriptions::sentence(int token) const
{
    return m_reading.annotation.document.sentences[size_t(m_reading.tree.sentenceOf(token))];
}

bool Descriptions::formIs(int token, QStringView form) const
{
    return m_reading.annotation.form(token).compare(form, Qt::CaseInsensitive) == 0;
}

/// Whether a token can stand between an article and a title: adjective, noun, participle, hyphen, possessive.
bool Descriptions::modifies(int token) const
{
    if (const int unit = m_units.at(token); unit >= 0)
        return !m_units[unit].isPerson();
    const language::Word &w = word(token);
    const QStringView form = m_reading.annotation.form(token);
    switch (w.upos) {
    case Upos::Adj:
    case Upos::Noun:
        return !isWeekday(form);
    case Upos::Propn:
        return !isWeekday(form) && monthOf(form.toString().toLower()) == 0;
    case Upos::Verb: // "the visiting minister", but not what a parser's slip makes of "order sending troops"
        return w.deprel == Deprel::Amod &&
               (token == 0 || (word(token - 1).upos != Upos::Noun && word(token - 1).upos != Upos::Propn));
    case Upos::Punct:
        return form == u"-" || form == u"/";
    case Upos::Part:
        return form == u"'s" || form == u"’s" || form == u"'" || form == u"’";
    case Upos::X:
        return form == u"ex";
    default:
        return false;
    }
}

int Descriptions::startOf(int token, int sentenceStart) const
{
    int first = token;
    while (first > sentenceStart && modifies(first - 1)) {
        const int unit = m_units.at(first - 1);
        first = unit >= 0 ? m_units[unit].first : first - 1;
    }
    if (first < token && formIs(first, u"own"))
        ++first;
    // What a possessive stands on belongs to the phrase; a bare hyphen or possessive at its head does not.
    while (first < token && (word(first).upos == Upos::Punct || word(first).upos == Upos::Part))
        ++first;
    return first;
}

void Descriptions::take(Description &d, int index) const
{
    const Unit &unit = m_units[index];
    switch (unit.kind) {
    case Unit::Kind::Adjective:
    case Unit::Kind::State:
    case Unit::Kind::FormerState:
    case Unit::Kind::Seat:
    case Unit::Kind::People:
    case Unit::Kind::Place:
    case Unit::Kind::PlaceName:
        if (d.country.isEmpty())
            d.country = unit.country;
        d.ofOthers = d.ofOthers || unit.country.isEmpty();
        break;
    case Unit::Kind::Organisation:
    case Unit::Kind::OrganisationName:
        d.ofPrivate = d.ofPrivate || isPrivateBody(unit);
        if (d.country.isEmpty() && !unit.country.isEmpty())
            d.country = unit.country;
        if (d.organisation < 0)
            d.organisation = index;
        break;
    default:
        break;
    }
}

/// A party or company by its code or by the last word of its name.
bool Descriptions::isPrivateBody(const Unit &unit) const
{
    if (unit.is(Unit::Kind::Organisation)) {
        const QString &code = m_reading.knowledge.organisation(unit.sense).code;
        return code.endsWith("PTY"_L1) || code.endsWith("OPP"_L1) || code.endsWith("MED"_L1) ||
               code.endsWith("BUS"_L1) || code.endsWith("EDU"_L1) || code.startsWith("NGO"_L1);
    }
    return isPrivate(m_reading.annotation.form(unit.end - 1).toString().toLower());
}

/// "The region's ruler", "the company's president": of something that is no state.
bool Descriptions::isPart(int token) const
{
    static const QSet<QString> words{u"area"_s,         u"bank"_s,        u"bloc"_s,     u"city"_s,
                                     u"club"_s,         u"company"_s,     u"county"_s,   u"district"_s,
                                     u"firm"_s,         u"governorate"_s, u"group"_s,    u"organisation"_s,
                                     u"organization"_s, u"party"_s,       u"province"_s, u"region"_s,
                                     u"territory"_s,    u"town"_s,        u"union"_s,    u"university"_s};
    return word(token).upos == Upos::Noun && words.contains(m_reading.annotation.lemma(token));
}

/// Country, body, possessor and "former" from the words between [first, title).
void Descriptions::readModifiers(Description &d) const
{
    const int head = m_units[d.title].first;
    const bool portfolio = title(d).role.contains(u"minist"_s); // "Interior and Safety Minister"
    int last = -1;
    for (int t = d.first; t < head; ++t) {
        const int unit = m_units.at(t);
        if (unit >= 0 && unit != last && isAgainst(unit))
            d.ofOthers = true;
        else if (unit >= 0 && unit != last)
            take(d, unit);
        d.ofOthers = d.ofOthers || saysOthers(m_reading.annotation.form(t));
        last = unit;
        d.definite = d.definite || word(t).upos == Upos::Part;
        d.ofOthers = d.ofOthers || (unit < 0 && word(t).upos == Upos::Propn && !portfolio);
        d.former = d.former || saysFormer(m_reading.annotation.form(t));
    }
    const int start = sentence(head).firstToken;
    const int before = d.first - 1;
    if (before < start)
        return;
    const bool possessive = word(before).upos == Upos::Part && before - 1 >= start;
    const QLatin1StringView xpos = language::xposName(word(before).xpos);
    if (xpos == "PRP$"_L1 || xpos == "WP$"_L1)
        d.possessor = before;
    else if (possessive)
        d.possessor = before - 1;
    if (possessive && isPart(before - 1))
        d.ofOthers = d.ofPrivate = true;
    d.definite = d.definite || formIs(before, u"the") || formIs(before, u"that") || formIs(before, u"this") ||
                 d.possessor >= 0;
    d.counted = word(before).upos == Upos::Num;
}

/// "president of the European Council", "spokesman for the Russian foreign ministry": but to whom an
/// ambassador is accredited is not whose he is.
void Descriptions::readComplement(Description &d) const
{
    const int end = std::min(sentence(d.end - 1).endToken, d.end + complementReach);
    if (d.end >= end ||
        !(formIs(d.end, u"of") || formIs(d.end, u"for") || formIs(d.end, u"from") || formIs(d.end, u"in")))
        return;
    const bool within = formIs(d.end, u"in");
    const QString &role = title(d).role;
    if (within && (d.ofOthers || role == u"diplomat" || role == u"envoy" || role == u"ambassador"))
        return; // "Western diplomats in Baghdad" are of other states
    for (int t = d.end + 1; t < end; ++t) {
        if (const int unit = m_units.at(t); unit >= 0) {
            if (m_units[unit].isPerson())
                return;
            take(d, unit);
            if (!d.country.isEmpty() || d.organisation >= 0)
                return;
            t = m_units[unit].end - 1;
            continue;
        }
        const Upos upos = word(t).upos;
        d.ofPrivate = d.ofPrivate || (upos == Upos::Noun && isPrivate(m_reading.annotation.lemma(t)));
        const bool goesOn = upos == Upos::Adj || upos == Upos::Noun || upos == Upos::Det ||
                            upos == Upos::Propn || formIs(t, u"-") || (formIs(t, u"of") && !within) ||
                            word(t).deprel == Deprel::Amod;
        if (!goesOn)
            return;
    }
}

Description Descriptions::headedBy(int unit) const
{
    Description d;
    d.title = unit;
    d.end = m_units[unit].end;
    d.first = startOf(m_units[unit].first, sentence(m_units[unit].first).firstToken);
    readModifiers(d);
    if (d.country.isEmpty() && d.organisation < 0)
        readComplement(d);
    return d;
}

/// The title that ends right before a name; several in a row make one phrase ("security chief", "Gen").
Description Descriptions::before(int token) const
{
    const int start = sentence(token).firstToken;
    for (int t = token - 1; t >= start && modifies(t); --t) {
        const int unit = m_units.at(t);
        if (unit < 0) {
            if (word(t).upos == Upos::Part)
                return {}; // "Chile's Boric" has no title, "the minister's aide" stands before
            continue;
        }
        if (!m_units[unit].is(Unit::Kind::Title)) {
            t = m_units[unit].first;
            if (t < token - 1 && m_units[unit].end == token)
                return {};
            continue;
        }
        const Title &title = m_reading.knowledge.title(m_units[unit].sense);
        if (title.type != Title::Type::Person || title.plural)
            return {};
        return headedBy(unit);
    }
    return {};
}

/// "Anti-China forces" are not China's.
bool Descriptions::isAgainst(int unit) const
{
    const int first = m_units[unit].first;
    const QStringView text = m_reading.annotation.document.text;
    const qsizetype begin = m_units[unit].span.begin;
    return first >= 0 && text.mid(std::max<qsizetype>(0, begin - 5), std::min<qsizetype>(5, begin))
                                 .compare(u"anti-", Qt::CaseInsensitive) == 0;
}

/// Whether the phrase that a token belongs to stands behind "of" or "for".
bool Descriptions::isComplement(int token) const
{
    const int start = sentence(token).firstToken;
    int t = token - 1;
    while (t > start && (modifies(t) || word(t).upos == Upos::Det))
        --t;
    return t > start && (formIs(t, u"of") || formIs(t, u"for"));
}

/// "The U.S. ambassador to the United Nations, Madeleine Albright, …": a definite phrase before a comma.
Description Descriptions::beforeComma(int token) const
{
    const int start = sentence(token).firstToken;
    if (token - 2 < start || !formIs(token - 1, u","))
        return {};
    for (int t = token - 2; t >= start && !formIs(t, u","); --t) {
        const int unit = m_units.at(t);
        if (unit < 0 && word(t).upos == Upos::Verb)
            return {};
        if (unit < 0 || !m_units[unit].is(Unit::Kind::Title))
            continue;
        const Title &title = m_reading.knowledge.title(m_units[unit].sense);
        const bool whose = m_units[unit].first > start && isComplement(m_units[unit].first);
        if ((title.type != Title::Type::Person || title.plural) && whose)
            continue; // "the head of the party's youth wing, X"
        if (title.type != Title::Type::Person || title.plural)
            return {};
        Description d = headedBy(unit);
        const bool capital =
            m_reading.annotation.form(d.first).front().isUpper(); // "On Friday, Foreign Minister of …, X"
        return d.definite || capital ? d : Description{};
    }
    return {};
}

/// A phrase that begins at a token, with or without article, and is headed by a title for one person.
Description Descriptions::startingAt(int token) const
{
    const int end = sentence(token).endToken;
    int t = token;
    while (t < end && (word(t).upos == Upos::Det || word(t).upos == Upos::Pron || word(t).upos == Upos::Adv))
        ++t;
    int found = -1;
    while (t < end && modifies(t)) {
        const int unit = m_units.at(t);
        if (unit >= 0 && m_units[unit].is(Unit::Kind::Title))
            found = unit;
        t = unit >= 0 ? m_units[unit].end : t + 1;
    }
    if (found < 0)
        return {};
    for (int rest = m_units[found].end; rest < t; ++rest) {
        if (word(rest).upos != Upos::Adj) // "representative responsible for", but not "government offices"
            return {};
    }
    const Title &title = m_reading.knowledge.title(m_units[found].sense);
    if (title.type != Title::Type::Person || title.plural)
        return {};
    return headedBy(found);
}

Description Descriptions::after(int end) const
{
    const int stop = end < int(m_reading.annotation.words.size()) ? sentence(end - 1).endToken : end;
    if (end + 1 >= stop || !(formIs(end, u",") || formIs(end, u"(") || formIs(end, u"-")))
        return {};
    int t = end + 1;
    if (t + 1 < stop && word(t).upos == Upos::Num && formIs(t + 1, u",")) // "Boric, 37, …"
        t += 2;
    if (t < stop && formIs(t, u"who")) {
        ++t;
        while (t < stop && (word(t).upos == Upos::Aux || word(t).upos == Upos::Adv))
            ++t;
        if (t == end + 2 || word(t - 1).upos == Upos::Verb)
            return {};
    }
    Description d = t < stop ? startingAt(t) : Description{};
    const bool subject = d && d.end < stop &&
                         (word(d.end).upos == Upos::Verb || word(d.end).upos == Upos::Aux) &&
                         formIs(end, u",");
    return subject ? Description{} : d; // "…, met Boric, his lawyer said"
}

/// "The ruler of the Western Region Ali Said": a title with what it is of, without a comma before the name.
Description Descriptions::behindComplement(int token) const
{
    constexpr int longest = 8; ///< tokens
    const int start = std::max(sentence(token).firstToken, token - longest);
    int t = token - 1;
    if (t < start || !m_reading.annotation.form(t).front().isUpper())
        return {};
    for (; t > start && !formIs(t, u"for"); --t) {
        if (formIs(t, u"of") && m_units.at(t - 1) >= 0 && m_units[m_units.at(t - 1)].is(Unit::Kind::Title))
            break; // of two, "minister of the Republic of Chad", the one behind the title
        if (!modifies(t) && word(t).upos != Upos::Propn && word(t).upos != Upos::Det && !formIs(t, u"of"))
            return {};
    }
    const int unit = t > start ? m_units.at(t - 1) : -1;
    if (unit < 0 || !m_units[unit].is(Unit::Kind::Title) || m_units[unit].end != t)
        return {};
    const Title &title = m_reading.knowledge.title(m_units[unit].sense);
    return title.type == Title::Type::Person && !title.plural ? headedBy(unit) : Description{};
}

Description Descriptions::ofName(int first, int end) const
{
    if (Description d = before(first))
        return d;
    if (Description d = behindComplement(first))
        return d;
    if (Description d = after(end))
        return d;
    return beforeComma(first);
}

} // namespace demarche::analysis
