#include "models/text/dateline.h"

#include <algorithm>
#include <array>

namespace demarche::text {

namespace {

constexpr int LongestDateline = 16; // tokens

bool isDash(QStringView word)
{
    return word == u"-" || word == u"--" || word == u"\u2013" || word == u"\u2014";
}

bool isNumber(QStringView word)
{
    return std::ranges::all_of(word, [](QChar c) { return c.isDigit(); });
}

bool isMonth(QStringView word)
{
    constexpr std::array months{u"Jan", u"Feb", u"Mar", u"Apr", u"May", u"Jun",
                                u"Jul", u"Aug", u"Sep", u"Oct", u"Nov", u"Dec"};
    return std::ranges::any_of(months, [&](const char16_t *month) {
        return word.startsWith(QStringView(month), Qt::CaseInsensitive) && word.size() <= 9;
    });
}

/// A place's name as datelines print it: three capitals or more, or letters with points ("U.N.").
bool isCapitals(QStringView word)
{
    const auto letters = std::ranges::count_if(word, [](QChar c) { return c.isLetter(); });
    return letters >= (word.contains(u'.') ? 2 : 3) &&
           std::ranges::none_of(word, [](QChar c) { return c.isLower(); });
}

/// What may stand in a dateline before its dash.
bool fits(QStringView word)
{
    return word[0].isUpper() || isNumber(word) || word == u"," || word == u"." || word == u"/" ||
           word == u"(" || word == u")" || word == u"and" || word == u"of" || word == u"de" || word == u"la";
}

class Finder
{
public:
    Finder(QStringView text, std::span<const Token> tokens)
        : m_text(text)
        , m_tokens(tokens)
    {
    }

    [[nodiscard]] int length() const
    {
        const int dash = firstDash();
        if (dash <= 0 || !(isCapitals(form(0)) || form(dash - 1) == u")" || datedBefore(dash)))
            return 0;
        if (const int colon = dateAfter(dash); colon > 0)
            return colon + 1;
        return startsSentence(dash + 1) ? dash + 1 : 0;
    }

private:
    [[nodiscard]] QStringView form(int i) const
    {
        return i < int(m_tokens.size()) ? m_tokens[size_t(i)].span.of(m_text) : QStringView();
    }

    [[nodiscard]] int firstDash() const
    {
        const int end = std::min(LongestDateline, int(m_tokens.size()) - 1);
        for (int i = 0; i < end; ++i) {
            if (isDash(form(i)))
                return i;
            if (!fits(form(i)))
                return -1;
        }
        return -1;
    }

    /// "Bogota, Nov. 1 -"
    [[nodiscard]] bool datedBefore(int dash) const
    {
        return dash >= 3 && ((isNumber(form(dash - 1)) && isMonth(form(dash - 2))) ||
                             (isMonth(form(dash - 1)) && isNumber(form(dash - 2))));
    }

    /// "– 26 July 2022:" behind the dash: the colon's index, or 0.
    [[nodiscard]] int dateAfter(int dash) const
    {
        int i = dash + 1;
        while (i < dash + 6 && (isNumber(form(i)) || isMonth(form(i)) || form(i) == u","))
            ++i;
        return i > dash + 1 && form(i) == u":" && startsSentence(i + 1) ? i : 0;
    }

    [[nodiscard]] bool startsSentence(int i) const
    {
        const QStringView word = form(i);
        return !word.isEmpty() && (word[0].isUpper() || word[0].isDigit() || word[0] == u'"' ||
                                   word[0].unicode() == 0x201C || word[0].unicode() == 0x2018);
    }

    QStringView m_text;
    std::span<const Token> m_tokens;
};

} // namespace

int datelineLength(QStringView text, std::span<const Token> tokens)
{
    return Finder(text, tokens).length();
}

} // namespace demarche::text
