#include "models/corpus/byline.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus {

namespace {

constexpr qsizetype longestByline = 240;
constexpr int longestName = 6; ///< words

const auto anyCase = QRegularExpression::CaseInsensitiveOption;

const QRegularExpression &lead()
{
    static const QRegularExpression pattern(
        u"^(?:(?:posted|written|reported|published|compiled|analysis|exclusive|story|text|words|report|"
        u"opinion)\\s+)?"
        "(?:by|von|par|por|door|di)\\b[\\s:]*|^(?:authors?|byline)\\s*:\\s*"_s,
        anyCase);
    return pattern;
}

/// What stands in bylines beside names: addresses, handles, what is in brackets, times.
QString withoutAsides(QString text)
{
    static const QRegularExpression asides(
        u"\\S+@\\S+\\.\\w+|(?<=\\s)@\\w+|https?://\\S+|\\([^()]*\\)|\\[[^\\[\\]]*\\]"_s);
    return text.remove(asides).simplified();
}

/// "Jane Doe in Paris", "Jane Doe for The Post", "Jane Doe at the United Nations" up to the name's end.
QString upToPlace(const QString &part)
{
    static const QRegularExpression place(
        u"\\s+(?:in|at|for|from|of|reporting|with\\s+(?:reporting|additional)|aus|à|en)\\s+.*$"_s);
    static const QRegularExpression capitals(u"\\s+(?:IN|AT|FOR|FROM)\\s+.*$"_s);
    return QString(part).remove(place).remove(capitals).trimmed();
}

/// Words by which a part of a byline is a newspaper or an agency.
bool isHouse(const QString &part)
{
    static const QRegularExpression words(
        u"\\b(?:bureau|staff|desk|newsroom|team|agenc(?:y|ies)|wires?|news|press|newswires?|newspapers?|"
        u"media|group|service|"
        u"reuters|afp|ap|dpa|upi|xinhua|tass|bloomberg|efe|ansa|pti|ians|anadolu|agence france-presse|"
        u"times|post|herald|guardian|tribune|gazette|telegraph|today|online|magazine|university|institute)\\b"_s,
        anyCase);
    return words.match(part).hasMatch();
}

/// "Office of the Spokesperson": a house, whatever would be left of it without its place.
bool isInstitution(const QString &part)
{
    static const QRegularExpression words(
        u"^(?:the )?(?:office|bureau|ministry|department|embassy|consulate|mission|delegation|secretariat|"
        u"directorate|government|press (?:office|service)) (?:of|for|to)\\b"_s,
        anyCase);
    return words.match(part).hasMatch();
}

bool isOfficeOrHouse(const QString &part)
{
    return isOffice(part) || isHouse(part);
}

QString nameWord(const QString &word)
{
    QString cased = word.toLower();
    bool first = true;
    for (QChar &c : cased) {
        if (first && c.isLetter())
            c = c.toUpper();
        first = !c.isLetter();
    }
    return cased;
}

/// "Ana Ruiz" for "ANA RUIZ"; names with small letters, initials and single words stay.
QString inNameCase(const QString &name)
{
    const bool capitals = name.contains(u' ') && name == name.toUpper() && name != name.toLower();
    if (!capitals)
        return name;
    QStringList words = name.split(u' ');
    for (QString &word : words)
        word = word.contains(u'.') ? word : nameWord(word);
    return words.join(u' ');
}

bool isName(const QString &part)
{
    const QStringList words = part.split(u' ', Qt::SkipEmptyParts);
    const auto small =
        std::ranges::count_if(words, [](const QString &word) { return word.front().isLower(); });
    return !words.isEmpty() && words.size() <= longestName && small <= 2 && part.front().isUpper() &&
           !std::ranges::any_of(part, [](QChar c) { return c.isDigit(); });
}

QStringList partsOf(const QString &text)
{
    static const QRegularExpression parting(
        u"\\s*(?:,|\\||;|/|·|•|\\n|&|\\band\\b|\\bAND\\b|\\bund\\b|\\bet\\b|\\s[-–—]\\s)\\s*"_s);
    return text.split(parting, Qt::SkipEmptyParts);
}

/// "Jonas Reit" for "Reit, Jonas", as libraries write names.
bool isTurned(const QStringList &parts, const QString &text)
{
    return parts.size() == 2 && text.count(u',') == 1 && !parts.join(QString()).contains(u' ') &&
           isName(parts.front()) && isName(parts.back()) && !isOfficeOrHouse(parts.back());
}

/// "Petra Keil, Galvern": one word behind a comma and a full name is where they are.
bool isPlaceBehindName(const QString &part, const QStringList &parts, const QString &text)
{
    return part != parts.front() && !part.contains(u' ') && parts.front().contains(u' ') &&
           text.contains(u", "_s + part);
}

/// The people among a byline's parts.
QStringList peopleAmong(const QStringList &parts)
{
    QStringList people;
    for (const QString &part : parts) {
        const QString name = upToPlace(part);
        if (!isInstitution(part) && isName(name) && !isOfficeOrHouse(name))
            people << inNameCase(name);
    }
    return people;
}

} // namespace

