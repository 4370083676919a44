#include "models/language/identify.h"

#include "models/language/hash.h"
#include "models/text/resource.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace demarche::language {

namespace {

constexpr qsizetype LookedAt = 2000;
constexpr float WordVote = 2.3F;   // a language's little word is some ten times likelier in it than elsewhere
constexpr float LetterVote = 1.0F; // a letter for those who have it, against those who have not
constexpr float MostLetterVotes = 2; // of one word, so that one foreign name does not outweigh a sentence
constexpr double UsualShare = 0.22;  // of little words in running text of any language here
constexpr double LeastShare = 0.08;  // below it no language of the table is at hand
constexpr int FewLetters = 12;       // too few to tell even a script by
constexpr double KanaShare = 0.08;   // of a text in Chinese characters, from which on it is Japanese

// Japanese mixes three scripts; they count as one.
int scriptOf(QChar c)
{
    const int script = c.script();
    return script == QChar::Script_Hiragana ? QChar::Script_Katakana : script;
}

Result<int> scriptNamed(const QString &name, const QString &where)
{
    static const std::map<QString, int> scripts{
        {u"Latin"_s, QChar::Script_Latin},       {u"Greek"_s, QChar::Script_Greek},
        {u"Cyrillic"_s, QChar::Script_Cyrillic}, {u"Armenian"_s, QChar::Script_Armenian},
        {u"Hebrew"_s, QChar::Script_Hebrew},     {u"Arabic"_s, QChar::Script_Arabic},
        {u"Thaana"_s, QChar::Script_Thaana},     {u"Devanagari"_s, QChar::Script_Devanagari},
        {u"Bengali"_s, QChar::Script_Bengali},   {u"Gurmukhi"_s, QChar::Script_Gurmukhi},
        {u"Gujarati"_s, QChar::Script_Gujarati}, {u"Oriya"_s, QChar::Script_Oriya},
        {u"Tamil"_s, QChar::Script_Tamil},       {u"Telugu"_s, QChar::Script_Telugu},
        {u"Kannada"_s, QChar::Script_Kannada},   {u"Malayalam"_s, QChar::Script_Malayalam},
        {u"Sinhala"_s, QChar::Script_Sinhala},   {u"Thai"_s, QChar::Script_Thai},
        {u"Lao"_s, QChar::Script_Lao},           {u"Tibetan"_s, QChar::Script_Tibetan},
        {u"Myanmar"_s, QChar::Script_Myanmar},   {u"Georgian"_s, QChar::Script_Georgian},
        {u"Hangul"_s, QChar::Script_Hangul},     {u"Ethiopic"_s, QChar::Script_Ethiopic},
        {u"Khmer"_s, QChar::Script_Khmer},       {u"Han"_s, QChar::Script_Han},
        {u"Kana"_s, QChar::Script_Katakana},
    };
    const auto found = scripts.find(name);
    if (found == scripts.end())
        return std::unexpected(Problem{where, u"no such script: "_s + name});
    return found->second;
}

bool isWordPart(QChar c)
{
    return c.isLetter() || c.isMark();
}

// Calls `take` with each run of letters.
template <typename Take>
void eachWord(QStringView text, const Take &take)
{
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype begin = i;
        while (i < text.size() && isWordPart(text[i]))
            ++i;
        if (i > begin)
            take(text.sliced(begin, i - begin));
        else
            ++i;
    }
}

struct ScriptShare
{
    int script = QChar::Script_Common;
    double share = 0; // of the letters
    int letters = 0;
};

ScriptShare mainScript(QStringView text)
{
    std::array<int, QChar::ScriptCount> counts{};
    int letters = 0;
    for (QChar c : text) {
        if (c.isLetter()) {
            ++counts[size_t(scriptOf(c))];
            ++letters;
        }
    }
    int &han = counts[QChar::Script_Han], &kana = counts[QChar::Script_Katakana];
    if (kana > KanaShare * (kana + han)) {
        kana += han;
        han = 0;
    }
    const auto top = std::ranges::max_element(counts);
    return {int(top - counts.begin()), letters ? double(*top) / letters : 0, letters};
}

// Composed and in small letters, as the table writes words.
QString plain(QStringView text)
{
    const auto hasMarks = [](QChar c) {
        return c.category() == QChar::Mark_NonSpacing && c.script() <= QChar::Script_Latin;
    };
    QString plain = text.toString().toLower();
    return std::ranges::any_of(plain, hasMarks) ? plain.normalized(QString::NormalizationForm_C) : plain;
}

} // namespace

