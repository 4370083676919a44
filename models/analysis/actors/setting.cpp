#include "models/analysis/actors/setting.h"

#include "models/knowledge/fold.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace demarche::analysis {

using namespace Qt::StringLiterals;
using knowledge::Match;
using knowledge::Sense;

namespace {

/// "© 2024 …", "Reporting by …", "With assistance from …": lines about the article, not of it.
bool isCredit(QStringView sentence)
{
    static const QRegularExpression credit(
        u"^\\W*(?:©|\\(c\\)\\s*(?:19|20)\\d\\d|copyright\\b|"
        "(?:additional |further "
        ")?(?:reporting|writing|editing|compiled|translation|written|edited|reported|photos?)(?: and \\w+)? "
        "by\\b|"
        "(?:with )?(?:additional |further )?(?:assistance|reporting|contributions?|files?|help) "
        "(?:from|by)\\b|"
        "all rights reserved|do not "
        "reproduce|--\\s*by\\b|by\\s+\\p{Lu}[\\p{L}.'-]+(?:\\s+\\p{Lu}[\\p{L}.'-]+){1,3}\\s*$|"
        "(?:image|photo|picture|source|credit)s?:\\s)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return credit.match(sentence).hasMatch();
}

/// "(Reuters)", "(AP) -", "(Bloomberg) --" at a paragraph's head.
qsizetype agencyMarkLength(QStringView text)
{
    static const QRegularExpression mark(u"^\\W{0,2}\\(\\p{Lu}[\\p{L} .]{1,24}\\)\\s*(?:--|—|–|-)?"_s);
    const auto found = mark.match(text);
    return found.hasMatch() ? found.capturedLength() : 0;
}

/// "MOSCOW 1996-08-30", "NABLUS, West Bank, Aug 30 (Reuter) -", "JERUSALEM —": characters of the dateline.
qsizetype datelineLength(QStringView text)
{
    static const QRegularExpression form(
        u"^\\W{0,2}\\p{Lu}[\\p{Lu} .'’/-]{2,}(?:,\\s*\\p{Lu}[\\p{L} .'’]+?){0,2}"
        "(?:,?\\s+(?:\\d{4}-\\d\\d-\\d\\d|\\p{Lu}\\p{L}{2,8}\\.?\\s+\\d{1,2}(?:,?\\s+\\d{4})?))?"
        "\\s*(?:\\(\\p{Lu}[\\p{L} .]{1,24}\\)\\s*)?(?:--|—|–|-(?=\\s)|$|(?<=\\d))"_s);
    const auto found = form.match(text.left(140));
    if (!found.hasMatch())
        return agencyMarkLength(text);
    // A heading in capitals is no dateline: it ends with nothing that a dateline ends with.
    const QStringView matched = text.left(found.capturedLength());
    const bool marked = matched.contains(u'-') || matched.contains(u'—') || matched.contains(u'–') ||
                        matched.back().isDigit();
    return marked ? found.capturedLength() : 0;
}

int tokensWithin(const Reading &reading, const text::Sentence &sentence, qsizetype end)
{
    int token = sentence.firstToken;
    while (token < sentence.endToken && reading.annotation.document.tokens[size_t(token)].span.end <= end)
        ++token;
    return token;
}

void findDatelines(const Reading &reading, Setting &setting)
{
    constexpr size_t headSentences = 6; // title, byline and slug may stand before the dateline
    const auto &sentences = reading.annotation.document.sentences;
    for (size_t s = 0; s < sentences.size(); ++s) {
        const QStringView text = sentences[s].span.of(reading.annotation.document.text);
        setting.credits.push_back(isCredit(text));
        const qsizetype length = s < headSentences ? datelineLength(text) : 0;
        setting.datelineEnd.push_back(tokensWithin(reading, sentences[s], sentences[s].span.begin + length));
    }
}

/// The state whose office somebody of the tables holds on that day; empty where the name has several bearers.
QString countryOfPerson(const knowledge::Knowledge &knowledge, const Match &match, QDate day)
{
    if (match.senses.size() > 1)
        return {};
    const auto standing = knowledge::standing(knowledge.person(match.senses.front()), day);
    const bool current = standing.tenure && standing.when == knowledge::Standing::When::Current;
    return current ? standing.tenure->country : QString();
}

/// The state that an article is about alone: two thirds of all that it names of any state are of it, or half
/// where it is also the dateline's.
QString homeOf(const Setting &setting, const QString &town)
{
    int all = 0;
    for (const int count : setting.countries)
        all += count;
    for (auto it = setting.countries.begin(); it != setting.countries.end(); ++it) {
        const bool enough = it.value() > 1 || it.value() == all;
        if (enough && (3 * it.value() >= 2 * all || (it.key() == town && 2 * it.value() >= all)))
            return it.key();
    }
    return {};
}

} // namespace

QString countryOf(const knowledge::Knowledge &knowledge, const Match &match, QDate day)
{
    const qint64 julian = day.isValid() ? day.toJulianDay() : 0;
    for (const Sense &sense : match.senses) {
        if (!sense.holdsOn(julian))
            continue;
        switch (sense.kind) {
        case Sense::Kind::State:
        case Sense::Kind::Seat:
            return knowledge.state(sense).iso3;
        case Sense::Kind::FormerState:
            return knowledge.formerState(sense).country;
        case Sense::Kind::Adjective:
        case Sense::Kind::People:
            return knowledge.people(sense).country;
        case Sense::Kind::Place:
            return knowledge.place(sense).country;
        default:
            break;
        }
    }
    return {};
}

bool isCommonName(QStringView name)
{
    static const QSet<QString> common{u"action"_s,       u"alliance"_s,
                                      u"and"_s,          u"army"_s,
                                      u"assembly"_s,     u"authority"_s,
                                      u"central"_s,      u"chiefs"_s,
                                      u"civil"_s,        u"commerce"_s,
                                      u"commission"_s,   u"committee"_s,
                                      u"communist"_s,    u"congress"_s,
                                      u"conservative"_s, u"constitutional"_s,
                                      u"coordination"_s, u"council"_s,
                                      u"court"_s,        u"defence"_s,
                                      u"defense"_s,      u"democracy"_s,
                                      u"democratic"_s,   u"democrats"_s,
                                      u"department"_s,   u"elections"_s,
                                      u"electoral"_s,    u"executive"_s,
                                      u"federal"_s,      u"for"_s,
                                      u"foreign"_s,      u"freedom"_s,
                                      u"front"_s,        u"green"_s,
                                      u"greens"_s,       u"guard"_s,
                                      u"home"_s,         u"house"_s,
                                      u"intelligence"_s, u"interior"_s,
                                      u"joint"_s,        u"judicial"_s,
                                      u"justice"_s,      u"labor"_s,
                                      u"labour"_s,       u"legislative"_s,
                                      u"liberal"_s,      u"ministry"_s,
                                      u"movement"_s,     u"national"_s,
                                      u"navy"_s,         u"new"_s,
                                      u"of"_s,           u"office"_s,
                                      u"on"_s,           u"opposition"_s,
                                      u"party"_s,        u"patriotic"_s,
                                      u"people's"_s,     u"police"_s,
                                      u"popular"_s,      u"progressive"_s,
                                      u"prosecuting"_s,  u"radio"_s,
                                      u"rally"_s,        u"representatives"_s,
                                      u"republic"_s,     u"republican"_s,
                                      u"security"_s,     u"senate"_s,
                                      u"service"_s,      u"social"_s,
                                      u"socialist"_s,    u"staff"_s,
                                      u"state"_s,        u"supreme"_s,
                                      u"the"_s,          u"treasury"_s,
                                      u"union"_s,        u"united"_s,
                                      u"unity"_s,        u"workers"_s,
                                      u"workers'"_s};
    return std::ranges::all_of(knowledge::fold(name).split(u' ', Qt::SkipEmptyParts),
                               [](const QString &word) { return common.contains(word); });
}

namespace {

/// The state of a body by a name that nothing else has and that is no short form; empty for any other.
QString countryOfBody(const Reading &reading, const Match &match)
{
    constexpr qsizetype shortForm = 5;
    const Sense &sense = match.senses.front();
    const bool sure = match.senses.size() == 1 && sense.kind == Sense::Kind::Organisation &&
                      match.span.length() > shortForm &&
                      !isCommonName(match.span.of(reading.annotation.document.text));
    return sure ? reading.knowledge.organisation(sense).country : QString();
}

} // namespace

Setting readSetting(const Reading &reading, const std::vector<Match> &matches)
{
    Setting setting;
    setting.day = reading.analysis.published.date.isValid() ? reading.analysis.published.date
                                                            : reading.circumstances.published.date;
    findDatelines(reading, setting);
    QHash<QString, int> bodies; // how often each state is named by a body of its own
    QString town;               // of the dateline
    QString lead;               // whom the report begins with
    QString most;
    for (const Match &match : matches) {
        const QString country = match.has(Sense::Kind::Person)
                                    ? countryOfPerson(reading.knowledge, match, setting.day)
                                    : countryOf(reading.knowledge, match, setting.day);
        if (country.isEmpty()) {
            if (const QString owner = countryOfBody(reading, match); !owner.isEmpty())
                ++bodies[owner];
            continue;
        }
        ++setting.countries[country];
        if (most.isEmpty() || setting.countries[country] > setting.countries[most])
            most = country;
        const int token =
            std::min(reading.tree.tokenAt(match.span.begin), int(reading.annotation.words.size()) - 1);
        const bool inDateline = token < setting.datelineEnd[size_t(reading.tree.sentenceOf(token))];
        if (town.isEmpty() && inDateline)
            town = country;
        else if (!town.isEmpty() && lead.isEmpty() && !inDateline)
            lead = country;
    }
    // The town of a report is often only where its correspondent sits.
    const bool abroad =
        !town.isEmpty() && !lead.isEmpty() && setting.countries[lead] >= setting.countries[town];
    setting.country = town.isEmpty() ? most : abroad ? lead : town;
    for (auto body = bodies.begin(); body != bodies.end(); ++body)
        setting.countries[body.key()] += body.value();
    setting.home = homeOf(setting, town);
    return setting;
}

} // namespace demarche::analysis
