#include "models/text/sentences.h"

#include "models/text/tokens.h"
#include "models/text/words.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <string_view>

namespace demarche::text {

namespace {

constexpr int LongestHeading = 18;     // tokens
constexpr int LongestSentence = 1'000; // tokens; longer ones are no prose and are cut

using Word = std::u16string_view;

// Words that begin a sentence far more often than they follow an abbreviation inside one.
constexpr std::array Starters{
    Word(u"A"),    Word(u"After"), Word(u"All"),     Word(u"Although"), Word(u"An"),        Word(u"And"),
    Word(u"Any"),  Word(u"As"),    Word(u"At"),      Word(u"Because"),  Word(u"Before"),    Word(u"Both"),
    Word(u"But"),  Word(u"By"),    Word(u"Despite"), Word(u"During"),   Word(u"Each"),      Word(u"Earlier"),
    Word(u"Even"), Word(u"For"),   Word(u"From"),    Word(u"He"),       Word(u"Her"),       Word(u"Here"),
    Word(u"His"),  Word(u"How"),   Word(u"However"), Word(u"I"),        Word(u"If"),        Word(u"In"),
    Word(u"It"),   Word(u"Its"),   Word(u"Later"),   Word(u"Many"),     Word(u"Meanwhile"), Word(u"More"),
    Word(u"Most"), Word(u"My"),    Word(u"No"),      Word(u"Not"),      Word(u"Now"),       Word(u"On"),
    Word(u"One"),  Word(u"Only"),  Word(u"Or"),      Word(u"Other"),    Word(u"Our"),       Word(u"Several"),
    Word(u"She"),  Word(u"Since"), Word(u"So"),      Word(u"Some"),     Word(u"Such"),      Word(u"That"),
    Word(u"The"),  Word(u"Their"), Word(u"Then"),    Word(u"There"),    Word(u"These"),     Word(u"They"),
    Word(u"This"), Word(u"Those"), Word(u"Though"),  Word(u"To"),       Word(u"Under"),     Word(u"Until"),
    Word(u"We"),   Word(u"What"),  Word(u"When"),    Word(u"Where"),    Word(u"While"),     Word(u"Who"),
    Word(u"Why"),  Word(u"With"),  Word(u"Yet"),     Word(u"You"),      Word(u"Your"),
};
constexpr std::array SpeechVerbs{
    Word(u"said"),      Word(u"says"),     Word(u"asked"),     Word(u"asks"),     Word(u"told"),
    Word(u"added"),     Word(u"replied"),  Word(u"wrote"),     Word(u"shouted"),  Word(u"cried"),
    Word(u"wondered"),  Word(u"declared"), Word(u"exclaimed"), Word(u"answered"), Word(u"chanted"),
    Word(u"continued"), Word(u"remarked"), Word(u"explained"), Word(u"tweeted"),
};

// What may stand behind "10 a.m.": a day, a month, a time zone.
constexpr std::array TimeWords{
    Word(u"Monday"),    Word(u"Tuesday"), Word(u"Wednesday"), Word(u"Thursday"), Word(u"Friday"),
    Word(u"Saturday"),  Word(u"Sunday"),  Word(u"January"),   Word(u"February"), Word(u"March"),
    Word(u"April"),     Word(u"May"),     Word(u"June"),      Word(u"July"),     Word(u"August"),
    Word(u"September"), Word(u"October"), Word(u"November"),  Word(u"December"), Word(u"GMT"),
    Word(u"UTC"),       Word(u"EST"),     Word(u"EDT"),       Word(u"PST"),      Word(u"PDT"),
    Word(u"CET"),       Word(u"BST"),     Word(u"Eastern"),   Word(u"Pacific"),  Word(u"Central"),
};

template <size_t N>
bool in(const std::array<Word, N> &words, QStringView word)
{
    return std::ranges::find(words, Word(reinterpret_cast<const char16_t *>(word.utf16()),
                                         size_t(word.size()))) != words.end();
}

bool isOfTime(QStringView word)
{
    return in(TimeWords, word) || abbreviation(word) == Abbreviation::Month;
}

bool isStop(QStringView word)
{
    return std::ranges::all_of(
        word, [](QChar c) { return c == u'.' || c == u'!' || c == u'?' || c.unicode() == 0x2026; });
}

/// Decides about one paragraph's tokens.
class Splitter
{
public:
    Splitter(QStringView text, std::span<const Token> tokens)
        : m_text(text)
        , m_tokens(tokens)
    {
    }

    [[nodiscard]] std::vector<int> ends() const;

private:
    [[nodiscard]] int size() const { return int(m_tokens.size()); }
    [[nodiscard]] QStringView form(int i) const
    {
        return i < size() ? m_tokens[size_t(i)].span.of(m_text) : QStringView();
    }
    [[nodiscard]] int afterClosing(int i) const;
    [[nodiscard]] bool endsHere(int stop, int next) const;
    [[nodiscard]] bool endsAfterAbbreviation(Abbreviation kind, int stop, int next) const;
    [[nodiscard]] bool startsSentence(int i) const;
    [[nodiscard]] bool reports(int i) const;