Result<LanguageTable> LanguageTable::parse(const QByteArray &bytes, const QString &where)
{
    LanguageTable table;
    int number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        const QString at = where + u':' + QString::number(++number);
        if (line.isEmpty() || line.startsWith('#') || line.startsWith("code\t"))
            continue;
        const QStringList cells = QString::fromUtf8(line).split(u'\t');
        if (cells.size() != 5)
            return std::unexpected(Problem{at, u"a language has five columns"_s});
        const auto script = scriptNamed(cells[2], at);
        if (!script)
            return std::unexpected(script.error());
        if (table.m_languages.size() == Most)
            return std::unexpected(Problem{at, u"more languages than the table may hold"_s});
        const auto row = std::uint8_t(table.m_languages.size());
        table.m_languages.push_back({cells[0], cells[1], *script, !cells[4].isEmpty()});
        for (const QString &letter : cells[3].split(u' ', Qt::SkipEmptyParts))
            table.m_letters[letter[0].unicode()].push_back(row);
        for (const QString &word : cells[4].split(u' ', Qt::SkipEmptyParts))
            table.m_words[hash(word)].push_back(row);
    }
    return table;
}

const LanguageTable &LanguageTable::shipped()
{
    static const LanguageTable table = [] {
        const QString path = u"language/languages.tsv"_s;
        const auto bytes = resource(path);
        auto read = bytes ? parse(*bytes, path) : std::unexpected(bytes.error());
        return read ? std::move(*read) : LanguageTable();
    }();
    return table;
}

std::vector<size_t> LanguageTable::rowsOf(int script) const
{
    std::vector<size_t> rows;
    for (size_t i = 0; i < m_languages.size(); ++i) {
        if (m_languages[i].script == script)
            rows.push_back(i);
    }
    return rows;
}

void LanguageTable::countLetters(QStringView word, Votes &votes) const
{
    const auto isTelling = [&](QChar c) { return c.unicode() > 0x7f && m_letters.contains(c.unicode()); };
    if (std::ranges::none_of(word, isTelling))
        return;
    Votes own{};
    for (QChar c : word) {
        const auto owners = m_letters.find(c.unicode());
        if (owners == m_letters.end())
            continue;
        for (float &vote : own)
            vote -= LetterVote;
        for (std::uint8_t row : owners->second)
            own[row] += 2 * LetterVote;
    }
    for (size_t row = 0; row < votes.size(); ++row)
        votes[row] += std::clamp(own[row], -MostLetterVotes, MostLetterVotes);
}

Identification LanguageTable::among(const std::vector<size_t> &rows, QStringView text, int script) const
{
    Votes votes{};
    std::array<int, Most> known{};
    int words = 0;
    eachWord(text, [&](QStringView word) {
        if (scriptOf(word[0]) != script)
            return;
        ++words;
        countLetters(word, votes);
        const auto owners = m_words.find(hash(word));
        if (owners == m_words.end())
            return;
        for (std::uint8_t row : owners->second) {
            votes[row] += WordVote;
            ++known[row];
        }
    });
    const auto best = *std::ranges::max_element(rows, {}, [&](size_t row) { return votes[row]; });
    double others = 0; // of each other language's likelihood to the best one's
    for (size_t row : rows) {
        if (m_languages[row].code != m_languages[best].code)
            others += std::exp(double(votes[row] - votes[best]));
    }
    const double share = words ? double(known[best]) / words : 0;
    if (share < LeastShare)
        return {};
    return {m_languages[best].code, std::min(1.0, share / UsualShare) / (1 + others)};
}

Identification LanguageTable::identify(QStringView text) const
{
    const QString looked = plain(text.left(LookedAt));
    const ScriptShare script = mainScript(looked);
    const std::vector<size_t> rows = rowsOf(script.script);
    if (rows.empty() || script.letters < FewLetters)
        return {};
    Identification found{m_languages[rows.front()].code, 1};
    if (rows.size() > 1 || m_languages[rows.front()].hasWords)
        found = among(rows, looked, script.script);
    found.confidence *= script.share;
    return found;
}

QString LanguageTable::name(const QString &code) const
{
    const auto found = std::ranges::find(m_languages, code, &Language::code);
    return found == m_languages.end() ? code : found->name;
}

QStringList LanguageTable::codes() const
{
    QStringList codes;
    for (const Language &language : m_languages) {
        if (!codes.contains(language.code))
            codes.append(language.code);
    }
    return codes;
}

Identification identify(QStringView text)
{
    return LanguageTable::shipped().identify(text);
}

} // namespace demarche::language