bool isOffice(const QString &part)
{
    static const QRegularExpression words(
        u"\\b(?:correspondents?|reporters?|editors?|writers?|columnists?|contributors?|contributing|analyst|"
        u"chief|"
        u"diplomatic|political|foreign affairs|special to|professor|director|economist|photographer|spokes(?:person|man|woman)|minister|ambassador)\\b"_s,
        anyCase);
    return words.match(part).hasMatch();
}

QStringList bylineNames(QStringView line)
{
    static const QRegularExpression stamp(
        u"\\s*[|·•–-]?\\s*(?:last\\s+)?(?:updated|published|posted|modified)\\b.*$"_s, anyCase);
    static const QRegularExpression pattern(
        u"^(?:By|BY|by|Written by|Reported by|(?:Reporter|Author|Writer|Text|Words):)[:\\s]\\s*(?:the\\s+|our\\s+|THE\\s+)?(\\p{Lu}[^.!?:;\"“”]*(?:\\.[^!?:;\"“”]+)*)$"_s);
    const QRegularExpressionMatch m = pattern.match(line.trimmed().toString().remove(stamp));
    if (!m.hasMatch() || m.capturedLength(1) > 160)
        return {};
    const QStringList parts = partsOf(withoutAsides(m.captured(1)));
    // A sentence may begin with "By": each part must have a name's form.
    if (parts.isEmpty() || !std::ranges::all_of(parts, [](const QString &part) {
            return isName(upToPlace(part)) || isOfficeOrHouse(part);
        }))
        return {};
    const QStringList people = peopleAmong(parts);
    // In small letters it may only be a sentence's middle.
    if (line.trimmed().startsWith(u"by"_s) &&
        !std::ranges::all_of(people, [](const QString &name) { return name.contains(u' '); }))
        return {};
    return people.isEmpty() && isName(upToPlace(parts.front())) ? QStringList{upToPlace(parts.front())}
                                                                : people;
}

QStringList peopleOf(const QString &field)
{
    QString text = field.trimmed();
    if (text.isEmpty() || text.size() > longestByline || text.startsWith("http"_L1))
        return {};
    text = withoutAsides(text.remove(lead()).trimmed());
    if (text.startsWith("the "_L1, Qt::CaseInsensitive) || text.startsWith("our "_L1, Qt::CaseInsensitive))
        text.remove(0, 4);
    if (text.isEmpty())
        return {};
    const QStringList parts = partsOf(text);
    if (isTurned(parts, text))
        return {parts.back() + u' ' + parts.front()};
    QStringList named = parts;
    named.removeIf([&](const QString &part) { return isPlaceBehindName(part, parts, text); });
    const QStringList people = peopleAmong(named);
    return people.isEmpty() ? QStringList{text} : people;
}

} // namespace demarche::corpus