    QStringView m_text;
    std::span<const Token> m_tokens;
};

// Takes in the quotation marks and brackets that close right behind a stop.
int Splitter::afterClosing(int i) const
{
    while (i < size() && !m_tokens[size_t(i) - 1].spaceAfter && isClosing(form(i)[0]) && form(i).size() <= 2)
        ++i;
    return i;
}

bool Splitter::startsSentence(int i) const
{
    while (i < size() && isOpening(form(i)[0]) && form(i).size() <= 2)
        ++i;
    if (i >= size())
        return true;
    const QChar c = form(i)[0];
    return c.isUpper() || c.isDigit() || (c.isLetter() && !c.isLower()) || c.unicode() == 0x2022 ||
           c == u'*' || c == u'-' || c == u'#' || c == u'@' || c == u'$';
}

// "Smith asked", "he said" just behind a quotation.
bool Splitter::reports(int i) const
{
    for (int k = i; k < i + 4 && k < size(); ++k) {
        if (in(SpeechVerbs, form(k)))
            return true;
        if (!form(k)[0].isLetter())
            return false;
    }
    return false;
}

bool Splitter::endsAfterAbbreviation(Abbreviation kind, int stop, int next) const
{
    const QStringView following = form(next);
    switch (kind) {
    case Abbreviation::Title:
        return false;
    case Abbreviation::Number:
        return !following[0].isDigit() && in(Starters, following);
    case Abbreviation::Month:
        return !following[0].isDigit() && in(Starters, following);
    case Abbreviation::Initial:
        return form(stop) != u"I." ? in(Starters, following) && following.size() > 1 : startsSentence(next);
    case Abbreviation::Letters:
        return in(Starters, following) || form(next - 1) != form(stop) ||
               (form(stop).endsWith(u".m.") && startsSentence(next) && !following[0].isDigit() &&
                !isOfTime(following));
    default:
        return in(Starters, following) || form(next - 1) != form(stop) || form(stop) == u"etc.";
    }
}

bool Splitter::endsHere(int stop, int next) const
{
    const QStringView mark = form(stop);
    const bool closed = next > stop + 1;
    if (!startsSentence(next))
        return false;
    if (!isStop(mark))
        return endsAfterAbbreviation(abbreviation(mark), stop, next);
    if (closed && mark != u"." && reports(next))
        return false;
    if (mark == u"." && stop > 0 && form(stop - 1).size() <= 3 && form(stop - 1)[0].isDigit() && (stop == 1))
        return false; // "1. First point"
    return m_tokens[size_t(next) - 1].spaceAfter || form(next)[0].isUpper();
}

std::vector<int> Splitter::ends() const
{
    std::vector<int> ends;
    for (int i = 0; i < size(); ++i) {
        if (i - (ends.empty() ? 0 : ends.back()) >= LongestSentence)
            ends.push_back(i);
        const QStringView word = form(i);
        if (!isStop(word) && abbreviation(word) == Abbreviation::None)
            continue;
        const int next = afterClosing(i + 1);
        if (next >= size())
            break;
        if (endsHere(i, next)) {
            ends.push_back(next);
            i = next - 1;
        }
    }
    if (size() > 0)
        ends.push_back(size());
    return ends;
}

// Lines of a text that was wrapped at a margin go on below: the next line's first word would not have fitted.
bool isWrapped(QStringView line, QStringView next, qsizetype margin)
{
    if (margin > 100 || line.size() < 40)
        return false;
    const qsizetype space = next.indexOf(u' ');
    const qsizetype word = space < 0 ? next.size() : space;
    return line.size() + 1 + word > margin && (next[0].isLower() || line.size() > margin - 20);
}

Span trimmed(QStringView text, qsizetype begin, qsizetype end)
{
    while (begin < end && text[begin].isSpace())
        ++begin;
    while (end > begin && text[end - 1].isSpace())
        --end;
    return {begin, end};
}

} // namespace

std::vector<Span> paragraphs(QStringView text)
{
    std::vector<Span> lines; // blank ones too
    qsizetype margin = 0;
    for (qsizetype begin = 0; begin <= text.size();) {
        qsizetype end = begin;
        while (end < text.size() && text[end] != u'\n' && text[end] != u'\r' &&
               text[end].unicode() != 0x2029 && text[end].unicode() != 0x2028)
            ++end;
        lines.push_back(trimmed(text, begin, end));
        margin = std::max(margin, lines.back().length());
        begin = end + (end + 1 < text.size() && text[end] == u'\r' && text[end + 1] == u'\n' ? 2 : 1);
    }
    std::vector<Span> found;
    bool open = false;
    for (size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].isEmpty()) {
            open = false;
            continue;
        }
        if (open)
            found.back().end = lines[i].end;
        else
            found.push_back(lines[i]);
        open = i + 1 < lines.size() && !lines[i + 1].isEmpty() &&
               isWrapped(lines[i].of(text), lines[i + 1].of(text), margin);
    }
    return found;
}

std::vector<int> sentenceEnds(QStringView text, std::span<const Token> tokens)
{
    return Splitter(text, tokens).ends();
}

bool isHeading(QStringView text, std::span<const Token> tokens)
{
    if (tokens.empty() || tokens.size() > size_t(LongestHeading))
        return false;
    for (const Token &token : std::views::reverse(tokens)) {
        const QStringView word = token.span.of(text);
        if (isClosing(word[0]))
            continue;
        return !isStop(word) && word != u":" && word != u";" && word != u",";
    }
    return false;
}

} // namespace demarche::text
